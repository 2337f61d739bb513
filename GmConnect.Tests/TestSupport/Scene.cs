using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
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
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.TestSupport;

/// <summary>An agency with one worker.</summary>
public sealed record AgencyOnScene(Agency Agency, Account Worker)
{
    public Guid Id => Agency.Id;

    public Actor AsWorker => Worker.AsActor();
}

/// <summary>What one agency is given: everything confirmed, for its usual purpose, for three months, unless said otherwise.</summary>
public sealed record Given(AgencyOnScene To, IReadOnlyList<StoryPartKind>? Parts = null, Purpose? For = null, DateOnly? LastDay = null);

/// <summary>
/// The hip story, told as far as a test needs it, through the real use cases: George, his daughter Helen who acts for him
/// (scope manage), agencies with a worker each. <c>await using var scene = await Scene.OpenAsync(provider);</c>
/// </summary>
public sealed class Scene : IAsyncDisposable
{
    private Scene(World world, Resident george, Account georgesSignIn, Account helen, Delegation helensDelegation) =>
        (World, George, AsGeorge, AsHelen, HelensDelegation) =
        (world, george, georgesSignIn.AsActor(), helen.AsActor(), helensDelegation);

    public World World { get; }

    public Resident George { get; }

    public Guid GeorgesId => George.Id;

    public Actor AsGeorge { get; }

    public Actor AsHelen { get; }

    public Delegation HelensDelegation { get; }

    /// <summary>A last day that every permission may have.</summary>
    public DateOnly InThreeMonths => DateOnly.FromDateTime(World.Now).AddMonths(3);

    public static async Task<Scene> OpenAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite,
        DelegationScope scope = DelegationScope.Manage,
        bool isProtected = false,
        Action<IServiceCollection>? with = null)
    {
        var world = await World.OnAsync(provider, with);
        var george = A.Resident(givenName: "George");
        var (georgesSignIn, helen) = (A.SignInOf(george), A.Daughter(of: george));
        var delegation = A.Delegation(george, helen, scope);
        await world.SaveAsync(george, georgesSignIn, helen, delegation);
        if (isProtected)
        {
            await world.SaveAsync(A.Protection(of: george));
        }

        return new Scene(world, george, georgesSignIn, helen, delegation);
    }

    public T The<T>() where T : notnull => World.The<T>();

    public async Task<AgencyOnScene> AddAgencyAsync(AgencyKind kind = AgencyKind.AdultSocialCare, bool hasSystem = true)
    {
        var agency = A.Agency(kind);
        var worker = A.CaseWorker(at: agency);
        await World.SaveAsync(agency, worker);
        if (hasSystem)
        {
            await World.SaveAsync(A.PartnerSystem(of: agency));
        }

        return new AgencyOnScene(agency, worker);
    }

    /// <summary>Another worker of the same agency, or anybody else who signs in.</summary>
    public async Task<Actor> AddAsync(Account account)
    {
        await World.SaveAsync(account);

        return account.AsActor();
    }

    /// <summary>The data guardian, at an office of oversight.</summary>
    public async Task<Actor> AddGuardianAsync()
    {
        var oversight = A.Agency(AgencyKind.Oversight);
        await World.SaveAsync(oversight);

        return await AddAsync(A.Worker(Role.DataGuardian, oversight));
    }

    /// <summary>Somebody else with a delegation of George's.</summary>
    public async Task<Actor> AddDelegateAsync(DelegationScope scope, DateTime? begins = null, DateTime? ends = null)
    {
        var relative = A.Daughter(of: George);
        await World.SaveAsync(relative, A.Delegation(George, relative, scope, begins, ends));

        return relative.AsActor();
    }

    public async Task<AnswerSaved> AnswerAsync(string question, string? text, Guid? seen = null, Actor? by = null) =>
        Expect.Value(await The<SaveAnswer>().ExecuteAsync(GeorgesId, new AnswerTyped(question, text, seen), by ?? AsHelen));

    /// <summary>Helen changes the answer that stands, in sight of it.</summary>
    public async Task RewriteAsync(string question, string text)
    {
        var story = Expect.Value(await The<ReadStory>().ExecuteAsync(GeorgesId, AsHelen));
        await AnswerAsync(question, text, story.Find(StoryQuestions.Find(question)!)!.Answers[^1].Id);
    }

    public async Task<StoryConfirmed> ConfirmAsync(Actor? by = null) =>
        Expect.Value(await The<ConfirmStory>().ExecuteAsync(GeorgesId, by ?? AsHelen));

    /// <summary>The words that <see cref="TellStoryAsync"/> gives as the first answer of a part.</summary>
    public static string WordsOf(StoryPartKind part) => $"What George says about {part}.";

    /// <summary>Helen answers one question of each part and confirms.</summary>
    public async Task<StoryConfirmed> TellStoryAsync(params StoryPartKind[] parts)
    {
        foreach (var part in parts.Length > 0 ? parts : StoryQuestions.Parts)
        {
            await AnswerAsync(StoryQuestions.Of(part).First().Key, WordsOf(part));
        }

        return await ConfirmAsync();
    }

    /// <summary>Chooses, but does not share yet.</summary>
    public async Task ChooseAsync(params Given[] given)
    {
        var choose = The<ChooseWhoMaySee>();
        var story = Expect.Value(await The<ReadShareDraft>().ExecuteAsync(GeorgesId, AsHelen));
        Expect.Done(await choose.AgenciesAsync(GeorgesId, [.. given.Select(g => g.To.Id)], AsHelen));
        Expect.Done(await choose.PartsAsync(
            GeorgesId,
            given.SelectMany(g => (g.Parts ?? story.ConfirmedParts).Select(part => (g.To.Id, part))).ToLookup(p => p.Id, p => p.part),
            AsHelen));
        Expect.Done(await choose.PurposesAsync(
            GeorgesId,
            given.ToDictionary(
                g => g.To.Id,
                g => ((Purpose?)(g.For ?? Purposes.For(g.To.Agency.Kind)[0]), (DateOnly?)(g.LastDay ?? InThreeMonths))),
            AsHelen));
    }

    /// <summary>Agrees to what the preview shows now.</summary>
    public async Task<Outcome<StoryShared>> AgreeAsync(Actor? by = null)
    {
        var preview = Expect.Value(await The<PreviewShare>().ExecuteAsync(GeorgesId, by ?? AsHelen));

        return await The<ShareStory>().ExecuteAsync(GeorgesId, Agreed(preview.Mark), by ?? AsHelen);
    }

    public static ShareAgreed Agreed(string mark) => new(mark, preview => $"You let {preview.Agency} see this.", "en-GB");

    public async Task<StoryShared> ShareAsync(params Given[] given)
    {
        await ChooseAsync(given);

        return Expect.Value(await AgreeAsync());
    }

    public Task<StoryShared> ShareAsync(params AgencyOnScene[] agencies) => ShareAsync([.. agencies.Select(a => new Given(a))]);

    /// <summary>The agency's permission in force, or its latest.</summary>
    public Task<ConsentRecord> ConsentOfAsync(AgencyOnScene agency) => World.ReadAsync(async database =>
        (await database.Set<ConsentRecord>().Include(c => c.Parts)
            .Where(c => c.AgencyId == agency.Id && c.ResidentId == GeorgesId).ToListAsync())
        .OrderBy(c => c.IsInForce(World.Now)).ThenBy(c => c.From).Last());

    public Task<Referral> ReferralOfAsync(AgencyOnScene agency) => World.ReadAsync(async database =>
        (await database.Set<Referral>().Where(r => r.AgencyId == agency.Id && r.ResidentId == GeorgesId).ToListAsync())
        .MaxBy(r => r.ReceivedAt)!);

    public async Task<Outcome> WithdrawAsync(AgencyOnScene agency, Actor? by = null) =>
        await The<WithdrawConsent>().ExecuteAsync((await ConsentOfAsync(agency)).Id, by ?? AsHelen);

    public async Task TriageAsync(AgencyOnScene agency) => Expect.Done(await The<TriageReferral>().ExecuteAsync(
        (await ReferralOfAsync(agency)).Id, A.Triaged(TriageLevel.P2, "He goes home on Friday."), agency.AsWorker));

    /// <summary>Triages the agency's referral and opens its own case.</summary>
    public async Task<Guid> OpenCaseAsync(AgencyOnScene agency)
    {
        await TriageAsync(agency);

        return Expect.Value(await The<OpenCase>().ExecuteAsync(
            (await ReferralOfAsync(agency)).Id, "Home safely after the hip operation", "leads the discharge", agency.AsWorker));
    }

    /// <summary>Triages the agency's referral and answers it by joining a case.</summary>
    public async Task JoinAsync(AgencyOnScene agency, Guid caseId)
    {
        await TriageAsync(agency);
        Expect.Value(await The<OpenCase>().JoinAsync((await ReferralOfAsync(agency)).Id, caseId, "helps", agency.AsWorker));
    }

    /// <summary>A case led by the agency, and the first goal of the plan.</summary>
    public async Task<Guid> BeginPlanAsync(AgencyOnScene agency, string goal = "To walk to the shop again")
    {
        await OpenCaseAsync(agency);

        return Expect.Value(await The<ChangePlan>().AddGoalAsync(GeorgesId, goal, agency.AsWorker));
    }

    /// <summary>What was recorded about George, oldest first.</summary>
    public Task<List<AccessEntry>> EntriesAsync() => World.ReadAsync(database =>
        database.Set<AccessEntry>().Where(e => e.ResidentId == GeorgesId).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync());

    /// <summary>What an act added to the record about George.</summary>
    public async Task<List<AccessEntry>> EntriesOfAsync(Func<Task> act)
    {
        var before = (await EntriesAsync()).Select(e => e.Id).ToHashSet();
        await act();

        return [.. (await EntriesAsync()).Where(e => !before.Contains(e.Id))];
    }

    /// <summary>Messages to the agency's system, in the order they will be sent.</summary>
    public Task<List<OutboxMessage>> MessagesToAsync(AgencyOnScene agency) => World.ReadAsync(database =>
        database.Set<OutboxMessage>().Where(m => m.AgencyId == agency.Id && m.ResidentId == GeorgesId).OrderBy(m => m.Position).ToListAsync());

    /// <summary>Nothing once it was erased.</summary>
    public Task<string?> BodyOfAsync(OutboxMessage message) => World.ReadAsync(database =>
        database.Set<OutboxBody>().Where(b => b.MessageId == message.Id).Select(b => b.Json).SingleOrDefaultAsync());

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
