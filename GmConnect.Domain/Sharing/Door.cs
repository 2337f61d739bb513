using System.Linq.Expressions;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

/// <summary>
/// The one door to whatever concerns a resident. It loads the facts, takes the sharing decision, adds the access entry to
/// the same context, so that it is saved with the act or not at all, and hands over the row or a refusal. An unknown id
/// and a forbidden one get the same answer. The caller saves, also after a refusal: the attempt is recorded.
/// </summary>
public sealed partial class Door(AnchoringDelay anchoring, TimeProvider clock)
{
    private const int ListBatch = 200;

    /// <summary>Opens one row by its id.</summary>
    public Task<Outcome<Opened<T>>> OpenAsync<T>(
        GmConnectDbContext database, Guid id, Asking asking, CancellationToken cancellationToken = default)
        where T : class, IConcernsResident<T> =>
        OpenWhereAsync<T>(database, row => row.Id == id, asking, cancellationToken);

    /// <summary>Opens the one row that fits; the condition must name at most one.</summary>
    public async Task<Outcome<Opened<T>>> OpenWhereAsync<T>(
        GmConnectDbContext database, Expression<Func<T, bool>> which, Asking asking, CancellationToken cancellationToken = default)
        where T : class, IConcernsResident<T>
    {
        var found = await T.Subject.Load(database.Set<T>()).SingleOrDefaultAsync(which, cancellationToken);
        if (found is null)
        {
            return NotFound.Instance;
        }

        var entered = await EnterAsync(database, found.ResidentId, new(T.Subject.Category, Row: found.Id), asking, cancellationToken);

        return entered.Then<Opened<T>>(opened => opened.With(found));
    }

    /// <summary>
    /// Asks to act on one category of a resident's data, without opening a row: to begin something new, or to see who it is.
    /// </summary>
    public Task<Outcome<Opened<Resident>>> EnterAsync(
        GmConnectDbContext database,
        Guid residentId,
        DataCategory category,
        Asking asking,
        IReadOnlyCollection<StoryPartKind>? parts = null,
        CancellationToken cancellationToken = default) =>
        EnterAsync(database, residentId, new What(category, parts), asking, cancellationToken);

    private async Task<Outcome<Opened<Resident>>> EnterAsync(
        GmConnectDbContext database, Guid residentId, What what, Asking asking, CancellationToken cancellationToken)
    {
        var resident = await database.Set<Resident>().SingleOrDefaultAsync(r => r.Id == residentId && r.ErasedAt == null, cancellationToken);
        if (resident is null)
        {
            return NotFound.Instance;
        }

        var at = clock.UtcNow();
        var facts = (await LoadAsync(database, [resident], asking.Actor, at, cancellationToken))[residentId];
        var (request, decision) = Decide(residentId, what, asking, at, facts);
        await RecordAsync(database, [(request, decision)], asking, KindOf(asking), cancellationToken);

        return decision.Permits
            ? new Opened<Resident>(resident, resident, request, decision, asking.View) { Facts = facts }
            : NotFound.Instance;
    }

    private async Task<IReadOnlyDictionary<Guid, IndexedFacts>> LoadAsync(
        GmConnectDbContext database, IReadOnlyCollection<Resident> residents, Actor actor, DateTime at, CancellationToken cancellationToken) =>
        await LoadSharingFacts.LoadAsync(
            database,
            residents,
            actor,
            at,
            actor.Role.IsForAgency() && await anchoring.IsLateAsync(database, at, cancellationToken),
            cancellationToken);

    private static (AccessRequest Request, AccessDecision Decision) Decide(
        Guid residentId, What what, Asking asking, DateTime at, IndexedFacts facts)
    {
        (AccessRequest, AccessDecision)? first = null;
        foreach (var purpose in asking.PurposesFor(facts.KindOf(asking.Actor.AgencyId)))
        {
            var request = new AccessRequest(
                asking.Actor, residentId, what.Category, asking.Act, purpose, asking.Channel, at, what.Parts, what.Row);
            var decision = SharingDecision.Decide(request, facts);
            if (decision.Permits)
            {
                return (request, decision);
            }

            first ??= (request, decision);
        }

        return first!.Value;
    }

    /// <summary>
    /// The first permitted rows among those that the pre-filter names, in its order, with one entry a resident. The
    /// pre-filter is coarse: it must never drop a permitted row, so it orders and takes no number of rows itself.
    /// </summary>
    public async Task<OpenedPage<T>> ListAsync<T>(
        GmConnectDbContext database,
        Func<IQueryable<T>, IQueryable<T>> preFilter,
        int length,
        Asking asking,
        CancellationToken cancellationToken = default)
        where T : class, IConcernsResident<T>
    {
        var permitted = new List<(AccessRequest Request, Opened<T> Row)>();
        for (var skipped = 0; permitted.Count <= length; skipped += ListBatch)
        {
            var rows = await preFilter(T.Subject.Load(AsRead(database.Set<T>(), asking))).Skip(skipped).Take(ListBatch).ToListAsync(cancellationToken);
            permitted.AddRange(await PermittedAsync(database, rows, asking, cancellationToken));
            if (rows.Count < ListBatch)
            {
                break;
            }
        }

        // A list does not look into what it may not show: only rows that are handed over leave an entry.
        var shown = permitted.Take(length).ToList();
        await RecordAsync(
            database,
            [.. shown.DistinctBy(p => p.Request.ResidentId).Select(p => (p.Request, p.Row.Decision))],
            asking,
            AccessKind.Listed,
            cancellationToken);

        return new OpenedPage<T>([.. shown.Select(p => p.Row)], permitted.Count > length);
    }

    /// <summary>What is read to be shown is not watched for changes: of a long list that costs more than the reading.</summary>
    private static IQueryable<T> AsRead<T>(IQueryable<T> rows, Asking asking)
        where T : class => asking.Act is Act.Read ? rows.AsNoTracking() : rows;

    private async Task<IEnumerable<(AccessRequest Request, Opened<T> Row)>> PermittedAsync<T>(
        GmConnectDbContext database, List<T> rows, Asking asking, CancellationToken cancellationToken)
        where T : class, IConcernsResident<T>
    {
        var ids = rows.Select(r => r.ResidentId).Distinct().ToList();
        var residents = await AsRead(database.Set<Resident>(), asking).Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        var at = clock.UtcNow();
        var facts = await LoadAsync(database, residents.Values, asking.Actor, at, cancellationToken);

        return
            from row in rows
            let decided = Decide(row.ResidentId, new(T.Subject.Category, Row: row.Id), asking, at, facts[row.ResidentId])
            where decided.Decision.Permits
            select (decided.Request, new Opened<T>(row, residents[row.ResidentId], decided.Request, decided.Decision, asking.View)
            {
                Facts = facts[row.ResidentId]
            });
    }

    /// <summary>
    /// More about the resident of something already opened. It is decided for its own category and leaves its own entry;
    /// what may not be seen comes back empty, since the asker holds a ground and may learn that there is nothing for them.
    /// </summary>
    public async Task<IReadOnlyList<T>> AllAboutAsync<T>(
        GmConnectDbContext database, Resident resident, Asking asking, DataCategory? category = null, CancellationToken cancellationToken = default)
        where T : class, IConcernsResident<T>
    {
        var entered = await EnterAsync(database, resident.Id, category ?? T.Subject.Category, asking, null, cancellationToken);

        return entered.Succeeded ? await UnsafeAllOfAsync<T>(database, resident.Id, cancellationToken) : [];
    }

    /// <summary>The rows of the category that was just entered: the same look, so no further entry.</summary>
    public Task<IReadOnlyList<T>> RowsOfAsync<T>(
        GmConnectDbContext database, Opened<Resident> entered, CancellationToken cancellationToken = default)
        where T : class, IConcernsResident<T> =>
        entered.Category == T.Subject.Category
            ? UnsafeAllOfAsync<T>(database, entered.Resident.Id, cancellationToken)
            : throw new InvalidOperationException($"{T.Subject.Category} was not entered, {entered.Category} was.");

    /// <summary>Some of the rows of the category that was just entered, for what is too long to show at once.</summary>
    /// <param name="loadedAs">What is loaded with them, where that is less than usual.</param>
    public async Task<IReadOnlyList<T>> PageOfAsync<T>(
        GmConnectDbContext database,
        Opened<Resident> entered,
        Func<IQueryable<T>, IQueryable<T>> page,
        CancellationToken cancellationToken = default,
        Subject<T>? loadedAs = null)
        where T : class, IConcernsResident<T> =>
        entered.Category == T.Subject.Category
            ? await page((loadedAs ?? T.Subject).Load(database.Set<T>()).Where(ConcernsExpression<T>(entered.Resident.Id))).ToListAsync(cancellationToken)
            : throw new InvalidOperationException($"{T.Subject.Category} was not entered, {entered.Category} was.");

    /// <summary>Rows of the same category about the residents of what was just opened: the same look, so no further entry.</summary>
    internal async Task<IReadOnlyList<T>> BesideAsync<T, TOpened>(
        GmConnectDbContext database, IReadOnlyList<Opened<TOpened>> opened, Subject<T> loadedAs, CancellationToken cancellationToken)
        where T : class, IConcernsResident<T>
    {
        if (opened.FirstOrDefault(o => o.Category != loadedAs.Category) is { } other)
        {
            throw new InvalidOperationException($"{loadedAs.Category} was not opened, {other.Category} was.");
        }

        var residents = opened.Select(o => o.Resident.Id).Distinct().ToList();

        return await loadedAs.Load(database.Set<T>()).AsNoTracking()
            .Where(row => residents.Contains(EF.Property<Guid>(row, nameof(IConcernsResident.ResidentId)))).ToListAsync(cancellationToken);
    }

    /// <summary>Stays in the agency's own hospital, or of people who permitted it: a pre-filter for a list, and no more.</summary>
    internal IQueryable<Discharge.HospitalStay> OfAgency(GmConnectDbContext database, IQueryable<Discharge.HospitalStay> rows, Guid agency) =>
        rows.Where(s => s.AgencyId == agency || database.Set<ConsentRecord>().Any(c => c.ResidentId == s.ResidentId && c.AgencyId == agency));

    /// <summary>Some of what hangs on the row that was just opened: the same look, so no further entry.</summary>
    public Task<IReadOnlyList<TPart>> PartsOfAsync<TPart, TWhole>(
        GmConnectDbContext database,
        Opened<TWhole> opened,
        Func<IQueryable<TPart>, IQueryable<TPart>> page,
        CancellationToken cancellationToken = default)
        where TPart : class, IConcernsResident<TPart>, IPartOf<TWhole>
        where TWhole : class, IConcernsResident<TWhole> =>
        PartsOfAsync<TPart, TWhole>(database, [opened], page, cancellationToken);

    /// <summary>Some of what hangs on the rows that were just opened.</summary>
    public async Task<IReadOnlyList<TPart>> PartsOfAsync<TPart, TWhole>(
        GmConnectDbContext database,
        IReadOnlyList<Opened<TWhole>> opened,
        Func<IQueryable<TPart>, IQueryable<TPart>> page,
        CancellationToken cancellationToken = default)
        where TPart : class, IConcernsResident<TPart>, IPartOf<TWhole>
        where TWhole : class, IConcernsResident<TWhole>
    {
        if (opened.FirstOrDefault(o => o.Category != TPart.Subject.Category) is { } other)
        {
            throw new InvalidOperationException($"{TPart.Subject.Category} was not opened, {other.Category} was.");
        }

        var wholes = opened.Select(o => o.Entity.Id).ToList();

        // One by equality: then the index gives the order too, and of thousands of rows only the page is read.
        var rows = wholes is [var one]
            ? TPart.Subject.Load(database.Set<TPart>()).Where(row => EF.Property<Guid>(row, typeof(TWhole).Name + "Id") == one)
            : TPart.Subject.Load(database.Set<TPart>()).Where(row => wholes.Contains(EF.Property<Guid>(row, typeof(TWhole).Name + "Id")));

        return await page(rows).ToListAsync(cancellationToken);
    }

    /// <summary>Some of the rows inside the one that was just opened, which are too many to come with it.</summary>
    public async Task<IReadOnlyList<TOut>> InsideAsync<T, TInner, TOut>(
        GmConnectDbContext database,
        Opened<T> opened,
        Expression<Func<T, IEnumerable<TInner>>> which,
        Func<IQueryable<TInner>, IQueryable<TOut>> page,
        CancellationToken cancellationToken = default)
        where T : class, IConcernsResident<T>
        where TInner : class 
    {
        var whole = opened.Entity.Id;

        return await page(database.Set<T>().Where(row => row.Id == whole).SelectMany(which).AsNoTracking()).ToListAsync(cancellationToken);
    }

    /// <summary>The latest confirmed version of each story part that the asker may see for this purpose.</summary>
    public async Task<Outcome<Opened<IReadOnlyList<ConfirmedPart>>>> OpenStoryAsync(
        GmConnectDbContext database, Guid residentId, Asking asking, CancellationToken cancellationToken = default)
    {
        var entered = await EnterAsync(database, residentId, DataCategory.StoryPart, asking, null, cancellationToken);
        if (!entered.Succeeded)
        {
            return entered.Refusal;
        }

        var permitted = entered.Value.Decision.Parts;
        var versions = await database.Set<ConfirmedPart>()
            .Where(p => p.ResidentId == residentId && permitted.Contains(p.Part))
            .ToListAsync(cancellationToken);
        IReadOnlyList<ConfirmedPart> latest =
            [.. versions.GroupBy(p => p.Part).Select(g => g.MaxBy(p => p.Number)!).OrderBy(p => p.Part)];

        return entered.Value.With(latest);
    }

    /// <summary>The permission that opened something for an agency: who is let in may know by whom and until when. Nothing when no permission did.</summary>
    public Task<ConsentRecord?> PermissionBehindAsync<T>(
        GmConnectDbContext database, Opened<T> opened, CancellationToken cancellationToken = default)
    {
        var facts = opened.Decision.Ground?.Facts ?? [];

        return database.Set<ConsentRecord>().AsNoTracking().FirstOrDefaultAsync(c => facts.Contains(c.Id), cancellationToken);
    }

    /// <summary>The disclosure under a law that opened something for an agency.</summary>
    public async Task<DisclosureDecided?> DisclosureBehindAsync<T>(
        GmConnectDbContext database, Opened<T> opened, CancellationToken cancellationToken = default)
    {
        var facts = opened.Decision.Ground?.Facts ?? [];

        return await database.Set<StandingFact>().AsNoTracking().OfType<DisclosureDecided>().FirstOrDefaultAsync(f => facts.Contains(f.Id), cancellationToken);
    }

    /// <summary>Those under a permission that ends before, the first to end first: a pre-filter for a list, and no more.</summary>
    internal IQueryable<Referrals.Referral> EndingBefore(GmConnectDbContext database, IQueryable<Referrals.Referral> rows, DateTime before) =>
        from row in rows
        join consent in database.Set<ConsentRecord>() on row.ConsentId equals consent.Id
        where consent.Until > clock.UtcNow() && consent.Until <= before
        orderby consent.Until, row.Id
        select row;

    /// <summary>The agencies that somebody permits at a moment: only these can be given anything to do for them.</summary>
    internal async Task<HashSet<Guid>> PermittedAgenciesAsync(GmConnectDbContext database, Guid residentId, DateTime at, CancellationToken cancellationToken) =>
        (await UnsafeAllOfAsync<ConsentRecord>(database, residentId, cancellationToken)).Where(c => c.IsInForce(at)).Select(c => c.AgencyId).ToHashSet();

    /// <summary>Adds a new row about the resident whose record was opened.</summary>
    public void Admit<T>(GmConnectDbContext database, Resident resident, T row)
        where T : class, IConcernsResident
    {
        if (row.ResidentId != resident.Id)
        {
            throw new InvalidOperationException("A row about one resident was admitted through another's record.");
        }

        database.Add(row);
    }

    /// <summary>
    /// Every row of a kind about a resident without a decision: for the consequences of an act already permitted
    /// (a withdrawal ends memberships). What it returns never reaches a person or a partner.
    /// </summary>
    internal async Task<IReadOnlyList<T>> UnsafeAllOfAsync<T>(
        GmConnectDbContext database, Guid residentId, CancellationToken cancellationToken)
        where T : class, IConcernsResident<T> =>
        await T.Subject.Load(database.Set<T>())
            .Where(ConcernsExpression<T>(residentId))
            .ToListAsync(cancellationToken);

    private static Expression<Func<T, bool>> ConcernsExpression<T>(Guid residentId)
        where T : class, IConcernsResident<T>
    {
        if (typeof(T) == typeof(Resident))
        {
            return row => row.Id == residentId;
        }

        // Written against the mapped property: a property reached through an interface does not translate to SQL.
        return row => EF.Property<Guid>(row, nameof(IConcernsResident.ResidentId)) == residentId;
    }

    private static AccessKind KindOf(Asking asking) => asking.Act is Act.Write ? AccessKind.Changed : AccessKind.Looked;

    private static async Task RecordAsync(
        GmConnectDbContext database,
        IReadOnlyList<(AccessRequest Request, AccessDecision Decision)> decided,
        Asking asking,
        AccessKind kind,
        CancellationToken cancellationToken)
    {
        var entries = decided.Select(d => AccessEntry.Of(d.Request, d.Decision, kind, asking.View)).ToList();
        if (asking.View is { } view)
        {
            var known = await database.Set<AccessEntry>().AsNoTracking()
                .Where(e => e.View == view && e.AccountId == asking.Actor.AccountId)
                .Select(e => new { e.ResidentId, e.Category, e.Kind, e.Parts, e.Ground })
                .ToListAsync(cancellationToken);
            var pending = database.ChangeTracker.Entries<AccessEntry>().Select(e => e.Entity)
                .Where(e => e.View == view)
                .Select(e => new { e.ResidentId, e.Category, e.Kind, e.Parts, e.Ground });
            var seen = known.Concat(pending).ToHashSet();
            entries.RemoveAll(e => seen.Contains(new { e.ResidentId, e.Category, e.Kind, e.Parts, e.Ground }));
        }

        database.AddRange(entries);
    }

    private sealed record What(DataCategory Category, IReadOnlyCollection<StoryPartKind>? Parts = null, Guid? Row = null);
}
