using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Rights;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Cases;

public sealed record MemberShown(Guid AccountId, string Name, string? JobTitle, Guid AgencyId, string Agency, string Role, DateTime From, DateTime? Until, bool IsLead);

/// <param name="MayReadPlan">Who came to the case under a law may not.</param>
/// <param name="MayBeginStay">The reader works in a hospital: they may note that the person lies in it.</param>
/// <param name="ReferralId">The reader's agency's referral, where the story's parts are.</param>
public sealed record CaseShown(
    Guid CaseId, WhoItIs Who, string Summary, Guid AgencyId, string Agency, DateTime OpenedAt, CaseStatus Status, IReadOnlyList<MemberShown> CareTeam, Guid? ReferralId,
    IReadOnlyList<CorrectionShown> Corrections, bool MayReadPlan, bool MayBeginStay, ClosingShown? Closing)
{
    /// <summary>Whether a page that shows the other has something to draw.</summary>
    public bool Differs(CaseShown? other) => other is null
        || this with { CareTeam = other.CareTeam, Corrections = other.Corrections, Closing = other.Closing } != other
        || !CareTeam.SequenceEqual(other.CareTeam) || !Corrections.SequenceEqual(other.Corrections) || !SameClosing(Closing, other.Closing);

    private static bool SameClosing(ClosingShown? one, ClosingShown? other) => one is null || other is null
        ? one == other
        : one with { WaitsFor = other.WaitsFor } == other && one.WaitsFor.SequenceEqual(other.WaitsFor);
}

/// <summary>A closing that waits for those who must agree.</summary>
/// <param name="WaitsFor">Their names.</param>
/// <param name="AsksMe">The reader is one of them.</param>
public sealed record ClosingShown(DateTime At, string By, CaseClosedBecause Because, string Words, IReadOnlyList<string> WaitsFor, bool AsksMe);

public sealed record CaseRow(Guid CaseId, string Name, string Summary, string Agency, string MyRole, DateTime OpenedAt);

/// <summary>A case for those in its care team.</summary>
public sealed class ReadCase(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    private const int Length = 100;

    public Task<Outcome<CaseShown>> ExecuteAsync(Guid caseId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<CaseShown>>(async database =>
        {
            var opened = await door.OpenAsync<CaseFile>(database, caseId, Asking.ToRead(actor, view), cancellationToken);
            if (!opened.Succeeded || !opened.Value.MayKnowWhoHelps)
            {
                return NotFound.Instance;
            }

            var (file, resident) = (opened.Value.Entity, opened.Value.Resident);
            var accounts = file.CareTeam.Select(m => m.AccountId).Distinct().ToList();
            var people = await database.Accounts.AsNoTracking().Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
            var ids = file.CareTeam.Select(m => m.AgencyId).Append(file.AgencyId).Append(actor.AgencyId ?? file.AgencyId).Distinct().ToList();
            var agencies = await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
            var referral = (await door.UnsafeAllOfAsync<Referrals.Referral>(database, resident.Id, cancellationToken))
                .Where(r => r.AgencyId == actor.AgencyId).MaxBy(r => r.ReceivedAt);

            return new CaseShown(
                file.Id,
                WhoItIs.For(opened.Value),
                file.Summary,
                file.AgencyId,
                agencies[file.AgencyId].Name,
                file.OpenedAt,
                file.Status,
                [.. file.CareTeam.OrderBy(m => m.From).Select(m => new MemberShown(
                    m.AccountId, people[m.AccountId].DisplayName, people[m.AccountId].JobTitle, m.AgencyId, agencies[m.AgencyId].Name,
                    m.Role, m.From, m.Until, m.AccountId == file.LeadAccountId))],
                referral?.Id,
                await CorrectionShown.BesideAsync(database, door, resident, opened.Value.Asking, DataCategory.Case, file.Id, cancellationToken),
                opened.Value.May(Act.Read, DataCategory.Plan),
                opened.Value.Facts.KindOf(actor.AgencyId) is AgencyKind.Hospital && opened.Value.May(Act.Write, DataCategory.Plan),
                file.Status is CaseStatus.ClosingAsked && file.Closing is { } asked
                    ? new ClosingShown(
                        asked.At, people[asked.By].DisplayName, asked.Because!.Value, asked.Words!,
                        [.. file.PendingApprovals.Select(a => people[a.AskedOf].DisplayName)], file.PendingApprovals.Any(a => a.AskedOf == actor.AccountId))
                    : null);
        }, cancellationToken);

    /// <summary>The open cases the worker is in the care team of.</summary>
    public Task<IReadOnlyList<CaseRow>> MineAsync(Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<IReadOnlyList<CaseRow>>(async database =>
        {
            var now = clock.UtcNow();
            var cases = await door.ListAsync<CaseFile>(
                database,
                rows => ListMyWork.Mine(rows, actor, now),
                Length,
                Asking.ToRead(actor, view),
                cancellationToken);
            var ids = cases.Rows.Select(c => c.Entity.AgencyId).Distinct().ToList();
            var agencies = await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);

            return [.. cases.Rows.Select(c => new CaseRow(
                c.Entity.Id, c.Resident.FullName, c.Entity.Summary, agencies[c.Entity.AgencyId],
                c.Entity.CareTeam.Where(m => m.AccountId == actor.AccountId).MaxBy(m => m.From)!.Role, c.Entity.OpenedAt))];
        }, cancellationToken);
}
