using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Rights;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Rights;

/// <summary>An objection stops the agency at once; only a named ground lets it go on.</summary>
public class ObjectionTests
{
    [UseCase]
    [Row(true)]
    [Row(false)]
    public async Task AnObjection_StopsAtOnce_AndTheDecisionSaysWhetherForGood(DatabaseProvider provider, bool stops)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, council) = (await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync());
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital, council);
        var lead = await scene.AddAsync(A.Worker(Role.GovernanceLead, hospital.Agency));
        var asked = Expect.Value(await scene.The<AskToStop>().ExecuteAsync(scene.GeorgesId, hospital.Id, " They told my employer. ", scene.AsHelen));
        Assert.Equal(LondonTime.EndOf(scene.World.Clock.Today().AddMonths(1)), asked.DueAt);

        Assert.False(await SeesAsync(scene, hospital));
        Assert.True(await SeesAsync(scene, council));
        var matter = Assert.Single((await scene.The<ListMatters>().ExecuteAsync(lead, false, Guid.NewGuid())).Rows).MatterId;
        Expect.Refused<NameTheGround>(await scene.The<DecideObjection>().ExecuteAsync(matter, false, " ", "We must go on.", lead));
        Expect.Refused<DecisionNeedsWords>(await scene.The<DecideObjection>().ExecuteAsync(matter, true, null, " ", lead));
        Expect.Done(await scene.The<DecideObjection>().ExecuteAsync(matter, stops, stops ? null : "Care Act 2014 section 42", "This is why.", lead));

        Assert.Equal(!stops, await SeesAsync(scene, hospital));
        var shown = Assert.Single(Expect.Value(await scene.The<ReadQuestions>().ExecuteAsync(scene.GeorgesId, scene.AsGeorge)).Questions);
        Assert.Equal(
            new ObjectionShown(hospital.Agency.Name, true, stops ? null : "Care Act 2014 section 42", "This is why."), shown.Objection);
        Assert.Equal("They told my employer.", shown.Words);
        Expect.Refused<CorrectionIsDecided>(await scene.The<DecideObjection>().ExecuteAsync(matter, true, null, "Again.", lead));
    }

    [Fact]
    public async Task WhatIsMissing_IsSaid_AndNobodyElseIsStopped()
    {
        await using var scene = await Scene.OpenAsync();
        var (hospital, never) = (await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync());
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);
        var stop = scene.The<AskToStop>();

        Expect.Refused<ChooseWhoIsToStop, QuestionAsked>(await stop.ExecuteAsync(scene.GeorgesId, null, "No.", scene.AsHelen));
        Expect.Refused<ChooseWhoIsToStop, QuestionAsked>(await stop.ExecuteAsync(scene.GeorgesId, never.Id, "No.", scene.AsHelen));
        Expect.Refused<SayWhyToStop, QuestionAsked>(await stop.ExecuteAsync(scene.GeorgesId, hospital.Id, " ", scene.AsHelen));
        Assert.True(await SeesAsync(scene, hospital));
        Assert.Equal([hospital.Id], Expect.Value(await stop.ReadAsync(scene.GeorgesId, scene.AsHelen)).Agencies.Select(a => a.AgencyId));
        await scene.World.SaveAsync(A.Protection(of: scene.George));
        Assert.Empty(Expect.Value(await stop.ReadAsync(scene.GeorgesId, scene.AsHelen)).Agencies);
    }

    private static async Task<bool> SeesAsync(Scene scene, AgencyOnScene agency) =>
        (await scene.The<ReadReferral>().ExecuteAsync((await scene.ReferralOfAsync(agency)).Id, agency.AsWorker, Guid.NewGuid())).Succeeded;
}
