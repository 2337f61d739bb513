using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Cases;

/// <param name="ApproverRole">What somebody who is asked to agree is in the care team, where they are not in it yet.</param>
public sealed record ClosingTyped(
    CaseClosedBecause Because, string? Words, bool LeavesOpenWork, IReadOnlyCollection<Guid> Approvers, string ApproverRole);

/// <summary>
/// Closes a case, at once or when those have agreed whom the agency wants to agree. With it the memberships of everybody in the team
/// end, and what their referrals opened. Only the agency whose case it is closes it.
/// </summary>
public sealed class CloseCase(
    IDbContextFactory<GmConnectDbContext> databases, Door door, FindOpenWork openWork, EndCaseWork work, TimeProvider clock)
{
    public Task<Outcome> ExecuteAsync(Guid caseId, ClosingTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeAsync(caseId, actor, async (database, opened, stamp) =>
        {
            var (file, resident) = (opened.Entity, opened.Resident);
            var needed = await database.Agencies.Where(a => a.Id == file.AgencyId).Select(a => a.ClosingApprovers).SingleAsync(cancellationToken);
            var approvers = needed == 0 ? [] : await ApproversAsync(database, file.AgencyId, typed.Approvers, cancellationToken);
            var open = await openWork.OfAsync(database, resident, file, cancellationToken);
            var asked = file.Close(new CaseClosing(typed.Because, typed.Words, open.Count, typed.LeavesOpenWork, approvers), needed, stamp);
            foreach (var approver in asked.Succeeded && file.Status.IsLive() ? approvers.Where(a => !file.IsInTheTeam(a, stamp.At)) : [])
            {
                file.AddToCareTeam(approver, file.AgencyId, typed.ApproverRole, stamp);
            }

            foreach (var approver in file.PendingApprovals)
            {
                database.TellAfterCommit(Topics.WorkOf(approver.AskedOf));
            }

            return asked;
        }, cancellationToken);

    /// <summary>One of those who were asked agrees, or sends it back with a reason.</summary>
    public Task<Outcome> AnswerAsync(Guid caseId, bool agrees, string? reason, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeAsync(caseId, actor, (_, opened, stamp) => Task.FromResult(opened.Entity.AnswerClosing(agrees, reason, stamp)), cancellationToken);

    public Task<Outcome> TakeBackAsync(Guid caseId, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeAsync(caseId, actor, (_, opened, stamp) => Task.FromResult(opened.Entity.TakeClosingBack(stamp)), cancellationToken);

    private Task<Outcome> ChangeAsync(
        Guid caseId, Actor actor, Func<GmConnectDbContext, Opened<CaseFile>, Stamp, Task<Outcome>> change, CancellationToken cancellationToken) =>
        databases.ChangeCaseAsync(door, caseId, actor, async (database, opened) =>
        {
            if (opened.Entity.AgencyId != actor.AgencyId)
            {
                return NotFound.Instance;
            }

            var stamp = actor.At(clock.UtcNow());
            var team = opened.Entity.CareTeam.Where(m => m.IsOn(stamp.At)).Select(m => m.AgencyId).ToHashSet();
            var outcome = await change(database, opened, stamp);
            if (outcome.Succeeded && !opened.Entity.Status.IsLive())
            {
                await work.ExecuteAsync(database, opened.Resident, opened.Entity, team, stamp, cancellationToken);
            }

            return outcome;
        }, cancellationToken);

    private static async Task<List<Guid>> ApproversAsync(
        GmConnectDbContext database, Guid agencyId, IReadOnlyCollection<Guid> wanted, CancellationToken cancellationToken) =>
        await database.Accounts.AsNoTracking()
            .Where(a => a.AgencyId == agencyId && a.Role == Role.TeamManager && wanted.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellationToken);
}
