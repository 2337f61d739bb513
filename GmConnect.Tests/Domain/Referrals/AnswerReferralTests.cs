using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Referrals;

public class AnswerReferralTests
{
    [UseCase]
    public async Task TriageAsync_IsKeptWithWhoWhenAndWhy(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await ShareAsync(scene);

        await scene.TriageAsync(hospital);

        var shown = await ReadAsync(scene, hospital);
        Assert.Equal(
            (ReferralStatus.Triaged, TriageLevel.P2, "He goes home on Friday.", hospital.Worker.DisplayName, scene.World.Now),
            (shown.Status, shown.Level!.Value, shown.TriageReason, shown.TriagedBy, shown.TriagedAt!.Value));
    }

    [UseCase]
    public async Task TriageAsync_TwoPeopleAtOnce_TheSecondIsToldWhatStands(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await ShareAsync(scene);
        var colleague = await scene.AddAsync(A.Worker(Role.TriageLead, hospital.Agency));
        var referral = (await scene.ReferralOfAsync(hospital)).Id;

        var outcomes = await Task.WhenAll(new[] { hospital.AsWorker, colleague }.Select(who => Task.Run(() =>
            scene.The<TriageReferral>().ExecuteAsync(referral, A.Triaged(TriageLevel.P4, $"Said {who.DisplayName}"), who))));

        Assert.Single(outcomes, o => o.Succeeded);
        Expect.Refused<TriagedMeanwhile>(outcomes.Single(o => !o.Succeeded));
    }

    [UseCase]
    public async Task RefuseAsync_TheFamilyReadsTheReason(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await ShareAsync(scene);

        Expect.Done(await scene.The<AnswerReferral>().RefuseAsync((await scene.ReferralOfAsync(hospital)).Id, "He lives in Bury.", hospital.AsWorker));

        var permission = Assert.Single(Expect.Value(await scene.The<ReadPermissions>().ExecuteAsync(scene.GeorgesId, scene.AsGeorge)).Permissions);
        Assert.Equal((ProgressStep.Refused, "He lives in Bury."), (permission.Progress.Step, permission.Progress.Reason));
    }

    [UseCase]
    public async Task ReadReferral_ShowsTheNhsNumberWhereTheLawHasItUsed(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        var housing = await scene.AddAgencyAsync(AgencyKind.HousingAssociation);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital, housing);

        Assert.Equal(scene.George.NhsNumber, (await ReadAsync(scene, hospital)).Who.NhsNumber);
        Assert.Null((await ReadAsync(scene, housing)).Who.NhsNumber);
    }

    [UseCase]
    public async Task ListInbox_MostUrgentFirst(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        TriageLevel?[] received = [TriageLevel.P4, TriageLevel.P3, TriageLevel.P2, null, TriageLevel.P1, null];
        foreach (var level in received)
        {
            scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
            var resident = A.Resident();
            var consent = new ConsentRecord
            {
                Reference = Reference.New(), ResidentId = resident.Id, AgencyId = hospital.Id, Purpose = Purpose.Care,
                From = scene.World.Now, Until = scene.World.Now.AddDays(9), GivenBy = scene.AsHelen.AccountId,
                Wording = "", WordingHash = ConsentRecord.HashOf(""), Language = "en-GB"
            }.Covering([StoryPartKind.AboutMe]);
            var referral = new Referral
            {
                Reference = Reference.New(), ResidentId = resident.Id, AgencyId = hospital.Id, ConsentId = consent.Id,
                Purpose = Purpose.Care, ReceivedAt = scene.World.Now
            }.Begin();
            if (level is { } l)
            {
                Expect.Done(referral.Triage(A.Triage(l), hospital.AsWorker.At(scene.World.Now)));
            }

            await scene.World.SaveAsync(resident, consent, A.Notice(of: consent), referral);
        }

        var rows = (await scene.The<ListInbox>().ExecuteAsync(hospital.AsWorker, answered: false, Guid.NewGuid())).Rows;

        // What nobody has triaged has a day; what is blocked has until five.
        Assert.Equal([TriageLevel.P1, TriageLevel.P2, null, null, TriageLevel.P3, TriageLevel.P4], rows.Select(r => r.Level));
        Assert.True(rows[2].ReceivedAt < rows[3].ReceivedAt);
    }

    private static async Task<AgencyOnScene> ShareAsync(Scene scene)
    {
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync(StoryPartKind.AboutMe);
        await scene.ShareAsync(hospital);

        return hospital;
    }

    private static async Task<ReferralShown> ReadAsync(Scene scene, AgencyOnScene agency) => Expect.Value(
        await scene.The<ReadReferral>().ExecuteAsync((await scene.ReferralOfAsync(agency)).Id, agency.AsWorker, Guid.NewGuid()));
}
