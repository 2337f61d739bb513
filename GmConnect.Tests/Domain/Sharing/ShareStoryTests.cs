using System.Text.Json;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Sharing;

public class ShareStoryTests
{
    [UseCase]
    public async Task ExecuteAsync_WritesOneConsentOneReferralAndOneMessagePerAgency(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        var housing = await scene.AddAgencyAsync(AgencyKind.HousingAssociation);
        var charity = await scene.AddAgencyAsync(AgencyKind.Voluntary, hasSystem: false);
        await scene.TellStoryAsync();

        var shared = await scene.ShareAsync(hospital, housing, charity);

        Assert.Equal(3, shared.ConsentIds.Distinct().Count());
        foreach (var agency in new[] { hospital, housing, charity })
        {
            var (consent, referral) = (await scene.ConsentOfAsync(agency), await scene.ReferralOfAsync(agency));
            Assert.Contains(consent.Id, shared.ConsentIds);
            Assert.Equal((consent.Id, consent.Purpose, ReferralStatus.New), (referral.ConsentId, referral.Purpose, referral.Status));
        }

        Assert.Single(await scene.MessagesToAsync(hospital));
        Assert.Single(await scene.MessagesToAsync(housing));
        Assert.Empty(await scene.MessagesToAsync(charity));
        Assert.Equal((3, 3, 2, 0), await CountAsync(scene));
    }

    [UseCase]
    public async Task ExecuteAsync_Consent_KeepsWordForWordWhatWasAgreed(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        scene.World.Clock.Advance(TimeSpan.FromDays(100));

        await scene.ShareAsync(new Given(hospital, [StoryPartKind.Medicines, StoryPartKind.AboutMe], LastDay: new DateOnly(2026, 7, 15)));

        var consent = await scene.ConsentOfAsync(hospital);
        Assert.Equal($"You let {hospital.Agency.Name} see this.", consent.Wording);
        Assert.Equal(ConsentRecord.HashOf(consent.Wording), consent.WordingHash);
        Assert.Equal("en-GB", consent.Language);
        Assert.Equal([StoryPartKind.AboutMe, StoryPartKind.Medicines], consent.Parts.Select(p => p.Part).Order());
        Assert.Equal((scene.AsHelen.AccountId, scene.HelensDelegation.Id), (consent.GivenBy, consent.UnderDelegation));
        // British summer time: the London day ends an hour before UTC's.
        Assert.Equal((scene.World.Now, new DateTime(2026, 7, 15, 23, 0, 0, DateTimeKind.Utc)), (consent.From, consent.Until));
    }

    [UseCase]
    public async Task ExecuteAsync_ByTheResident_IsUnderNoDelegation(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ChooseAsync(new Given(hospital));

        Expect.Value(await scene.AgreeAsync(by: scene.AsGeorge));

        var consent = await scene.ConsentOfAsync(hospital);
        Assert.Equal((scene.AsGeorge.AccountId, null), (consent.GivenBy, consent.UnderDelegation));
    }

    [UseCase]
    public async Task ExecuteAsync_StoryChangedAfterThePreview_IsRefusedAndSharesNothing(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ChooseAsync(new Given(hospital));
        var shown = Expect.Value(await scene.The<PreviewShare>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));
        await scene.AnswerAsync("who-can-give", "A late addition.");
        await scene.ConfirmAsync(by: scene.AsGeorge);

        var outcome = await scene.The<ShareStory>().ExecuteAsync(scene.GeorgesId, Scene.Agreed(shown.Mark), scene.AsHelen);

        Expect.Refused<PreviewHasChanged, StoryShared>(outcome);
        Assert.Equal((0, 0, 0, 1), await CountAsync(scene));
    }

    [UseCase]
    public async Task ExecuteAsync_ChosenDayIsOverByNow_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ChooseAsync(new Given(hospital, LastDay: DateOnly.FromDateTime(scene.World.Now).AddDays(2)));
        var shown = Expect.Value(await scene.The<PreviewShare>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));
        scene.World.Clock.Advance(TimeSpan.FromDays(3));

        Expect.Refused<ConsentEndsTooEarly, SharePreview>(await scene.The<PreviewShare>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));
        Expect.Refused<ConsentEndsTooEarly, StoryShared>(
            await scene.The<ShareStory>().ExecuteAsync(scene.GeorgesId, Scene.Agreed(shown.Mark), scene.AsHelen));
        Assert.Equal((0, 0, 0, 1), await CountAsync(scene));
    }

    [UseCase]
    public async Task ExecuteAsync_SecondSubmit_SharesNothingTwice(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ChooseAsync(new Given(hospital));
        var mark = Expect.Value(await scene.The<PreviewShare>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Mark;

        Expect.Value(await scene.The<ShareStory>().ExecuteAsync(scene.GeorgesId, Scene.Agreed(mark), scene.AsHelen));
        Expect.Refused<NoAgencyChosen, StoryShared>(await scene.The<ShareStory>().ExecuteAsync(scene.GeorgesId, Scene.Agreed(mark), scene.AsHelen));

        Assert.Equal((1, 1, 1, 0), await CountAsync(scene));
    }

    [UseCase]
    public async Task ExecuteAsync_TwoSubmitsAtOnce_ShareOnce(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var agencies = new[] { await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync(AgencyKind.Police) };
        await scene.TellStoryAsync();
        await scene.ChooseAsync([.. agencies.Select(a => new Given(a))]);
        var mark = Expect.Value(await scene.The<PreviewShare>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Mark;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            scene.The<ShareStory>().ExecuteAsync(scene.GeorgesId, Scene.Agreed(mark), scene.AsHelen))));

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Expect.Refused<NoAgencyChosen, StoryShared>(o));
        Assert.Equal((2, 2, 2, 0), await CountAsync(scene));
    }

    [UseCase]
    public async Task ExecuteAsync_AgainWithTheSameAgency_ReplacesItsPermissionAndKeepsTheReferral(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(new Given(hospital, [StoryPartKind.Medicines]));
        var first = await scene.ConsentOfAsync(hospital);
        var referral = await scene.ReferralOfAsync(hospital);
        scene.World.Clock.Advance(TimeSpan.FromDays(1));

        await scene.ShareAsync(new Given(hospital, [StoryPartKind.HomeAndAccess]));

        var second = await scene.ConsentOfAsync(hospital);
        var permissions = Expect.Value(await scene.The<ReadPermissions>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Permissions;
        Assert.Equal(PermissionState.InForce, permissions.Single(p => p.ConsentId == second.Id).State);
        Assert.Equal(PermissionState.Replaced, permissions.Single(p => p.ConsentId == first.Id).State);
        Assert.Equal((referral.Id, second.Id), ((await scene.ReferralOfAsync(hospital)).Id, (await scene.ReferralOfAsync(hospital)).ConsentId));
        var read = Expect.Value(await scene.The<ReadReferral>().ExecuteAsync(referral.Id, hospital.AsWorker, Guid.NewGuid()));
        Assert.Equal([StoryPartKind.HomeAndAccess], read.Parts.Select(p => p.Part));
    }

    [UseCase]
    [Row(AgencyKind.Hospital, true)]
    [Row(AgencyKind.Reablement, true)]
    [Row(AgencyKind.HousingAssociation, false)]
    [Row(AgencyKind.Police, false)]
    [Row(AgencyKind.Voluntary, false)]
    public async Task Message_HoldsThePermittedPartsAndNothingElse(DatabaseProvider provider, AgencyKind kind, bool usesNhsNumber)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var agency = await scene.AddAgencyAsync(kind);
        await scene.TellStoryAsync();

        await scene.ShareAsync(new Given(agency, [StoryPartKind.HomeAndAccess, StoryPartKind.WhatHappened]));

        var message = Assert.Single(await scene.MessagesToAsync(agency));
        var json = (await scene.BodyOfAsync(message))!;
        using var body = JsonDocument.Parse(json);
        var (root, data) = (body.RootElement, body.RootElement.GetProperty("data"));
        Assert.Equal(("1.0", message.Id.ToString()), (root.GetProperty("specversion").GetString(), root.GetProperty("id").GetString()));
        Assert.Equal(
            ["person", "purpose", "permittedUntil", "consentReference", "parts"], data.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            [("what-happened", Scene.WordsOf(StoryPartKind.WhatHappened)), ("home-and-access", Scene.WordsOf(StoryPartKind.HomeAndAccess))],
            data.GetProperty("parts").EnumerateArray().Select(p =>
                (p.GetProperty("part").GetString()!, p.GetProperty("answers")[0].GetProperty("text").GetString()!)));
        Assert.Equal(usesNhsNumber, json.Contains(scene.George.NhsNumber!, StringComparison.Ordinal));
        Assert.All(
            StoryQuestions.Parts.Except([StoryPartKind.HomeAndAccess, StoryPartKind.WhatHappened]),
            part => Assert.DoesNotContain(Scene.WordsOf(part), json, StringComparison.Ordinal));
        Assert.DoesNotContain(scene.GeorgesId.ToString(), json, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Consents, referrals, messages, choices.</summary>
    private static Task<(int, int, int, int)> CountAsync(Scene scene) => scene.World.ReadAsync(async database => (
        await database.Set<ConsentRecord>().CountAsync(),
        await database.Set<Referral>().CountAsync(),
        await database.Set<OutboxMessage>().CountAsync(),
        await database.Set<ShareChoice>().CountAsync()));
}
