using Bunit;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Assessments;
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
    private Account? _manager;

    private async Task OtherPartsOfThePlanAsync(AgencyOnScene agency, IRenderedComponent<CasePage> page)
    {
        Press(page, "Add a need");
        Type(page, "new-statement");
        Save(page);
        Shows(page, "new-statement");
        var need = Expect.Value(await _scene.The<ReadPlan>().ExecuteAsync(_scene.GeorgesId, agency.AsWorker, null)).Statements[0].Id;
        On(page, "button[aria-label*='new-statement']", one => one.Click());
        Type(page, "StatementText", $"-{need:N}");
        Save(page);
        Shows(page, "StatementText");
        Press(page, "Go through the plan with them");
        On(page, "#review-with", one => one.Change(AgreedWith.Representative.ToString()));
        Type(page, "review-name");
        Type(page, "review-why");
        On(page, "#review-next", one => one.Change($"{_scene.World.Clock.Today().AddDays(30):yyyy-MM-dd}"));
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
        On(page, "#note-audience", one => one.Change(CaseAudience.Family.ToString()));
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
        On(page, "table button", one => one.Click());
        Type(page, "remove-why");
        Save(page);
        Shows(page, "document-title", "remove-why");
    }

    /// <summary>By its first words: what follows is for who hears it.</summary>
    private static void PressFirst(IRenderedComponent<CasePage> page, string button)
    {
        page.WaitForState(() => page.FindAll("button").Any(b => b.TextContent.StartsWith(button, StringComparison.Ordinal)));
        InItsTurn(page, () => page.FindAll("button").First(b => b.TextContent.StartsWith(button, StringComparison.Ordinal)).Click());
    }

    /// <summary>One for all that must be agreed to: two would both be asked.</summary>
    private async Task<Account> ManagerAsync(AgencyOnScene agency)
    {
        if (_manager is null)
        {
            _manager = A.Worker(Role.TeamManager, agency.Agency);
            await _scene.World.SaveAsync(_manager);
        }

        return _manager;
    }

    /// <summary>An answer, its words for the plan, why it came back, why another was given up; and the family reads the answer.</summary>
    private async Task AssessmentsAsync(AgencyOnScene agency, Guid file)
    {
        var manager = await ManagerAsync(agency);
        await _scene.World.ReadAsync(database => database.Agencies.Where(a => a.Id == agency.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.AssessmentApprovers, 1)));
        var page = OpenCase(agency, file);
        Press(page, "Assessments");
        Press(page, "Begin an assessment");
        On(page, "button[aria-describedby=form-home-and-therapy]", one => one.Click());
        page.WaitForState(() => page.FindAll(".assessment nav button").Count == 5);
        On(page, ".assessment nav button", one => one.Click(), 4);
        On(page, "#answer-strengths", one => one.Input(Typed("an answer")));
        On(page, "#answer-strengths", one => one.Change(Typed("an answer")));
        PressFirst(page, "Add to the plan as a strength");
        Type(page, "plan-words");
        Save(page);
        page.WaitForState(() => page.Markup.Contains("On the plan", StringComparison.Ordinal));
        HoldsNone(page);
        Assert.Contains(
            Expect.Value(await _scene.The<ReadPlan>().ExecuteAsync(_scene.GeorgesId, _scene.AsHelen, null)).Statements, s => s.Text == Typed("plan-words"));

        var assessment = Expect.Value(await _scene.The<ReadAssessment>().ListAsync(file, agency.AsWorker, Guid.NewGuid())).Rows[0].AssessmentId;
        await _scene.FillAsync(file, assessment, agency.AsWorker);
        Expect.Done(await _scene.FinishAsync(file, assessment, agency.AsWorker, manager.Id));
        var managers = OpenCase(agency with { Worker = manager }, file);
        Press(managers, "Assessments");
        PressFirst(managers, "Open and answer");
        Press(managers, "Send it back");
        Type(managers, "approval-why");
        Save(managers);
        Shows(managers, "approval-why");
        Expect.Done(await _scene.FinishAsync(file, assessment, agency.AsWorker, manager.Id));
        Expect.Done(await _scene.The<FinishAssessment>().AnswerAsync(file, assessment, true, null, manager.AsActor()));
        var words = Expect.Value(await _scene.The<ReadTeamWords>().ExecuteAsync(_scene.GeorgesId, _scene.AsHelen)).Words;
        Assert.Contains(words, w => w.Assessment?.Find("strengths").Value == Typed("an answer"));

        await _scene.StartAssessmentAsync(file, agency.AsWorker);
        page = OpenCase(agency, file);
        Press(page, "Assessments");
        PressFirst(page, "Go on");
        Press(page, "Give it up");
        Type(page, "abandon-why");
        Save(page);
        Shows(page, "abandon-why", "an answer");
    }

    /// <summary>Asked for, sent back, asked again, agreed to: at the end nobody there reads it any more, and the family does.</summary>
    private async Task CloseAsync(AgencyOnScene agency, Guid file)
    {
        var manager = await ManagerAsync(agency);
        await _scene.World.ReadAsync(database => database.Agencies.Where(a => a.Id == agency.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosingApprovers, 1)));
        foreach (var agrees in new[] { false, true })
        {
            var page = OpenCase(agency, file);
            Press(page, "Close the case");
            Type(page, "close-words");
            foreach (var tick in page.FindAll("form input[type=checkbox]").Select((_, at) => at).ToList())
            {
                On(page, "form input[type=checkbox]", one => one.Change(true), tick);
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
