using System.Text.Json;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Stories;

public class ConfirmStoryTests
{
    [UseCase]
    public async Task ExecuteAsync_ByADelegate_SaysWhoSupported(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);

        var confirmed = await scene.TellStoryAsync(StoryPartKind.AboutMe);

        Assert.StartsWith("GMC-", confirmed.Reference);
        Assert.Equal(scene.World.Now, confirmed.At);
        Assert.Equal($"{scene.AsHelen.DisplayName}, daughter", (await PartsAsync(scene)).Single().SupportedBy);
    }

    [UseCase]
    public async Task ExecuteAsync_ByTheResident_NobodySupported(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await scene.AnswerAsync("needed-now", "A ramp.", by: scene.AsGeorge);

        await scene.ConfirmAsync(by: scene.AsGeorge);

        Assert.Null((await PartsAsync(scene)).Single().SupportedBy);
    }

    [UseCase]
    public async Task ExecuteAsync_NothingWritten_IsRefusedToTheFamilyAndNotFoundToOthers(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var stranger = await scene.AddAsync(A.Stranger());

        Expect.Refused<StoryHasNoAnswers, StoryConfirmed>(await scene.The<ConfirmStory>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));
        Expect.Refused<NotFound, StoryConfirmed>(await scene.The<ConfirmStory>().ExecuteAsync(scene.GeorgesId, stranger));
    }

    [UseCase]
    public async Task ExecuteAsync_LaterVersion_FlowsToWhoMaySeeThatPartAndIsNamed(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        var housing = await scene.AddAgencyAsync(AgencyKind.HousingAssociation);
        await scene.TellStoryAsync();
        await scene.ShareAsync(
            new Given(hospital, [StoryPartKind.Medicines, StoryPartKind.WhatHappened]), new Given(housing, [StoryPartKind.HomeAndAccess]));
        var medicines = await StandingAsync(scene, "medicines");
        await scene.AnswerAsync("medicines", "Now without injections.", medicines.Id);
        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));

        var confirmed = await scene.ConfirmAsync();

        Assert.Equal([StoryPartKind.Medicines], confirmed.NewVersions);
        Assert.Equal([hospital.Agency.Name], confirmed.AlreadySharedWith);
        Assert.Single(await scene.MessagesToAsync(housing));
        var messages = await scene.MessagesToAsync(hospital);
        Assert.Equal([MessageKind.StoryShared, MessageKind.StoryShared], messages.Select(m => m.Kind));
        using var body = JsonDocument.Parse((await scene.BodyOfAsync(messages[1]))!);
        Assert.Equal(
            ["what-happened 1", "medicines 2"],
            body.RootElement.GetProperty("data").GetProperty("parts").EnumerateArray()
                .Select(p => $"{p.GetProperty("part").GetString()} {p.GetProperty("version").GetInt32()}"));
        var read = Expect.Value(await scene.The<ReadReferral>().ExecuteAsync(
            (await scene.ReferralOfAsync(hospital)).Id, hospital.AsWorker, Guid.NewGuid()));
        Assert.Contains(read.Parts, p => p.Number == 2 && p.Words[0].Text == "Now without injections.");
    }

    [UseCase]
    public async Task ExecuteAsync_AfterWithdrawal_NothingFlowsAndNobodyIsNamed(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);
        Expect.Done(await scene.WithdrawAsync(hospital));
        var before = (await scene.MessagesToAsync(hospital)).Count;
        await scene.AnswerAsync("medicines", "Other ones.", (await StandingAsync(scene, "medicines")).Id);

        var confirmed = await scene.ConfirmAsync();

        Assert.Empty(confirmed.AlreadySharedWith);
        Assert.Equal(before, (await scene.MessagesToAsync(hospital)).Count);
    }

    [UseCase]
    public async Task Drafts_NeverReachAWorkerOrASystem(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);

        await scene.AnswerAsync("medicines", "A draft nobody confirmed.", (await StandingAsync(scene, "medicines")).Id);

        var read = Expect.Value(await scene.The<ReadReferral>().ExecuteAsync(
            (await scene.ReferralOfAsync(hospital)).Id, hospital.AsWorker, Guid.NewGuid()));
        Assert.DoesNotContain(read.Parts, p => p.Words.Any(w => w.Text.Contains("draft", StringComparison.Ordinal)));
        Assert.Single(await scene.MessagesToAsync(hospital));
        Expect.Refused<NotFound, StoryShown>(await scene.The<ReadStory>().ExecuteAsync(scene.GeorgesId, hospital.AsWorker));
    }

    private static Task<List<ConfirmedPart>> PartsAsync(Scene scene) =>
        scene.World.ReadAsync(database => database.Set<ConfirmedPart>().ToListAsync());

    private static async Task<AnswerShown> StandingAsync(Scene scene, string question) =>
        Expect.Value(await scene.The<ReadStory>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Find(StoryQuestions.Find(question)!)!.Answers.Single();
}
