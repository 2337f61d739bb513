using System.Globalization;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Citizen.WhoLooked;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Web.Documents;

/// <summary>Real documents over HTTP, read back: each holds what its one reader may see, and nothing that others may.</summary>
[Collection(nameof(InTheBrowser))]
public class DocumentsOnTheWeb(ServiceInProcess service) : IClassFixture<ServiceInProcess>
{
    private static readonly Dictionary<StoryPartKind, string> _words =
        StoryQuestions.Parts.ToDictionary(part => part, part => $"qxpart{part.ToString().ToLowerInvariant()}");

    [BrowserFact]
    public async Task AWorkersPassport_HoldsThePartsSharedWithTheirAgency_AndNoOther()
    {
        var story = await TellEverythingAsync();
        await story.SharePartsAsync(story.Hospital, [.. StoryQuestions.Parts]);
        await story.SharePartsAsync(story.Nursing, StoryPartKind.AboutMe, StoryPartKind.Medicines);
        var address = $"/staff/referrals/{await story.ReferralOfAsync(story.Nursing)}/passport.pdf";

        using var pdf = await PrintAsync(story.Ruth, address);

        Assert.Equal(
            [StoryPartKind.AboutMe, StoryPartKind.Medicines],
            _words.Where(word => pdf.Text.Contains(word.Value, StringComparison.Ordinal)).Select(word => word.Key).Order());
        Assert.All(pdf.Pages, page => Assert.Contains(
            $"Printed by Ruth Okafor (District nurse), for {story.Nursing.Name}, on", PrintedPdf.TextOf(page)));
        Assert.EndsWith($"Page {pdf.Pages.Count} of {pdf.Pages.Count}", Foot(pdf));
        Assert.True(pdf.IsTagged);
        Assert.Equal("Story passport - GM-Connect", pdf.Title);
        var look = Assert.Single(await ExportsAsync(story, story.Ruth), entry => entry.Category is DataCategory.StoryPart);
        Assert.Equal([StoryPartKind.AboutMe, StoryPartKind.Medicines], look.PartsSeen);
        Assert.Equal((AccessKind.Looked, story.Nursing.Id), (look.Kind, look.AgencyId));
        var looks = Expect.Value(await story.The<ListLooks>().ExecuteAsync(story.George.Id, false, 0, story.Helen.AsActor())).Looks;
        Assert.StartsWith(
            "Ruth Okafor, district nurse at " + story.Nursing.Name + ", printed or saved ",
            story.The<LookSentence>().Of(Assert.Single(looks, one => one.EntryId == look.Id)));
    }

    [BrowserFact]
    public async Task WhatWasWithdrawn_IsOnNoPaperAnyMore()
    {
        var story = await TellEverythingAsync();
        await story.SharePartsAsync(story.Nursing, StoryPartKind.AboutMe, StoryPartKind.Medicines);
        await story.WithdrawAsync(story.Nursing);
        await story.SharePartsAsync(story.Nursing, StoryPartKind.AboutMe);

        using var pdf = await PrintAsync(story.Ruth, $"/staff/referrals/{await story.LatestReferralOfAsync(story.Nursing)}/passport.pdf");

        Assert.Contains(_words[StoryPartKind.AboutMe], pdf.Text);
        Assert.DoesNotContain(_words[StoryPartKind.Medicines], pdf.Text);
    }

    [BrowserFact]
    public async Task TheFamilysPassport_HoldsWhatTheyConfirmed_AndNoDraft()
    {
        var story = await TellEverythingAsync();
        Expect.Value(await story.The<SaveAnswer>().ExecuteAsync(
            story.George.Id, new AnswerTyped("please-do", "qxonlyadraft", null), story.Helen.AsActor()));

        using var pdf = await PrintAsync(story.Helen, $"/story/{story.George.Id}/passport.pdf");

        Assert.All(_words.Values, word => Assert.Contains(word, pdf.Text));
        Assert.Contains("14 Lark Hill", pdf.Text);
        Assert.DoesNotContain("qxonlyadraft", pdf.Text);
        Assert.Contains("Printed by Helen Ashworth (acting for George Ashworth), for their own use, on", Foot(pdf));
    }

    [BrowserFact]
    public async Task ThePlan_IsTheSameForFamilyAndTeam_WithoutWhatTheTeamWroteForItself()
    {
        var (story, file) = await OpenAsync();
        Expect.Value(await story.The<WriteNote>().ApproveAsync(file, null, new("qxteamnote", CaseAudience.CareTeam, null), story.Amira.AsActor()));

        foreach (var (reader, address) in new[] { (story.Himself, $"/plan/{story.George.Id}/shared-plan.pdf"), (story.Tom, $"/staff/plans/{story.George.Id}/shared-plan.pdf") })
        {
            using var pdf = await PrintAsync(reader, address);

            Assert.Contains("To walk to the shop", pdf.Text);
            Assert.Contains("Bring the frame", pdf.Text);
            Assert.Contains(story.Hospital.Name, pdf.Text);
            Assert.DoesNotContain("qxteamnote", pdf.Text);
            Assert.Subset(pdf.Tags.ToHashSet(), new HashSet<string> { "H1", "H2", "Table", "TH", "TD", "L", "LI" });
            Assert.Equal(DataCategory.Plan, Assert.Single(await ExportsAsync(story, reader)).Category);
        }
    }

    [BrowserFact]
    public async Task LargePrint_HasLargerLetters_AndListsInPlaceOfTables()
    {
        var (story, _) = await OpenAsync();
        var address = $"/plan/{story.George.Id}/shared-plan.pdf";
        using var usual = await PrintAsync(story.Helen, address);
        using var large = await PrintAsync(story.Helen, $"{address}?print=large");

        Assert.InRange(usual.LetterSize, 11, 13);
        Assert.True(large.LetterSize >= 18, $"{large.LetterSize}");
        Assert.DoesNotContain("Table", large.Tags);
        Assert.Contains("Bring the frame", large.Text);
    }

    [BrowserFact]
    public async Task LeavingHospital_IsTheTeamsAndTheFamilys_AndHoldsNothingElseOfThePlan()
    {
        var (story, file) = await OpenAsync();
        var stay = await AdmitAsync(story, file);
        using var ward = await PrintAsync(story.Ruth, $"/staff/discharge/{stay}/summary.pdf");
        using var family = await PrintAsync(story.Himself, $"/plan/{story.George.Id}/leaving-hospital.pdf");

        Assert.All([ward, family], pdf =>
        {
            Assert.Contains("Medicines to take home", pdf.Text);
            Assert.Contains(London(story.The<TimeProvider>().Today().AddDays(5)), pdf.Text);
            Assert.DoesNotContain("Bring the frame", pdf.Text);
        });
        Assert.All([ward, family], pdf =>
        {
            Assert.Contains("Ward qxward", pdf.Text);
            Assert.Contains("Safe with a frame", pdf.Text);
        });
        // The stay and the plan on one sheet are one look.
        Assert.Single(await ExportsAsync(story, story.Himself));
    }

    [BrowserFact]
    public async Task ARelativeOfAProtectedPerson_ReadsOnNoPaperWhereTheyAre()
    {
        var (story, file) = await OpenAsync();
        await AdmitAsync(story, file);
        await ProtectAsync(story);
        string[] places = ["Lark Hill", story.George.Phone!, story.Hospital.Name, story.Nursing.Name, "Amira Khan", "Ruth Okafor", "qxward"];

        foreach (var address in await FamilysAsync(story))
        {
            using var hers = await PrintAsync(story.Helen, address);
            Assert.DoesNotContain(places, place => hers.Text.Contains(place, StringComparison.Ordinal));
            Assert.Contains("George Ashworth", hers.Text);
        }

        using var his = await PrintAsync(story.Himself, $"/plan/{story.George.Id}/shared-plan.pdf");
        Assert.Contains(story.Hospital.Name, his.Text);
    }

    [BrowserFact]
    public async Task TheReceipt_SaysWhatWasAgreed()
    {
        var story = await TellEverythingAsync();
        await story.SharePartsAsync(story.Nursing, StoryPartKind.Medicines);
        await story.SharePartsAsync(story.Hospital, StoryPartKind.Equipment);
        var consent = await ConsentAsync(story, story.Nursing.Id);

        using var pdf = await PrintAsync(story.Helen, $"/consents/{story.George.Id}/{consent.Id}/receipt.pdf");

        Assert.Contains(consent.Reference, pdf.Text);
        Assert.Contains("I agree.", pdf.Text);
        Assert.Contains(story.Nursing.Name, pdf.Text);
        Assert.DoesNotContain(story.Hospital.Name, pdf.Text);
        Assert.Contains(consent.WordingHash, pdf.Text.Replace(" ", "", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task ADocument_IsADownloadThatIsKeptNowhere_AndItsNameTellsNothing()
    {
        var (story, _) = await OpenAsync();
        using var helen = await AsAsync(story.Helen);
        var answer = await helen.GetAsync($"/plan/{story.George.Id}/shared-plan.pdf");

        Assert.Equal((200, "application/pdf", "no-store", "nosniff"),
            (answer.Status, answer.Header("Content-Type"), answer.Header("Cache-Control"), answer.Header("X-Content-Type-Options")));
        Assert.StartsWith("attachment; filename=shared-plan.pdf", answer.Header("Content-Disposition"));
    }

    [BrowserFact]
    public async Task UnknownAndForbidden_LookTheSame()
    {
        var (story, file) = await OpenAsync();
        var stay = await AdmitAsync(story, file);
        var (id, referral, nobody) = (story.George.Id, await story.ReferralOfAsync(story.Nursing), Guid.NewGuid());
        var other = await HipStory.BeginAsync(service.Started().Services);
        var consent = (await ConsentAsync(story, story.Nursing.Id)).Id;

        foreach (var (reader, theirs, unknown) in new[]
        {
            (other.Helen, $"/story/{id}/passport.pdf", $"/story/{nobody}/passport.pdf"),
            (other.Helen, $"/plan/{id}/shared-plan.pdf", $"/plan/{nobody}/shared-plan.pdf"),
            (other.Helen, $"/plan/{id}/leaving-hospital.pdf", $"/plan/{nobody}/leaving-hospital.pdf"),
            (other.Helen, $"/consents/{id}/{consent}/receipt.pdf", $"/consents/{nobody}/{consent}/receipt.pdf"),
            (story.Dev, $"/staff/referrals/{referral}/passport.pdf", $"/staff/referrals/{nobody}/passport.pdf"),
            (story.Amira, $"/staff/referrals/{referral}/passport.pdf", $"/staff/referrals/{nobody}/passport.pdf"),
            (story.Dev, $"/staff/plans/{id}/shared-plan.pdf", $"/staff/plans/{nobody}/shared-plan.pdf"),
            (story.Dev, $"/staff/discharge/{stay}/summary.pdf", $"/staff/discharge/{nobody}/summary.pdf")
        })
        {
            using var visitor = await AsAsync(reader);
            var (forbidden, missing) = (await visitor.GetAsync(theirs), await visitor.GetAsync(unknown));

            Assert.Equal((404, missing.Body.Length), (forbidden.Status, forbidden.Body.Length));
            Assert.Equal(404, missing.Status);
        }
    }

    private async Task<HipStory> TellEverythingAsync()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.TellAsync([.. StoryQuestions.Parts.Select(part => (StoryQuestions.Of(part).First().Key, $"Mind the {_words[part]}."))]);

        return story;
    }

    private async Task<(HipStory Story, Guid File)> OpenAsync()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        var file = await story.OpenCaseAsync();
        var goal = Expect.Value(await story.The<ChangePlan>().AddGoalAsync(story.George.Id, "To walk to the shop", story.Helen.AsActor()));
        Expect.Value(await story.The<ChangePlan>().AddActionAsync(
            story.George.Id, new ActionTyped(goal, "Bring the frame", story.Hospital.Id, null), story.Amira.AsActor()));

        return (story, file);
    }

    private static async Task<Guid> AdmitAsync(HipStory story, Guid file)
    {
        var today = story.The<TimeProvider>().Today();
        var stay = Expect.Value(await story.The<BeginStay>().ExecuteAsync(
            file, new("Ward qxward", today.AddDays(-3), false, "plans the way home"), story.Amira.AsActor()));
        Expect.Done(await story.The<ChangeStay>().ExpectAsync(stay, today.AddDays(5), null, "Safe with a frame", story.Amira.AsActor()));

        return stay;
    }

    private async Task ProtectAsync(HipStory story)
    {
        await using var database = await service.DatabaseAsync();
        database.Add(new PlaceProtected
        {
            ResidentId = story.George.Id, From = story.The<TimeProvider>().GetUtcNow().UtcDateTime, RecordedBy = Guid.CreateVersion7(), MayKnow = []
        });
        await database.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<string>> FamilysAsync(HipStory story)
    {
        var id = story.George.Id;

        return
        [
            $"/story/{id}/passport.pdf", $"/plan/{id}/shared-plan.pdf", $"/plan/{id}/leaving-hospital.pdf",
            $"/consents/{id}/{(await ConsentAsync(story, story.Nursing.Id)).Id}/receipt.pdf"
        ];
    }

    private async Task<ConsentRecord> ConsentAsync(HipStory story, Guid agency)
    {
        await using var database = await service.DatabaseAsync();

        return await database.Set<ConsentRecord>().SingleAsync(c => c.ResidentId == story.George.Id && c.AgencyId == agency);
    }

    /// <summary>What was recorded as leaving the service with this reader.</summary>
    private async Task<List<AccessEntry>> ExportsAsync(HipStory story, Account reader)
    {
        await using var database = await service.DatabaseAsync();

        return await database.Set<AccessEntry>()
            .Where(e => e.ResidentId == story.George.Id && e.AccountId == reader.Id && e.Channel == Channel.Export).ToListAsync();
    }

    private async Task<Visitor> AsAsync(Account reader)
    {
        var visitor = new Visitor(service.Started().Address);
        await visitor.BecomeAsync(reader.Handle);

        return visitor;
    }

    private async Task<PrintedPdf> PrintAsync(Account reader, string address)
    {
        using var visitor = await AsAsync(reader);
        var answer = await visitor.GetAsync(address);
        Assert.Equal((200, "application/pdf"), (answer.Status, answer.Header("Content-Type")));
        if (Environment.GetEnvironmentVariable("GMCONNECT_KEEP_DOCUMENTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{reader.Handle}-{address.Split('/')[^1].Replace("?print=", "-", StringComparison.Ordinal)}.pdf"), answer.Bytes);
        }

        return new PrintedPdf(answer.Bytes);
    }

    private static string Foot(PrintedPdf pdf) => PrintedPdf.TextOf(pdf.Pages[^1]);

    private static string London(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
