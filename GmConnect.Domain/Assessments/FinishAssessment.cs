using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Assessments;

/// <param name="Approvers">Those who are to agree, where the agency wants somebody to.</param>
/// <param name="ApproverRole">What somebody who is asked is in the care team, where they are not in it yet.</param>
public sealed record FinishingTyped(IReadOnlyCollection<Guid> Approvers, string ApproverRole);

/// <summary>
/// Ends an assessment: at once, or when those managers have agreed whom its agency wants to agree. They join the care team: whoever
/// decides about somebody is seen to.
/// </summary>
public sealed class FinishAssessment(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public async Task<Outcome> ExecuteAsync(
        Guid caseId, Guid assessmentId, FinishingTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        await databases.InAssessmentAsync<bool>(door, caseId, assessmentId, actor, async (database, opened, draft) =>
        {
            var (file, stamp) = (opened.Entity, actor.At(clock.UtcNow()));
            var needed = await database.Agencies.Where(a => a.Id == draft.AgencyId).Select(a => a.AssessmentApprovers).SingleAsync(cancellationToken);
            var approvers = needed == 0 ? [] : await ManagersOf(database, draft.AgencyId).Where(a => typed.Approvers.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellationToken);
            var finished = draft.Finish(approvers, needed, stamp);
            if (!finished.Succeeded)
            {
                return finished.Refusal;
            }

            foreach (var asked in draft.PendingApprovals.Select(a => a.AskedOf).ToList())
            {
                if (!file.IsInTheTeam(asked, stamp.At))
                {
                    file.AddToCareTeam(asked, draft.AgencyId, typed.ApproverRole, stamp);
                    database.Touch(file);
                }

                database.TellAfterCommit(Topics.WorkOf(asked));
            }

            database.TellAfterCommit(Topics.Resident(opened.Resident.Id));

            return true;
        }, cancellationToken);

    /// <summary>One of those who were asked agrees, or sends it back with a reason.</summary>
    public Task<Outcome> AnswerAsync(
        Guid caseId, Guid assessmentId, bool agrees, string? reason, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeAsync(caseId, assessmentId, actor, (assessment, stamp) => assessment.Answer(agrees, reason, stamp), cancellationToken);

    public Task<Outcome> TakeBackAsync(Guid caseId, Guid assessmentId, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeAsync(caseId, assessmentId, actor, (assessment, stamp) => assessment.TakeBack(stamp), cancellationToken);

    public Task<Outcome> AbandonAsync(
        Guid caseId, Guid assessmentId, string? reason, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeAsync(caseId, assessmentId, actor, (assessment, stamp) => assessment.Abandon(reason, stamp), cancellationToken);

    internal static IQueryable<Accounts.Account> ManagersOf(GmConnectDbContext database, Guid agencyId) =>
        database.Accounts.AsNoTracking().Where(a => a.AgencyId == agencyId && a.Role == Role.TeamManager);

    private async Task<Outcome> ChangeAsync(
        Guid caseId, Guid assessmentId, Actor actor, Func<Assessment, Stamp, Outcome> change, CancellationToken cancellationToken) =>
        await databases.InAssessmentAsync<bool>(door, caseId, assessmentId, actor, (database, opened, assessment) =>
        {
            var changed = change(assessment, actor.At(clock.UtcNow()));
            if (changed.Succeeded)
            {
                foreach (var one in assessment.Approvals.Select(a => a.AskedOf).Append(assessment.StartedBy))
                {
                    database.TellAfterCommit(Topics.WorkOf(one));
                }

                database.TellAfterCommit(Topics.Resident(opened.Resident.Id));
            }

            return Task.FromResult(changed.Succeeded ? true : (Outcome<bool>)changed.Refusal);
        }, cancellationToken);
}
