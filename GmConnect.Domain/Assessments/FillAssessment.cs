using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Assessments;

/// <summary>The answers of a draft, each saved by itself as it is typed.</summary>
public sealed class FillAssessment(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<AnswerKept>> SaveAsync(
        Guid caseId, Guid assessmentId, AnswerEdit edit, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InAssessmentAsync(
            door, caseId, assessmentId, actor, (_, _, draft) => Task.FromResult(draft.Save(edit, clock.Today(), actor.At(clock.UtcNow()))), cancellationToken);

    public Task<Outcome> ConfirmAsync(
        Guid caseId, Guid assessmentId, string question, Guid answerId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeAssessmentAsync(
            door, caseId, assessmentId, actor, draft => draft.Confirm(question, answerId, actor.At(clock.UtcNow())), cancellationToken);

    /// <param name="shown">The answers that were seen side by side.</param>
    public Task<Outcome> ChooseAsync(
        Guid caseId, Guid assessmentId, string question, Guid answerId, IReadOnlyCollection<Guid> shown, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeAssessmentAsync(
            door, caseId, assessmentId, actor, draft => draft.Choose(question, answerId, shown, actor.At(clock.UtcNow())), cancellationToken);

    public Task<Outcome> ReadersAreAsync(
        Guid caseId, Guid assessmentId, CaseAudience audience, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeAssessmentAsync(door, caseId, assessmentId, actor, draft => draft.ReadersAre(audience), cancellationToken);
}
