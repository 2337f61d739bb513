using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Rights;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Referrals;

public sealed record PartRead(StoryPartKind Part, int Number, DateTime ConfirmedAt, string? SupportedBy, IReadOnlyList<StoryWords> Words)
{
    internal static PartRead Of(ConfirmedPart part) => new(part.Part, part.Number, part.ConfirmedAt, part.SupportedBy, part.Words);
}

public sealed record CaseToJoin(Guid CaseId, string LeadAgency, string LeadWorker, DateTime OpenedAt);

/// <param name="PermittedUntil">The end of the permission that opens it.</param>
/// <param name="CasesToJoin">Cases already open for the same person; joining one keeps one team on one plan.</param>
public sealed record ReferralShown(
    Guid ReferralId,
    string Reference,
    WhoItIs Who,
    Purpose Purpose,
    ReferralStatus Status,
    DateTime ReceivedAt,
    DateTime PermittedUntil,
    string SharedBy,
    bool OnBehalf,
    IReadOnlyList<PartRead> Parts,
    Priority? Priority,
    string? TriageReason,
    string? TriagedBy,
    DateTime? TriagedAt,
    string? RefusalReason,
    Guid? CaseId,
    IReadOnlyList<CaseToJoin> CasesToJoin,
    IReadOnlyList<CorrectionShown> Corrections);

/// <summary>One referral with the parts of the story that were meant for the worker's agency, and no others.</summary>
public sealed class ReadReferral(IDbContextFactory<GmConnectDbContext> databases, Door door)
{
    public Task<Outcome<ReferralShown>> ExecuteAsync(
        Guid referralId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<ReferralShown>>(async database =>
        {
            var opened = await door.OpenAsync<Referral>(
                database, referralId, Asking.ToRead(actor, view), cancellationToken);
            if (!opened.Succeeded || opened.Value.Entity.AgencyId != actor.AgencyId)
            {
                return NotFound.Instance;
            }

            var (referral, resident) = (opened.Value.Entity, opened.Value.Resident);
            var asking = new Asking(actor, referral.Purpose, Act.Read, View: view);
            var story = await door.OpenStoryAsync(database, resident.Id, asking, cancellationToken);
            if (await door.PermissionBehindAsync(database, opened.Value, cancellationToken) is not { } consent)
            {
                return NotFound.Instance;
            }

            var agency = await database.Agencies.AsNoTracking().SingleAsync(a => a.Id == referral.AgencyId, cancellationToken);
            var people = new[] { consent.GivenBy, referral.TriagedBy ?? consent.GivenBy };
            var names = await database.Accounts.AsNoTracking().Where(a => people.Contains(a.Id))
                .ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);

            return new ReferralShown(
                referral.Id,
                referral.Reference,
                WhoItIs.For(opened.Value),
                referral.Purpose,
                referral.Status,
                referral.ReceivedAt,
                consent.Until,
                names[consent.GivenBy],
                consent.UnderDelegation is not null,
                story.Succeeded
                    ? [.. story.Value.Entity.Select(PartRead.Of)]
                    : [],
                referral.Priority,
                referral.TriageReason,
                referral.TriagedBy is { } by ? names[by] : null,
                referral.TriagedAt,
                referral.RefusalReason,
                referral.CaseId,
                referral.Status.IsOpen() ? await CasesToJoinAsync(database, resident, asking, cancellationToken) : [],
                await CorrectionShown.BesideAsync(database, door, resident, asking, DataCategory.Referral, referral.Id, cancellationToken));
        }, cancellationToken);

    private async Task<IReadOnlyList<CaseToJoin>> CasesToJoinAsync(
        GmConnectDbContext database, Resident resident, Asking asking, CancellationToken cancellationToken)
    {
        var open = (await door.AllAboutAsync<CaseFile>(database, resident, asking, DataCategory.CaseHeader, cancellationToken))
            .Where(c => c.Status is CaseStatus.Open)
            .ToList();
        var leads = open.Select(c => c.LeadAccountId).ToList();
        var names = await database.Accounts.AsNoTracking().Where(a => leads.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
        var ids = open.Select(c => c.AgencyId).ToList();
        var agencies = await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);

        return [.. open.OrderBy(c => c.OpenedAt).Select(c => new CaseToJoin(c.Id, agencies[c.AgencyId], names[c.LeadAccountId], c.OpenedAt))];
    }
}
