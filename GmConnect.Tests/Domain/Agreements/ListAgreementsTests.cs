using GmConnect.Domain.Agreements;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Agreements;

public class ListAgreementsTests
{
    [UseCase]
    public async Task EndingWithinNinetyDays_ComesFirst_TheNearestBeforeTheOthers_WithItsImpact(DatabaseProvider provider)
    {
        await using var scene = await AgreementScene.OnAsync(provider);
        var today = LondonTime.DayOf(scene.World.Now);
        var late = await scene.SignedAsync();
        var inNinety = await scene.SignedAsync(scene.Typed() with { LastDay = today.AddDays(89), Parts = [StoryPartKind.AboutMe] });
        var inForty = await scene.SignedAsync(scene.Typed() with { LastDay = today.AddDays(40) });
        var draft = await scene.DraftAsync(scene.Typed() with { LastDay = today.AddDays(5) });

        var shown = Expect.Value(await scene.The<ListAgreements>().ExecuteAsync(scene.Guardian));

        Assert.Equal([inForty, inNinety], shown.EndingSoon.Select(l => l.AgreementId));
        Assert.Equal(new HashSet<Guid> { late, draft }, [.. shown.Others.Select(l => l.AgreementId)]);
        Assert.All(shown.EndingSoon, l => Assert.NotNull(l.Impact));
        // The long one covers both.
        Assert.All(shown.EndingSoon, l => Assert.Empty(l.Impact!.Flows));
    }

    [UseCase]
    public async Task ALead_SeesTheirOwn_AndWhatWaitsForTheirSignature(DatabaseProvider provider)
    {
        await using var scene = await AgreementScene.OnAsync(provider);
        var id = await scene.DraftAsync();
        Expect.Done(await scene.The<SignAgreement>().ExecuteAsync(id, 1, "Caldicott Guardian", scene.HospitalLead));

        async Task<IEnumerable<bool>> AwaitsAsync(Actor actor) =>
            Expect.Value(await scene.The<ListAgreements>().ExecuteAsync(actor)).Others.Select(l => l.AwaitsMe);

        Assert.Equal([false], await AwaitsAsync(scene.HospitalLead));
        Assert.Equal([true], await AwaitsAsync(scene.NursingLead));
        Assert.Equal([false], await AwaitsAsync(scene.Guardian));
        Assert.Empty(await AwaitsAsync(scene.Who["lead of no party"]));
    }

    [UseCase]
    public async Task TwoWhoSignAtTheSameMoment_AreBothKept(DatabaseProvider provider)
    {
        await using var scene = await AgreementScene.OnAsync(provider);
        var id = await scene.DraftAsync();

        var outcomes = await Task.WhenAll(
            scene.The<SignAgreement>().ExecuteAsync(id, 1, "Caldicott Guardian", scene.HospitalLead),
            scene.The<SignAgreement>().ExecuteAsync(id, 1, "Caldicott Guardian", scene.NursingLead));

        Assert.All(outcomes, Expect.Done);
        Assert.Equal(AgreementStatus.Signed, (await scene.ReadAsync(id)).Status);
    }

    [Theory]
    [InlineData("suspend")]
    [InlineData("end")]
    public async Task WhatStops_IsToldToOpenPagesOfEveryParty_OnceItIsCommitted(string act)
    {
        await using var scene = await AgreementScene.OnAsync();
        var id = await scene.SignedAsync();
        var told = new[] { Topics.InboxOf(scene.Hospital.Id), Topics.InboxOf(scene.Nursing.Id), Topics.Agreements }
            .Select(topic => WatchAsync(scene, topic)).ToList();

        Expect.Done(act == "end"
            ? await scene.The<EndAgreement>().ExecuteAsync(id, "Because.", scene.HospitalLead)
            : await scene.The<SuspendAgreement>().ExecuteAsync(id, "Because.", scene.HospitalLead));

        await Task.WhenAll(told).WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static async Task WatchAsync(AgreementScene scene, string topic)
    {
        var told = new TaskCompletionSource();
        using var watching = scene.The<LiveUpdates>().Watch(topic, () =>
        {
            told.TrySetResult();

            return Task.CompletedTask;
        });
        await told.Task;
    }
}
