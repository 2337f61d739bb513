using GmConnect.Domain.Agencies;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.CarePlans;

public sealed record GoalShown(Guid Id, string Text, GoalStatus Status);

/// <param name="Owner">The agency, or its worker and the agency; nothing: the family.</param>
/// <param name="IsBlocked">What must be done first is not done.</param>
public sealed record ActionShown(
    Guid Id, Guid? GoalId, string What, Guid? OwnerAgencyId, Guid? OwnerAccountId, string? Owner, DateOnly? Due, ActionStatus Status, bool IsOverdue,
    Guid? BlockedBy, bool IsBlocked)
{
    public bool IsOpen => Status is ActionStatus.ToDo or ActionStatus.UnderWay;

    /// <summary>The stay in hospital that it follows from.</summary>
    public Guid? StayId { get; init; }
}

public sealed record StatementShown(Guid Id, StatementKind Kind, string Text, StatementStatus Status);

/// <param name="By">Who went through it with them.</param>
public sealed record ReviewShown(DateTime At, string By, AgreedWith With, string? Name, bool Agreed, string? Why, DateOnly NextOn, bool IsOverdue);

/// <param name="About">What the goal, action or statement says now; nothing: the plan as a whole.</param>
public sealed record CommentShown(Guid Id, DateTime At, string Who, Guid? ItemId, string? About, string Words);

/// <summary>What the reader wrote while somebody else did; it waits beside what stands.</summary>
public sealed record ClashShown(
    Guid ChangeId, Guid ItemId, PlanField Field, string Mine, DateTime MineAt, string Theirs, string TheirName, DateTime TheirAt);

/// <param name="ItemId">The goal or the action.</param>
public sealed record ChangeShown(Guid ItemId, DateTime At, string Who, PlanField Field, PlanChangeKind Kind, string? Was, string Became);

/// <param name="Workers">Those of the agency who are in the care team.</param>
public sealed record OwnerToChoose(Guid AgencyId, string Name, IReadOnlyList<OwnerWorker> Workers);

/// <summary>How much of a plan is read.</summary>
/// <param name="History">How many of the latest changes.</param>
/// <param name="Over">Also the actions that are over.</param>
/// <param name="Items">Actions that are read whatever their state: somebody has them open.</param>
/// <param name="Channel">Export: it leaves as a document.</param>
public sealed record PlanWanted(
    int History = ReadPlan.LatestLength, bool Over = false, IReadOnlyCollection<Guid>? Items = null, Channel Channel = Channel.Page);

public sealed record OwnerWorker(Guid AccountId, string Name);

/// <param name="PlanId">Nothing while nobody has opened a case.</param>
/// <param name="MayChange">The reader may write in it.</param>
/// <param name="Owners">Agencies that may own an action: those with permission.</param>
public sealed record PlanShown(
    Guid? PlanId,
    WhoItIs Who,
    bool MayChange,
    IReadOnlyList<GoalShown> Goals,
    IReadOnlyList<ActionShown> Actions,
    IReadOnlyList<ClashShown> MyClashes,
    IReadOnlyList<ChangeShown> History,
    IReadOnlyList<OwnerToChoose> Owners)
{
    public IReadOnlyList<StatementShown> Statements { get; init; } = [];

    /// <summary>How many actions are over, whether they are among <see cref="Actions"/> or not.</summary>
    public int OverActions { get; init; }

    public ReviewShown? LastReview { get; init; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<CommentShown> Comments { get; init; } = [];

    /// <summary>The reader may see what the care team wrote for the family.</summary>
    public bool MayReadTeamWords { get; init; }
}

/// <summary>The one shared plan, for the family and for the care team.</summary>
public sealed class ReadPlan(IDbContextFactory<GmConnectDbContext> databases, Door door, AgencyLabels labels, TimeProvider clock)
{
    public const int HistoryLength = 200;

    /// <summary>Enough to say who changed a field while somebody else had it open.</summary>
    public const int LatestLength = 30;

    public const int CommentsLength = 100;

    /// <param name="wanted">Nothing: what stands, and the latest changes.</param>
    public Task<Outcome<PlanShown>> ExecuteAsync(
        Guid residentId, Actor actor, Guid? view, PlanWanted? wanted = null, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<PlanShown>>(async database =>
        {
            var asking = Asking.ToRead(actor, view) with { Channel = wanted?.Channel ?? Channel.Page };
            var entered = await door.EnterAsync(database, residentId, DataCategory.Plan, asking, null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var resident = entered.Value.Resident;
            var read = await ReadAsync(database, entered.Value, wanted ?? new PlanWanted(), actor, cancellationToken);
            var (plan, changes, standing, comments) = (read?.Plan, read?.Changes ?? [], read?.Standing ?? [], read?.Comments ?? []);
            var now = clock.UtcNow();
            var mayKnow = entered.Value.MayKnowWhoHelps;
            var permitted = await door.PermittedAgenciesAsync(database, residentId, now, cancellationToken);
            var team = (await door.UnsafeAllOfAsync<CaseFile>(database, residentId, cancellationToken)).Where(c => c.Status.IsLive())
                .SelectMany(c => c.CareTeam).Where(m => m.IsOn(now)).Select(m => (m.AgencyId, m.AccountId)).Distinct().ToList();
            var ids = permitted.Concat(plan?.Actions.Select(a => a.OwnerAgencyId).OfType<Guid>() ?? []).Append(actor.AgencyId ?? Guid.Empty).ToList();
            var writers = changes.Concat(standing).Select(c => c.By).Concat(comments.Select(c => c.By)).Concat(plan?.Reviews.Select(r => r.By) ?? [])
                .Concat(plan?.Actions.Select(a => a.OwnerAccountId).OfType<Guid>() ?? []).Concat(team.Select(m => m.AccountId)).Distinct().ToList();
            var people = await database.Accounts.AsNoTracking().Where(a => writers.Contains(a.Id)).ToListAsync(cancellationToken);
            ids.AddRange(people.Select(p => p.AgencyId).OfType<Guid>());
            var agencies = await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
            var names = new PlanNames(
                agencies.ToDictionary(a => a.Key, a => labels.For(a.Value, mayKnow)),
                people.ToDictionary(a => a.Id, a => mayKnow || a.AgencyId is not { } theirs ? a.DisplayName : labels.For(agencies[theirs], false)));
            var who = WhoItIs.For(entered.Value);
            var choices = agencies.Values.Where(a => permitted.Contains(a.Id)).OrderBy(a => a.Name).Select(a => new OwnerToChoose(
                a.Id, names.Agencies[a.Id], mayKnow ? [.. team.Where(m => m.AgencyId == a.Id).Select(m => new OwnerWorker(m.AccountId, names.People[m.AccountId]))] : [])).ToList();
            var mayChange = entered.Value.May(Act.Write, DataCategory.Plan);
            if (plan is null)
            {
                return new PlanShown(null, who, mayChange, [], [], [], [], choices);
            }

            return new PlanShown(
                plan.Id,
                who,
                mayChange,
                [.. plan.Goals.OrderBy(g => g.AddedAt).ThenBy(g => g.Id).Select(g => new GoalShown(g.Id, g.Text, g.Status))],
                [.. plan.Actions.OrderBy(a => a.AddedAt).ThenBy(a => a.Id).Select(a => Show(plan, a, names, mayKnow))],
                [.. plan.Changes.Where(c => c.Kind is PlanChangeKind.Clashed && c.By == actor.AccountId).OrderBy(c => c.At)
                    .Select(c => ShowClash(plan, c, standing, names))],
                [.. changes.Select(c => new ChangeShown(
                    c.ItemId, c.At, names.People[c.By], c.Field, c.Kind, Words(plan, c.Field, c.Was, names), Words(plan, c.Field, c.Became, names)!))],
                choices)
            {
                OverActions = read!.Over,
                Statements = [.. plan.Statements.OrderBy(s => s.Kind).ThenBy(s => s.AddedAt).ThenBy(s => s.Id).Select(s => new StatementShown(s.Id, s.Kind, s.Text, s.Status))],
                LastReview = plan.LastReview is { } r
                    ? new ReviewShown(r.At, names.People[r.By], r.With, r.Name, r.Agreed, r.Why, r.NextOn, r.NextOn < clock.Today())
                    : null,
                Comments = [.. comments.Select(c => new CommentShown(c.Id, c.At, names.People[c.By], c.ItemId, plan.TextOf(c.ItemId), c.Words))],
                MayReadTeamWords = mayKnow && entered.Value.May(Act.Read, DataCategory.Case)
            };
        }, cancellationToken);

    private async Task<PlanRead?> ReadAsync(
        GmConnectDbContext database, Opened<Resident> entered, PlanWanted wanted, Actor actor, CancellationToken cancellationToken)
    {
        if (await LoadAsync(CarePlanSubjects.Bare) is not { } bare)
        {
            return null;
        }

        var opened = entered.With(bare);
        var changes = await door.InsideAsync(
            database, opened, p => p.Changes, rows => rows.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(wanted.History), cancellationToken);
        var comments = await door.InsideAsync(
            database, opened, p => p.Comments, rows => rows.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(CommentsLength), cancellationToken);
        var clashing = await door.InsideAsync(
            database, opened, p => p.Changes,
            rows => rows.Where(c => c.Kind == PlanChangeKind.Clashed && c.By == actor.AccountId).Select(c => c.ItemId), cancellationToken);
        var standing = clashing.Count == 0 ? [] : await door.InsideAsync(
            database, opened, p => p.Changes,
            rows => rows.Where(c => clashing.Contains(c.ItemId) && (c.Kind == PlanChangeKind.Added || c.Kind == PlanChangeKind.Changed)), cancellationToken);
        var over = await door.InsideAsync(
            database, opened, p => p.Actions,
            rows => rows.Where(a => a.Status == ActionStatus.Done || a.Status == ActionStatus.NotNeeded).GroupBy(_ => 1).Select(g => g.Count()), cancellationToken);
        // What is spoken of is read too, or it would have no words.
        var named = changes.Select(c => c.ItemId).Concat(comments.Select(c => c.ItemId).OfType<Guid>()).Concat(clashing).Concat(wanted.Items ?? [])
            .Concat(changes.Where(c => c.Field is PlanField.ActionBlockedBy)
                .SelectMany(c => new[] { PlanValues.Item(c.Was ?? ""), PlanValues.Item(c.Became) }).OfType<Guid>())
            .ToHashSet();

        return new PlanRead(
            (await LoadAsync(wanted.Over ? CarePlanSubjects.Plan : CarePlanSubjects.Standing(named)))!, changes, standing, comments, over.SingleOrDefault());

        async Task<CarePlan?> LoadAsync(Subject<CarePlan> loadedAs) =>
            (await door.PageOfAsync(database, entered, rows => rows.AsNoTracking(), cancellationToken, loadedAs)).SingleOrDefault();
    }

    private sealed record PlanRead(
        CarePlan Plan, IReadOnlyList<PlanChange> Changes, IReadOnlyList<PlanChange> Standing, IReadOnlyList<PlanComment> Comments, int Over);

    private ActionShown Show(CarePlan plan, PlanAction action, PlanNames names, bool mayKnow) => new(
        action.Id,
        action.GoalId,
        action.What,
        action.OwnerAgencyId,
        mayKnow ? action.OwnerAccountId : null,
        action.OwnerAgencyId is null ? null : names.Of(mayKnow ? action.Owner : new PlanOwner(action.OwnerAgencyId)),
        action.Due,
        action.Status,
        action.Due < clock.Today() && action.IsOpen,
        action.BlockedBy,
        plan.IsBlocked(action)) { StayId = action.StayId };

    private static ClashShown ShowClash(CarePlan plan, PlanChange clash, IReadOnlyList<PlanChange> changes, PlanNames names)
    {
        var standing = changes.Where(c => c.ItemId == clash.ItemId && c.Field == clash.Field).OrderBy(c => c.At).ThenBy(c => c.Id).LastOrDefault();

        return new ClashShown(
            clash.Id,
            clash.ItemId,
            clash.Field,
            Words(plan, clash.Field, clash.Became, names)!,
            clash.At,
            Words(plan, clash.Field, plan.ValueOf(clash.ItemId, clash.Field), names)!,
            standing is null ? "" : names.People[standing.By],
            standing?.At ?? plan.BegunAt);
    }

    private static string? Words(CarePlan plan, PlanField field, string? value, PlanNames names) => field switch
    {
        PlanField.ActionOwner when value is { Length: > 0 } => names.Of(PlanValues.Owner(value)),
        PlanField.ActionBlockedBy when value is { Length: > 0 } => plan.TextOf(PlanValues.Item(value)) ?? "",
        _ => value
    };

    /// <summary>Agencies and people as this reader may know them.</summary>
    private sealed record PlanNames(IReadOnlyDictionary<Guid, string> Agencies, IReadOnlyDictionary<Guid, string> People)
    {
        public string Of(PlanOwner owner)
        {
            var agency = owner.AgencyId is { } id ? Agencies.GetValueOrDefault(id, "") : "";

            return owner.AccountId is { } person && People.TryGetValue(person, out var name) && name != agency ? $"{name}, {agency}" : agency;
        }
    }
}
