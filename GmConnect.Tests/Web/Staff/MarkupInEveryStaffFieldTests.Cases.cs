using Bunit;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Staff.Cases;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Web.Staff;

/// <content>What is written in a case.</content>
public sealed partial class MarkupInEveryStaffFieldTests
{
    private async Task OtherPartsOfThePlanAsync(AgencyOnScene agency, IRenderedComponent<CasePage> page)
    {
        Press(page, "Add a need");
        Type(page, "new-statement");
        Save(page);
        Shows(page, "new-statement");
        var need = Expect.Value(await _scene.The<ReadPlan>().ExecuteAsync(_scene.GeorgesId, agency.AsWorker, null)).Statements[0].Id;
        page.WaitForElement("button[aria-label*='new-statement']").Click();
        Type(page, "StatementText", $"-{need:N}");
        Save(page);
        Shows(page, "StatementText");
        Press(page, "Go through the plan with them");
        page.WaitForElement("#review-with").Change(AgreedWith.Representative.ToString());
        Type(page, "review-name");
        Type(page, "review-why");
        page.Find("#review-next").Change($"{_scene.World.Clock.Today().AddDays(30):yyyy-MM-dd}");
        Save(page);
        Shows(page, "review-name", "review-why");
        Press(page, "Say something about the plan");
        Type(page, "plan-comment");
        Save(page);
        Shows(page, "plan-comment");
    }

    private async Task NotesAsync(AgencyOnScene agency, Guid file)
    {
        var page = OpenCase(agency, file);
        Press(page, "Timeline and notes");
        Press(page, "Write a note");
        Type(page, "note-words");
        page.WaitForElement("#note-audience").Change(CaseAudience.Family.ToString());
        Save(page);
        Shows(page, "note-words");
        Press(page, "Strike out");
        Type(page, "strike-why");
        Save(page);
        Shows(page, "note-words", "strike-why");
        var words = Expect.Value(await _scene.The<ReadTeamWords>().ExecuteAsync(_scene.GeorgesId, _scene.AsHelen)).Words;
        Assert.Contains(words, w => w.Words == Typed("note-words") && w.StruckOut?.Because == Typed("strike-why"));
    }

    private void DocumentsAsync(AgencyOnScene agency, Guid file)
    {
        var page = OpenCase(agency, file);
        Press(page, "Documents");
        Press(page, "Add a document");
        page.WaitForElement("#document-file");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary("%PDF-1.7"u8.ToArray(), "letter.pdf"));
        Type(page, "document-title");
        Save(page);
        Shows(page, "document-title");
        page.Find("table button").Click();
        Type(page, "remove-why");
        Save(page);
        Shows(page, "document-title", "remove-why");
    }

    /// <summary>Asked for, sent back, asked again, agreed to: at the end nobody there reads it any more, and the family does.</summary>
    private async Task CloseAsync(AgencyOnScene agency, Guid file)
    {
        var manager = A.Worker(Role.TeamManager, agency.Agency);
        await _scene.World.SaveAsync(manager);
        await _scene.World.ReadAsync(database => database.Agencies.Where(a => a.Id == agency.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosingApprovers, 1)));
        foreach (var agrees in new[] { false, true })
        {
            var page = OpenCase(agency, file);
            Press(page, "Close the case");
            Type(page, "close-words");
            foreach (var tick in page.FindAll("form input[type=checkbox]").Select((_, at) => at).ToList())
            {
                page.FindAll("form input[type=checkbox]")[tick].Change(true);
            }

            Save(page);
            var managers = OpenCase(agency with { Worker = manager }, file);
            Shows(managers, "close-words");
            if (agrees)
            {
                Press(managers, "Agree: close the case");
                managers.WaitForState(() => !managers.Markup.Contains("close-words", StringComparison.Ordinal));
            }
            else
            {
                Press(managers, "Send it back");
                Type(managers, "send-back-why");
                Save(managers);
                managers.WaitForState(() => managers.FindAll("form").Count == 0);
                Press(managers, "Timeline and notes");
                Shows(managers, "close-words", "send-back-why");
            }
        }

        var words = Expect.Value(await _scene.The<ReadTeamWords>().ExecuteAsync(_scene.GeorgesId, _scene.AsHelen)).Words;
        Assert.Contains(words, w => w.Closed is not null && w.Words == Typed("close-words"));
    }
}
