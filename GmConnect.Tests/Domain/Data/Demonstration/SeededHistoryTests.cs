using GmConnect.Domain.Assessments;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Data.Demonstration;

/// <summary>What was written without going through the use cases holds what they would have held.</summary>
public class SeededHistoryTests
{
    [Fact]
    public async Task Families_AreAtEveryStage()
    {
        await using var world = await SeededWorld.OnAsync();
        var (stories, plans) = (await world.AllAsync<Story>(), await world.AllAsync<CarePlan>(CarePlanSubjects.Plan.Load));
        var (referrals, consents) = (await world.AllAsync<Referral>(), await world.AllAsync<ConsentRecord>());
        var actions = plans.SelectMany(p => p.Actions).ToList();
        var today = LondonTime.DayOf(world.Now);

        Assert.Contains(stories, s => s.LastConfirmedAt is null);
        Assert.Contains(stories, s => s.LastConfirmedAt is not null && consents.All(c => c.ResidentId != s.ResidentId));
        Assert.Equal(Enum.GetValues<ReferralStatus>(), referrals.Select(r => r.Status).Distinct().Order());
        Assert.Contains(consents, c => c.WithdrawnAt is not null);
        Assert.Contains(consents, c => c.SupersededAt is not null);
        Assert.Contains(consents, c => c.Until < world.Now);
        Assert.Contains(actions, a => a.Status is ActionStatus.Done);
        Assert.Contains(actions, a => a.Due < today && a.Status is ActionStatus.ToDo);
        Assert.Contains(plans, p => p.Changes.Any(c => c.Kind is PlanChangeKind.Clashed));
        Assert.NotEmpty(await world.AllAsync<ShareChoice>());
    }

    /// <summary>Written as a worker may: begun from the parts that their agency may see, every answer one that the form takes.</summary>
    [Fact]
    public async Task Assessments_HoldWhatTheFormTakes_AndAreFinishedOnlyWhole()
    {
        await using var world = await SeededWorld.OnAsync();
        var assessments = await world.AllAsync<Assessment>(Assessment.Subject.Load);
        var consents = await world.AllAsync<ConsentRecord>(all => all.Include(c => c.Parts));

        Assert.Contains(assessments.SelectMany(a => a.Answers), answer => answer.Origin is AnswerOrigin.Story);
        Assert.Equal([AssessmentStatus.Draft, AssessmentStatus.Finished], assessments.Select(a => a.Status).Distinct().Order());
        Assert.All(assessments, a =>
        {
            var permitted = consents.Where(c => c.ResidentId == a.ResidentId && c.AgencyId == a.AgencyId).SelectMany(c => c.Parts).Select(p => p.Part).ToHashSet();
            Assert.All(a.Answers, answer =>
            {
                Assert.Equal(answer.Value, Expect.Value(AssessmentValues.Read(a.Form.Find(answer.Question)!, answer.Value, LondonTime.DayOf(world.Now))));
                Assert.True(answer.Part is not { } part || permitted.Contains(part));
            });
            Assert.True(a.Status is AssessmentStatus.Draft || a.Progress() is { ToLookAt: 0, Missing: 0, Twice: 0 });
        });
    }

    [Fact]
    public async Task Nothing_LiesInTheFutureOrBeforeItsCause()
    {
        await using var world = await SeededWorld.OnAsync();
        var consents = (await world.AllAsync<ConsentRecord>()).ToDictionary(c => c.Id);
        var confirmed = (await world.AllAsync<ConfirmedPart>()).ToLookup(p => p.ResidentId);
        var delegations = (await world.AllAsync<Delegation>()).ToDictionary(d => d.Id);

        Assert.All(await world.AllAsync<AccessEntry>(), e => Assert.True(e.At < world.Now));
        Assert.All(await world.AllAsync<StoryAnswer>(), a => Assert.True(a.At < world.Now));
        Assert.All(consents.Values, c =>
        {
            Assert.True(c.From < world.Now && (c.WithdrawnAt is null || c.From < c.WithdrawnAt));
            Assert.Contains(confirmed[c.ResidentId], p => p.ConfirmedAt <= c.From);
            Assert.Equal(ConsentRecord.HashOf(c.Wording), c.WordingHash);
            Assert.True(c.UnderDelegation is not { } under || delegations[under].IsInForce(c.From));
            Assert.True(c.Until <= c.From.AddMonths(ChooseWhoMaySee.LongestMonths));
        });
        Assert.All(await world.AllAsync<Referral>(), r =>
        {
            Assert.True(r.TriagedAt is null || r.TriagedAt > r.ReceivedAt);
            Assert.True(r.AnsweredAt is null || r.AnsweredAt > r.TriagedAt);
            Assert.Equal(r.ResidentId, consents[r.ConsentId!.Value].ResidentId);
        });
    }

    [Fact]
    public async Task EveryPlaceInACareTeam_StandsOnAPermissionOrHasEnded()
    {
        await using var world = await SeededWorld.OnAsync();
        var consents = (await world.AllAsync<ConsentRecord>()).ToLookup(c => (c.ResidentId, c.AgencyId));
        var cases = await world.AllAsync<CaseFile>(CaseSubjects.Case.Load);
        var accepted = (await world.AllAsync<Referral>()).Where(r => r.Status is ReferralStatus.Accepted).ToList();

        Assert.NotEmpty(cases);
        Assert.All(cases, file => Assert.All(file.CareTeam, member =>
        {
            var theirs = consents[(file.ResidentId, member.AgencyId)];
            Assert.Contains(theirs, c => c.IsInForce(member.From));
            Assert.Equal(theirs.Any(c => c.IsInForce(world.Now)), member.IsOn(world.Now));
        }));
        Assert.All(accepted, r => Assert.Contains(cases, c => c.Id == r.CaseId && c.CareTeam.Any(m => m.AgencyId == r.AgencyId)));
        Assert.Equal(cases.Count, cases.Select(c => c.ResidentId).Distinct().Count());
    }

    /// <summary>Asked again of the sharing decision as of that moment, every look the seeding wrote would be permitted.</summary>
    [Fact]
    public async Task EveryLook_WasPermittedOnTheGroundItNames()
    {
        await using var world = await SeededWorld.OnAsync();
        var entries = await world.AllAsync<AccessEntry>();
        var owners = (await world.AllAsync<GmConnect.Domain.Accounts.Account>()).ToDictionary(a => a.Id);

        Assert.NotEmpty(entries);
        await using var database = await world.DatabaseAsync();
        var residents = await database.Set<Resident>().ToDictionaryAsync(r => r.Id);
        foreach (var e in entries)
        {
            var actor = e.Role is Role.PartnerSystem
                ? new Actor(e.AccountId, "", Role.PartnerSystem, AgencyId: e.AgencyId)
                : owners[e.AccountId].AsActor();
            var facts = await LoadSharingFacts.LoadAsync(database, [residents[e.ResidentId]], actor, e.At, false, default);
            var parts = e.PartsSeen.Count > 0 ? e.PartsSeen : null;
            var decision = SharingDecision.Decide(
                new AccessRequest(actor, e.ResidentId, e.Category, e.Kind is AccessKind.Changed ? Act.Write : Act.Read, e.Purpose, e.Channel, e.At, parts),
                facts[e.ResidentId]);

            Assert.Equal((Verdict.Permit, e.Ground, null), (decision.Verdict, decision.Ground?.Kind, decision.Because));
            Assert.Equal(string.Join(',', decision.Ground!.Facts.Select(f => f.ToString("N"))), e.GroundFacts);
        }
    }

    [UseCase]
    public async Task NoMessage_WaitsToBeSent(DatabaseProvider provider)
    {
        await using var world = await SeededWorld.OnAsync(provider, residents: 60);
        var messages = await world.AllAsync<OutboxMessage>();

        Assert.NotEmpty(messages);
        Assert.All(messages, m => Assert.Equal(MessageStatus.Delivered, m.Status));
        Assert.Empty(await world.AllAsync<OutboxBody>());
    }

    [UseCase]
    public async Task SeededFamilies_CanGoOn(DatabaseProvider provider)
    {
        await using var world = await SeededWorld.OnAsync(provider, residents: 60);
        var accounts = (await world.AllAsync<GmConnect.Domain.Accounts.Account>()).ToDictionary(a => a.Handle);
        var farah = accounts["farah-malik"].AsActor();
        var zainab = accounts["zainab-malik"].ResidentId!.Value;

        var looks = await world.The<ListLooks>().ExecuteAsync(zainab, true, 0, farah);
        var plan = await world.The<ReadPlan>().ExecuteAsync(zainab, farah, null);
        var withdrawn = await world.The<WithdrawConsent>().ExecuteAsync(
            (await world.AllAsync<ConsentRecord>()).First(c => c.ResidentId == zainab && c.WithdrawnAt is null).Id, farah);

        Assert.NotEmpty(looks.Value!.Looks);
        Assert.NotEmpty(plan.Value!.Actions);
        Assert.True(withdrawn.Succeeded);
    }
}
