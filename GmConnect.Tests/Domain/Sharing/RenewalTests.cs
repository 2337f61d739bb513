using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>A permission that ends soon is on the workers' list, and the family lets it go on as it was.</summary>
public class RenewalTests
{
    [UseCase]
    public async Task WhatEndsWithinThirtyDays_IsOnTheList_SoonestFirst_UntilItIsRenewed(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var today = scene.World.Clock.Today();
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(new Given(hospital, [StoryPartKind.AboutMe], LastDay: today.AddDays(31)));
        async Task<IReadOnlyList<InboxRow>> EndingAsync() => (await scene.The<ListInbox>().EndingAsync(hospital.AsWorker, Guid.NewGuid())).Rows;

        Assert.Empty(await EndingAsync());
        scene.World.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(LondonTime.EndOf(today.AddDays(31)), Assert.Single(await EndingAsync()).PermittedUntil);

        var consent = await scene.ConsentOfAsync(hospital);
        Expect.Done(await scene.The<ChooseWhoMaySee>().AgainAsync(scene.GeorgesId, consent.Id, scene.AsHelen));
        Expect.Value(await scene.AgreeAsync());
        var renewed = await scene.ConsentOfAsync(hospital);

        Assert.Empty(await EndingAsync());
        Assert.NotEqual(consent.Id, renewed.Id);
        Assert.Equal([StoryPartKind.AboutMe], renewed.Parts.Select(p => p.Part));
        Assert.Equal(
            (consent.Purpose, LondonTime.EndOf(scene.World.Clock.Today().AddMonths(ChooseWhoMaySee.RenewedMonths))), (renewed.Purpose, renewed.Until));
    }

    /// <summary>What was begun for another agency and never finished would keep the family from agreeing; what was finished is shared with it.</summary>
    [Fact]
    public async Task RenewingOne_KeepsFinishedChoices_AndLaysUnfinishedOnesAside()
    {
        await using var scene = await Scene.OpenAsync();
        var (hospital, finished, begun) = (await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync(), await scene.AddAgencyAsync());
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);
        await scene.ChooseAsync(new Given(finished));
        Expect.Done(await scene.The<ChooseWhoMaySee>().AgenciesAsync(scene.GeorgesId, [finished.Id, begun.Id], scene.AsHelen));

        Expect.Done(await scene.The<ChooseWhoMaySee>().AgainAsync(scene.GeorgesId, (await scene.ConsentOfAsync(hospital)).Id, scene.AsHelen));

        var preview = Expect.Value(await scene.The<PreviewShare>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));
        Assert.Equal(new[] { hospital.Id, finished.Id }.Order(), preview.Agencies.Select(a => a.AgencyId).Order());
    }

    [Theory]
    [InlineData("2026-11-30", "2027-05-23")]
    [InlineData("2026-11-01", "2027-05-23")]
    [InlineData("2027-12-23", "2027-12-23")]
    public void RenewedUntil_IsNeverSoonerThanItEndsNow(string lastDay, string renewed) => Assert.Equal(
        DateOnly.ParseExact(renewed, "yyyy-MM-dd"),
        ChooseWhoMaySee.RenewedUntil(LondonTime.EndOf(DateOnly.ParseExact(lastDay, "yyyy-MM-dd")), new DateOnly(2026, 11, 23)));

    /// <summary>A no is not renewed, nor what was never given.</summary>
    [Fact]
    public async Task OnlyAGivenPermission_IsRenewed()
    {
        await using var scene = await Scene.OpenAsync();
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);
        var no = (await scene.ConsentOfAsync(hospital)).RefusedBy(new Stamp(scene.AsHelen.AccountId, scene.World.Now), DecidedBy.Parent, scene.World.Now.AddYears(1));
        await scene.World.SaveAsync(no);

        Expect.Refused<NotFound>(await scene.The<ChooseWhoMaySee>().AgainAsync(scene.GeorgesId, no.Id, scene.AsHelen));
        Expect.Refused<NotFound>(await scene.The<ChooseWhoMaySee>().AgainAsync(scene.GeorgesId, Guid.CreateVersion7(), scene.AsHelen));
    }
}
