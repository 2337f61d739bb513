using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Discharge;

/// <param name="Who">The agency that can take it away, as the reader may know it.</param>
public sealed record WaitingFor(string What, string Who, DateTime From);

/// <summary>Somebody's way home from hospital, for themselves and those who act for them.</summary>
/// <param name="Hospital">Nothing, as the ward, for who may not know where a protected person is.</param>
/// <param name="NeedsTheBed">Nothing: nobody has looked yet.</param>
/// <param name="ToBeAccepted">What must be accepted before they leave and is not.</param>
public sealed record LeavingShown(
    Guid StayId, DateOnly AdmittedOn, string? Hospital, string? Ward, DateOnly? Expected, string? WhyMoved, bool? NeedsTheBed, string? WhatMustBeTrue, IReadOnlyList<WaitingFor> HeldUpBy,
    IReadOnlyList<WaitingFor> ToBeAccepted, DateTime? LeftAt, DateTime? ToldAt, string? ToldWho)
{
    public string? Where => Hospital is null ? null : $"{Hospital}, {Ward}";
}

/// <summary>
/// The latest stay while somebody is in hospital, and for the days after in which somebody still watches. Nothing once they died: the family
/// is spoken to then, and reads no board.
/// </summary>
public sealed class ReadLeaving(IDbContextFactory<GmConnectDbContext> databases, Door door, AgencyLabels labels, TimeProvider clock)
{
    /// <param name="view">The plan read under the same view is the same look.</param>
    /// <returns>Nothing where there is no stay to speak of.</returns>
    public Task<Outcome<LeavingShown?>> ExecuteAsync(
        Guid residentId, Actor actor, Guid? view, Channel channel = Channel.Page, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<LeavingShown?>>(async database =>
        {
            var entered = await door.EnterAsync(database, residentId, DataCategory.Plan, Asking.ToRead(actor, view) with { Channel = channel }, null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var (now, mayKnow) = (clock.UtcNow(), entered.Value.MayKnowWhoHelps);
            var stay = (await door.RowsOfAsync<HospitalStay>(database, entered.Value, cancellationToken)).MaxBy(s => s.AdmittedOn);
            if (stay is null or { Status: StayStatus.Died } || stay.LeftAt?.AddDays(HospitalStay.FollowUpDays) < now)
            {
                return Outcome.Of<LeavingShown?>(null);
            }

            var plan = (await door.PageOfAsync(database, entered.Value, rows => rows.AsNoTracking(), cancellationToken, CarePlanSubjects.Leaving)).SingleOrDefault();
            var stopping = (plan?.ActionsOf(stay.Id) ?? []).Where(LeavingTasks.IsStopping).OrderBy(a => LeavingTasks.OrderOf(a.Task)).ToList();
            var blockers = stay.Blockers.Where(b => b.IsInForce(now)).OrderBy(b => b.From).ToList();
            var ids = blockers.Select(b => b.OwnerAgencyId).Concat(stopping.Select(a => a.OwnerAgencyId).OfType<Guid>()).Append(stay.AgencyId).Distinct().ToList();
            var agencies = (await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancellationToken))
                .ToDictionary(a => a.Id, a => labels.For(a, mayKnow));

            return new LeavingShown(
                stay.Id,
                stay.AdmittedOn,
                mayKnow ? agencies[stay.AgencyId] : null,
                mayKnow ? stay.Ward : null,
                stay.Expected?.Day,
                stay.Expected?.Why,
                stay.LastReview?.MeetsCriteria,
                stay.WhatMustBeTrue,
                [.. blockers.Select(b => new WaitingFor(DischargeCodes.Current.Reason(b.Reason)!.Name, agencies[b.OwnerAgencyId], b.From))],
                [.. stopping.Select(a => new WaitingFor(a.What, a.OwnerAgencyId is { } owner ? agencies[owner] : "", a.AddedAt))],
                stay.LeftAt,
                stay.LastTold?.At,
                mayKnow ? stay.LastTold?.Name : null);
        }, cancellationToken);
}
