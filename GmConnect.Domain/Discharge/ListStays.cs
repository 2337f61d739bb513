using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Discharge;

/// <param name="Owner">The agency, or its worker and the agency; nothing: the family.</param>
public sealed record NextAct(string What, string? Owner, DateOnly? Due, bool IsLate);

/// <param name="Days">Since it was noted.</param>
public sealed record BlockerShown(Guid Id, string Reason, string Owner, DateTime From, int Days);

/// <summary>One line of the board.</summary>
/// <param name="MeetsCriteria">Nothing: nobody has looked yet.</param>
/// <param name="Ready">The discharge-ready date and the days of delay.</param>
/// <param name="Stopping">How many tasks that must be accepted before they leave are not.</param>
/// <param name="National">The one reason that is reported.</param>
public sealed record StayRow(
    Guid StayId, Guid ResidentId, string Name, DateOnly BirthDate, Guid HospitalId, string Hospital, string Ward, DateOnly AdmittedOn, StayStatus Status, DateTime? LeftAt,
    DateOnly? Expected, bool IsExpectedPast, DateTime? ReviewedAt, bool? MeetsCriteria, DischargeReady Ready, Pathway? Pathway, string? PathwayBy, IReadOnlyList<BlockerShown> Blockers,
    string? National, NextAct? Next, int Stopping, DateTime? CarerToldAt, bool HasMissedDose)
{
    /// <summary>They could go, and something keeps them.</summary>
    public bool IsHeldUp => Blockers.Count > 0 || Stopping > 0;

    /// <summary>Whether a line that shows the other has something to draw.</summary>
    public bool Differs(StayRow other) => this with { Blockers = other.Blockers } != other || !Blockers.SequenceEqual(other.Blockers);
}

/// <param name="HasMore">There are more than fit.</param>
public sealed record Board(IReadOnlyList<StayRow> Rows, bool HasMore);

/// <summary>
/// The people in hospital whose way home the worker is part of, and those who left within the days in which somebody still watches. A
/// hospital's coordinators see its wards; the other agencies theirs in every hospital.
/// </summary>
public sealed class ListStays(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public const int Length = 120;

    public Task<Board> ExecuteAsync(Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync(async database =>
        {
            if (!actor.Role.IsWorker() || actor.AgencyId is not { } agency)
            {
                return new Board([], false);
            }

            var since = clock.UtcNow().AddDays(-HospitalStay.FollowUpDays);
            var stays = await door.ListAsync<HospitalStay>(
                database,
                rows => door.OfAgency(database, rows, agency)
                    .Where(s => s.Status == StayStatus.InHospital || (s.Status == StayStatus.Left && s.LeftAt >= since))
                    .OrderBy(s => s.AdmittedOn).ThenBy(s => s.Id),
                Length,
                Asking.ToRead(actor, view),
                cancellationToken);

            return new Board(await RowsAsync(database, stays.Rows, cancellationToken), stays.HasMore);
        }, cancellationToken);

    /// <summary>One line, after something about it changed.</summary>
    public Task<Outcome<StayRow>> OneAsync(Guid stayId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<StayRow>>(async database =>
        {
            var opened = await door.OpenAsync<HospitalStay>(database, stayId, Asking.ToRead(actor, view), cancellationToken);

            return opened.Succeeded && actor.Role.IsWorker()
                ? (await RowsAsync(database, [opened.Value], cancellationToken)).Single()
                : NotFound.Instance;
        }, cancellationToken);

    internal async Task<IReadOnlyList<StayRow>> RowsAsync(GmConnectDbContext database, IReadOnlyList<Opened<HospitalStay>> stays, CancellationToken cancellationToken)
    {
        if (stays.Count == 0)
        {
            return [];
        }

        var plans = (await door.BesideAsync(database, stays, CarePlanSubjects.Leaving, cancellationToken)).ToDictionary(p => p.ResidentId);
        var names = await StayNames.LoadAsync(database, [.. stays.Select(s => s.Entity)], [.. plans.Values.SelectMany(p => p.Actions).Where(a => a.IsOpen)], cancellationToken);
        var (now, today) = (clock.UtcNow(), clock.Today());

        return [.. stays.Select(s => Show(s, plans.GetValueOrDefault(s.Entity.ResidentId), names, now, today))];
    }

    private static StayRow Show(Opened<HospitalStay> opened, CarePlan? plan, StayNames names, DateTime now, DateOnly today)
    {
        var stay = opened.Entity;
        var open = plan?.ActionsOf(stay.Id).Where(a => a.IsOpen).ToList() ?? [];
        // What somebody must wait for is not the next thing to be done.
        var next = open.Where(a => !plan!.IsBlocked(a)).OrderBy(a => a.Due is null).ThenBy(a => a.Due).ThenBy(a => LeavingTasks.OrderOf(a.Task)).FirstOrDefault();
        var ready = stay.Ready(today);

        return new StayRow(
            stay.Id, stay.ResidentId, opened.Resident.FullName, opened.Resident.BirthDate, stay.AgencyId, names.Of(new PlanOwner(stay.AgencyId))!, stay.Ward, stay.AdmittedOn, stay.Status, stay.LeftAt,
            stay.Expected?.Day, stay.Status is StayStatus.InHospital && stay.Expected?.Day < today, stay.LastReview?.At, stay.LastReview?.MeetsCriteria, ready,
            stay.Decided?.Pathway, stay.Decided is { } decided ? names.Person(decided.By) : null,
            [.. stay.Blockers.Where(b => b.IsInForce(now)).OrderBy(b => b.From).ThenBy(b => b.Id).Select(b => Show(b, names, today))],
            NationalDelay.Of(ready, stay.Blockers, now)?.Name,
            next is null ? null : new NextAct(next.What, names.Of(next.Owner), next.Due, next.Due < today),
            open.Count(LeavingTasks.IsStopping),
            stay.LastTold?.At,
            stay.MissedDose(now) is not null);
    }

    internal static BlockerShown Show(Blocker blocker, StayNames names, DateOnly today) => new(
        blocker.Id, DischargeCodes.Current.Reason(blocker.Reason)!.Name, names.Of(new PlanOwner(blocker.OwnerAgencyId))!, blocker.From,
        today.DayNumber - LondonTime.DayOf(blocker.From).DayNumber);
}

/// <summary>The agencies and people that stays name.</summary>
internal sealed record StayNames(IReadOnlyDictionary<Guid, string> Agencies, IReadOnlyDictionary<Guid, string> People)
{
    public static async Task<StayNames> LoadAsync(
        GmConnectDbContext database, IReadOnlyList<HospitalStay> stays, IReadOnlyList<PlanAction> actions, CancellationToken cancellationToken)
    {
        var agencies = stays.Select(s => s.AgencyId).Concat(stays.SelectMany(s => s.Blockers).Select(b => b.OwnerAgencyId))
            .Concat(actions.Select(a => a.OwnerAgencyId).OfType<Guid>()).Distinct().ToList();
        var people = stays.SelectMany(s => s.Pathways.Select(p => p.By).Concat(s.Reviews.Select(r => r.By)).Concat(s.ExpectedDates.Select(d => d.By))
                .Concat(s.CarersTold.Select(t => t.By)).Concat(s.Doses.Select(d => d.By)).Append(s.LeftBy ?? s.BegunBy))
            .Concat(actions.Select(a => a.OwnerAccountId).OfType<Guid>()).Distinct().ToList();

        return new StayNames(
            await database.Agencies.AsNoTracking().Where(a => agencies.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken),
            await database.Accounts.AsNoTracking().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken));
    }

    public string Person(Guid id) => People.GetValueOrDefault(id, "");

    public string? Of(PlanOwner owner) => owner.AgencyId is not { } agency ? null
        : owner.AccountId is { } person ? $"{Person(person)}, {Agencies.GetValueOrDefault(agency, "")}" : Agencies.GetValueOrDefault(agency, "");
}
