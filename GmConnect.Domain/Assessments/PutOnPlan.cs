using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Assessments;

/// <summary>
/// What an assessment found becomes a need, a strength or an action of the one plan, in the worker's words for it, and has its owner, its
/// history and the family's eyes there like any other. There is no second list of needs.
/// </summary>
public sealed class PutOnPlan(IDbContextFactory<GmConnectDbContext> databases, Door door, Outbox outbox, TimeProvider clock)
{
    /// <returns>The id of what was added to the plan.</returns>
    public Task<Outcome<Guid>> ExecuteAsync(
        Guid caseId, Guid assessmentId, string question, string? words, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InAssessmentAsync<Guid>(door, caseId, assessmentId, actor, async (database, opened, assessment) =>
        {
            if (assessment.Form.Find(question) is not { Plan: { } use } || assessment.Standing(question) is not [{ Value.Length: > 0, MustBeLookedAt: false } answer])
            {
                return new AnswerIsNotForThePlan();
            }

            if (answer.PlanItemId is not null)
            {
                return new AnswerIsOnThePlan();
            }

            var plan = await door.OpenWhereAsync<CarePlan>(database, p => p.ResidentId == opened.Resident.Id, opened.Asking, cancellationToken);
            if (!plan.Succeeded)
            {
                return plan.Refusal;
            }

            var (today, stamp) = (clock.Today(), actor.At(clock.UtcNow()));
            var added = Add(plan.Value.Entity, use, words, new PlanOwner(assessment.AgencyId), today, stamp);
            if (added.Succeeded)
            {
                answer.PlanItemId = added.Value;
                await outbox.WritePlanAsync(database, opened.Resident, plan.Value.Entity, stamp.At, cancellationToken);
                database.TellAfterCommit(Topics.Plan(plan.Value.Entity.Id));
                database.TellAfterCommit(Topics.Resident(opened.Resident.Id));
            }

            return added;
        }, cancellationToken);

    private static Outcome<Guid> Add(CarePlan plan, PlanUse use, string? words, PlanOwner owner, DateOnly today, Stamp stamp) => use switch
    {
        PlanUse.Action => plan.AddAction(null, words, owner, null, today, stamp).Then<Guid>(action => action.Id),
        PlanUse.Need => plan.AddStatement(StatementKind.Need, words, today, stamp).Then<Guid>(need => need.Id),
        PlanUse.Strength => plan.AddStatement(StatementKind.Strength, words, today, stamp).Then<Guid>(strength => strength.Id),
        _ => plan.AddStatement(StatementKind.Contingency, words, today, stamp).Then<Guid>(contingency => contingency.Id)
    };
}
