using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Safeguards;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Auditing;

/// <summary>Years later a decision is taken once more from what stood then, and each fact is named.</summary>
public class ExplainDecisionTests
{
    /// <summary>Everything that decided is withdrawn, replaced, ended, closed or refused since; each decision comes out as it was.</summary>
    [UseCase]
    public async Task EveryEntryOfALongStory_IsDecidedTheSameAgain_YearsLater(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await LiveThroughMuchAsync(scene);
        scene.World.Clock.Advance(TimeSpan.FromDays(900));
        var entries = await scene.EntriesAsync();

        var grounds = new HashSet<GroundKind?>();
        var differ = new List<string>();
        await using var database = await scene.World.DatabaseAsync();
        foreach (var entry in entries)
        {
            var (again, _) = await Door.ReplayAsync(database, scene.George, entry, default);
            var ids = string.Join(',', again.Ground?.Facts.Select(id => id.ToString("N")) ?? []);
            grounds.Add(entry.Ground);
            if ((again.Ground?.Kind, again.Because, ids, string.Join(',', again.Parts)) != (entry.Ground, entry.Because, entry.GroundFacts, entry.Parts))
            {
                differ.Add($"{entry.Kind} {entry.Act} {entry.Category} by {entry.Role}: {entry.Ground}{entry.Because} {entry.GroundFacts}, now {again.Ground?.Kind}{again.Because} {ids}");
            }
        }

        Assert.True(differ.Count == 0, string.Join('\n', differ));
        Assert.True(entries.Count > 60, $"{entries.Count} entries");
        Assert.Superset(Enum.GetValues<GroundKind>().Cast<GroundKind?>().Append(null).ToHashSet(), grounds);
    }

    [UseCase]
    public async Task TheFamily_ReadsFactByFact_WhyAWorkerCouldLook_AlsoAfterTheyWithdrew(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, entry) = await LookedAtAsync(scene);
        var before = Expect.Value(await scene.The<ExplainDecision>().ForFamilyAsync(scene.GeorgesId, entry.Id, scene.AsHelen));
        scene.World.Clock.Advance(TimeSpan.FromDays(3));
        var consent = await scene.ConsentOfAsync(hospital);
        Expect.Done(await scene.WithdrawAsync(hospital));

        var after = Expect.Value(await scene.The<ExplainDecision>().ForFamilyAsync(scene.GeorgesId, entry.Id, scene.AsHelen));

        Assert.Equal(before.Facts, after.Facts);
        Assert.True(after.Agrees);
        Assert.Equal([FactKind.Consent, FactKind.Notice, FactKind.Agreement, FactKind.Referral], after.Facts.Select(f => f.Kind));
        Assert.Equal((scene.AsHelen.DisplayName, consent.Reference, consent.Until), (after.Facts[0].Name, after.Facts[0].Detail, after.Facts[0].Until));
        Assert.All(after.Facts, fact => Assert.True(fact.From <= entry.At));
    }

    /// <summary>What agencies and workers a fact names would tell a relative where a protected person is helped.</summary>
    [Fact]
    public async Task ARelativeOfAProtectedPerson_ReadsTheGround_AndNoFact()
    {
        await using var scene = await Scene.OpenAsync();
        var (_, entry) = await LookedAtAsync(scene);
        await scene.World.SaveAsync(A.Protection(of: scene.George));

        var shown = Expect.Value(await scene.The<ExplainDecision>().ForFamilyAsync(scene.GeorgesId, entry.Id, scene.AsHelen));

        Assert.Equal((GroundKind.ConsentAndReferral, 0), (shown.Ground, shown.Facts.Count));
        Assert.NotEmpty(Expect.Value(await scene.The<ExplainDecision>().ForFamilyAsync(scene.GeorgesId, entry.Id, scene.AsGeorge)).Facts);
    }

    /// <summary>Somebody wrote into the database since: the page does not say that all is well.</summary>
    [UseCase]
    public async Task AChangedRecord_IsSaid(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (_, entry) = await LookedAtAsync(scene);
        await scene.World.ReadAsync(database => database.Set<StandingFact>().OfType<NoticeGiven>().ExecuteDeleteAsync());

        var shown = Expect.Value(await scene.The<ExplainDecision>().ForFamilyAsync(scene.GeorgesId, entry.Id, scene.AsHelen));

        Assert.False(shown.Agrees);
        Assert.DoesNotContain(shown.Facts, f => f.Kind is FactKind.Notice);
    }

    [Fact]
    public async Task TheDesk_ExplainsWhatTheMatterShows_AndNoOtherLook()
    {
        await using var scene = await Scene.OpenAsync();
        var (hospital, entry) = await LookedAtAsync(scene);
        var guardian = await scene.AddGuardianAsync();
        var (about, other) = (A.Review(of: scene.George, about: hospital.Worker), A.Review(of: scene.George, about: (await scene.AddAgencyAsync()).Worker));
        await scene.World.SaveAsync(about, other);
        var explain = scene.The<ExplainDecision>();

        var lead = await scene.AddAsync(A.Worker(Role.GovernanceLead, hospital.Agency));

        // Each learns of a fact what they may read of its kind (rule 63): permissions the guardian alone, referrals neither.
        var (guardians, leads) = (
            Expect.Value(await explain.ForMatterAsync(about.Id, entry.Id, guardian, Guid.NewGuid())),
            Expect.Value(await explain.ForMatterAsync(about.Id, entry.Id, lead, Guid.NewGuid())));
        Assert.True(guardians.Agrees && leads.Agrees);
        Assert.Equal(scene.AsHelen.DisplayName, guardians.Facts.Single(f => f.Kind is FactKind.Consent).Name);
        Assert.Equal(new FactExplained(FactKind.Consent, null, null, null, null), leads.Facts.Single(f => f.Kind is FactKind.Consent));
        Assert.All([guardians, leads], shown => Assert.Equal(new FactExplained(FactKind.Referral, null, null, null, null), shown.Facts.Single(f => f.Kind is FactKind.Referral)));
        Assert.DoesNotContain(await scene.EntriesAsync(), e => e.AccountId == lead.AccountId && e.Kind is AccessKind.Refused);
        Expect.Refused<NotFound, DecisionExplained>(await explain.ForMatterAsync(other.Id, entry.Id, guardian, Guid.NewGuid()));
        Expect.Refused<NotFound, DecisionExplained>(await explain.ForMatterAsync(about.Id, Guid.CreateVersion7(), guardian, Guid.NewGuid()));
    }

    private static async Task<(AgencyOnScene Hospital, AccessEntry Entry)> LookedAtAsync(Scene scene)
    {
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);
        Expect.Value(await scene.The<ReadReferral>().ExecuteAsync((await scene.ReferralOfAsync(hospital)).Id, hospital.AsWorker, Guid.NewGuid()));

        return (hospital, (await scene.EntriesAsync()).First(e => e.AccountId == hospital.Worker.Id && e.Ground is GroundKind.ConsentAndReferral));
    }

    private static async Task LiveThroughMuchAsync(Scene scene)
    {
        var clock = scene.World.Clock;
        var (hospital, nurses, police) = (
            await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync(AgencyKind.CommunityHealth), await scene.AddAgencyAsync(AgencyKind.Police));
        var guardian = await scene.AddGuardianAsync();
        async Task EverybodyLooksAsync()
        {
            clock.Advance(TimeSpan.FromHours(2));
            foreach (var actor in new[] { hospital.AsWorker, nurses.AsWorker, police.AsWorker })
            {
                foreach (var agency in new[] { hospital, nurses })
                {
                    await scene.The<ReadReferral>().ExecuteAsync((await scene.ReferralOfAsync(agency)).Id, actor, Guid.NewGuid());
                }

                await scene.The<ReadMinimum>().ExecuteAsync(scene.GeorgesId, actor, Guid.NewGuid());
                await scene.The<ReadPlan>().ExecuteAsync(scene.GeorgesId, actor, Guid.NewGuid());
            }

            foreach (var actor in new[] { scene.AsGeorge, scene.AsHelen })
            {
                await scene.The<ReadStory>().ExecuteAsync(scene.GeorgesId, actor);
                await scene.The<ReadPermissions>().ExecuteAsync(scene.GeorgesId, actor);
            }

            clock.Advance(TimeSpan.FromHours(2));
        }

        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital, nurses);
        await EverybodyLooksAsync();
        var file = await scene.OpenCaseAsync(hospital);
        await scene.JoinAsync(nurses, file);
        await EverybodyLooksAsync();
        // Replaced by a longer one for fewer parts.
        await scene.ShareAsync(new Given(hospital, [StoryPartKind.AboutMe, StoryPartKind.Medicines]));
        await EverybodyLooksAsync();
        Expect.Value(await scene.The<MakeOverride>().ExecuteAsync(
            scene.GeorgesId, new OverrideTyped(OverrideReason.LifeAtRisk, "He collapsed on the street.", null), police.AsWorker));
        await scene.The<ReadMinimum>().ExecuteAsync(scene.GeorgesId, police.AsWorker, Guid.NewGuid());
        await EverybodyLooksAsync();
        var matter = Assert.Single((await scene.The<ListMatters>().ExecuteAsync(guardian, false, Guid.NewGuid())).Rows).MatterId;
        Expect.Value(await scene.The<ReadMatter>().ExecuteAsync(matter, guardian, Guid.NewGuid()));
        var record = scene.The<RecordSafeguard>();
        Expect.Done(await record.DiscloseAsync(
            matter,
            new DisclosureTyped("A risk.", clock.Today().AddDays(30), police.Id, Purpose.Safety, [StoryPartKind.AboutMe], false, "A law", null), guardian));
        Expect.Done(await record.ProtectAsync(matter, new ProtectionTyped("A threat.", null, [hospital.Worker.Id]), guardian));
        await EverybodyLooksAsync();
        foreach (var one in Expect.Value(await scene.The<ReadSafeguards>().ExecuteAsync(matter, guardian, Guid.NewGuid())).InForce)
        {
            Expect.Done(await record.EndAsync(matter, one.Id, guardian));
        }

        Expect.Done(await scene.The<CloseMatter>().ExecuteAsync(matter, Finding.Justified, "They had to.", false, guardian));
        await EverybodyLooksAsync();
        Expect.Done(await scene.WithdrawAsync(nurses));
        await EverybodyLooksAsync();
        Expect.Done(await scene.The<EndDelegation>().ExecuteAsync(scene.HelensDelegation.Id, scene.AsGeorge));
        await EverybodyLooksAsync();
    }
}
