using GmConnect.Domain.Data;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>A list is what the decision permits of all there is: its pre-filter drops no permitted row, over random worlds.</summary>
public class DoorListTests
{
    [UseCase]
    [Row(1)]
    [Row(2)]
    [Row(3)]
    [Row(4)]
    public async Task EveryList_IsWhatTheDecisionPermitsOfAllThereIs(DatabaseProvider provider, int seed)
    {
        await using var world = await World.OnAsync(provider);
        var random = new RandomWorld(new Random(seed), world.Now);
        await world.SaveAsync([.. random.Everything]);
        var shown = 0;

        foreach (var actor in random.Accounts.Select(a => a.AsActor()))
        {
            foreach (var answered in new[] { false, true })
            {
                var inbox = await world.The<ListInbox>().ExecuteAsync(actor, answered, Guid.NewGuid());
                var referrals = await PermittedAsync<Referral>(world, actor, Purpose.Care, random.Referrals.Where(r =>
                    answered ? r.Status is ReferralStatus.Accepted or ReferralStatus.Refused : r.Status.IsOpen()));
                Assert.Equal(actor.Role.IsWorker() ? referrals : [], inbox.Rows.Select(r => r.ReferralId).Order());
                shown += inbox.Rows.Count;
            }

            var cases = await world.The<ReadCase>().MineAsync(actor, Guid.NewGuid());
            var mine = await PermittedAsync<CaseFile>(world, actor, Purpose.Care, random.Cases);
            Assert.Equal(actor.Role.IsWorker() ? mine : [], cases.Select(c => c.CaseId).Order());

            var people = await world.The<ListPeopleIActFor>().ExecuteAsync(actor);
            var permitted = await PermittedAsync<Resident>(world, actor, Purpose.OwnRecord, random.Residents);
            Assert.Equal(permitted, people.Select(p => p.ResidentId).Order());
            shown += cases.Count + people.Count;
        }

        Assert.True(shown > 10, "the random world shows too little to prove anything");
    }

    /// <summary>A permission that ran out leaves its referral waiting for ever; a hundred of them must not hide the next person.</summary>
    [UseCase]
    public async Task Inbox_FullOfWhatMayNoLongerBeSeen_StillShowsWhatMay(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        for (var i = 0; i < ListInbox.Length * 2 + 10; i++)
        {
            var resident = A.Resident();
            var expired = RandomWorld.Consent(resident.Id, hospital.Id, Purpose.Care, scene.World.Now.AddDays(-9), scene.World.Now.AddDays(-1));
            await scene.World.SaveAsync(resident, expired, RandomWorld.Referral(expired, scene.World.Now.AddDays(-9)));
        }

        await scene.TellStoryAsync(StoryPartKind.AboutMe);
        await scene.ShareAsync(hospital);

        var inbox = await scene.The<ListInbox>().ExecuteAsync(hospital.AsWorker, answered: false, Guid.NewGuid());
        Assert.Equal(scene.George.FullName, Assert.Single(inbox.Rows).Name);
        Assert.False(inbox.HasMore);
    }

    /// <summary>The decision asked for every row there is, with facts loaded from the database.</summary>
    private static Task<List<Guid>> PermittedAsync<T>(World world, Actor actor, Purpose purpose, IEnumerable<T> rows)
        where T : class, IConcernsResident<T> =>
        world.ReadAsync(async database =>
        {
            var all = rows.ToList();
            var facts = await LoadSharingFacts.LoadAsync(
                database, await ResidentsOfAsync(database, all.Select(r => r.ResidentId)), actor, world.Now, false, default);

            return all.Where(row => SharingDecision.Decide(
                    new AccessRequest(actor, row.ResidentId, T.Subject.Category, Act.Read, purpose, Channel.Page, world.Now, Row: row.Id),
                    facts[row.ResidentId]).Permits)
                .Select(row => row.Id).Order().ToList();
        });

    private static async Task<List<Resident>> ResidentsOfAsync(GmConnectDbContext database, IEnumerable<Guid> ids)
    {
        var wanted = ids.ToHashSet();

        return await database.Set<Resident>().Where(r => wanted.Contains(r.Id)).ToListAsync();
    }

    private sealed class RandomWorld
    {
        private readonly Random _random;
        private readonly DateTime _now;

        public RandomWorld(Random random, DateTime now)
        {
            (_random, _now) = (random, now);
            Residents = [.. Enumerable.Range(0, 10).Select(_ => A.Resident())];
            Agencies = [.. Enumerable.Range(0, 3).Select(_ => A.Agency())];
            var relatives = Enumerable.Range(0, 4).Select(_ => A.Stranger()).ToList();
            var workers = Agencies.SelectMany(a => new[] { A.CaseWorker(at: a), A.Worker(Role.TriageLead, a) }).ToList();
            Accounts = [.. workers, .. relatives, A.SignInOf(Residents[0]), A.Worker(Role.DataGuardian, Agencies[0])];
            Delegations = [.. Many(14, () => A.Delegation(Any(Residents), Any(relatives), Any(Enum.GetValues<DelegationScope>()), Time(-6, 2), Time(-2, 6)))];
            foreach (var ended in Delegations.Where(_ => Chance(20)))
            {
                ended.End(new Stamp(ended.DelegateId, _now));
            }

            foreach (var (resident, agency) in Residents.SelectMany(_ => Agencies, (r, a) => (r, a)).Where(_ => Chance(70)))
            {
                AddConsent(resident, agency);
            }

            foreach (var resident in Residents.Where(_ => Chance(60)))
            {
                AddCase(resident, workers);
            }
        }

        public List<Resident> Residents { get; }

        public List<Agency> Agencies { get; }

        public List<Account> Accounts { get; }

        public List<Delegation> Delegations { get; }

        public List<ConsentRecord> Consents { get; } = [];

        public List<Referral> Referrals { get; } = [];

        public List<CaseFile> Cases { get; } = [];

        public IEnumerable<object> Everything =>
            [.. Residents, .. Agencies, .. Accounts, .. Delegations, .. Consents, .. Consents.Select(A.Notice), .. Cases, .. Referrals];

        public static ConsentRecord Consent(Guid resident, Guid agency, Purpose purpose, DateTime from, DateTime until) => new ConsentRecord
        {
            Reference = Reference.New(), ResidentId = resident, AgencyId = agency, Purpose = purpose, From = from, Until = until,
            GivenBy = Guid.CreateVersion7(), Wording = "", WordingHash = ConsentRecord.HashOf(""), Language = "en-GB"
        }.Covering([StoryPartKind.AboutMe]);

        public static Referral Referral(ConsentRecord under, DateTime at) => new()
        {
            Reference = Reference.New(), ResidentId = under.ResidentId, AgencyId = under.AgencyId, ConsentId = under.Id,
            Purpose = under.Purpose, ReceivedAt = at
        };

        private void AddConsent(Resident resident, Agency agency)
        {
            var consent = Consent(resident.Id, agency.Id, Any(Purposes.For(agency.Kind)), Time(-6, 2), Time(-2, 9));
            Consents.Add(consent);
            if (Chance(15))
            {
                consent.Withdraw(new Stamp(consent.GivenBy, _now));
            }

            if (Chance(15))
            {
                consent.Supersede(_now);
            }

            if (!Chance(85))
            {
                return;
            }

            var (referral, stamp) = (Referral(consent, Time(-5, 0)), new Stamp(Guid.CreateVersion7(), _now));
            Referrals.Add(referral);
            _ = Chance(50) && referral.Triage(A.Triage(Any(Enum.GetValues<TriageLevel>())), stamp).Succeeded
                && Chance(50) && referral.Accept(Guid.CreateVersion7(), stamp).Succeeded;
            _ = Chance(15) ? referral.Refuse("Because.", stamp) : Chance(15) ? referral.Withdraw(_now) : Outcome.Done;
        }

        private void AddCase(Resident resident, List<Account> workers)
        {
            var lead = Any(workers);
            var file = CaseFile.Open(resident.Id, lead.AgencyId!.Value, "Home", "leads", new Stamp(lead.Id, Time(-3, 0))).Value!;
            foreach (var member in Many(2, () => Any(workers)))
            {
                file.AddToCareTeam(member.Id, member.AgencyId!.Value, "helps", new Stamp(lead.Id, Time(-3, 2)));
            }

            if (Chance(25))
            {
                file.EndMembershipsOf(Any(Agencies).Id, new Stamp(lead.Id, _now));
            }

            Cases.Add(file);
        }

        private DateTime Time(int from, int to) => _now.AddDays(_random.Next(from, to + 1));

        private bool Chance(int ofAHundred) => _random.Next(100) < ofAHundred;

        private T Any<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

        private static IEnumerable<T> Many<T>(int count, Func<T> make) => [.. Enumerable.Range(0, count).Select(_ => make())];
    }
}
