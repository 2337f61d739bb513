using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Assessments;

/// <summary>How the workers of an agency change an assessment of theirs: through the case's door, in one save.</summary>
internal static class AssessmentDesk
{
    private const int MostCases = 50;

    /// <summary>
    /// Every change moves the assessment's version, so that of two at once the second is decided again from what stands: nothing is
    /// answered after it was finished, and nothing typed is lost.
    /// </summary>
    public static async Task<Outcome<T>> InAssessmentAsync<T>(
        this IDbContextFactory<GmConnectDbContext> databases,
        Door door,
        Guid caseId,
        Guid assessmentId,
        Actor actor,
        Func<GmConnectDbContext, Opened<CaseFile>, Assessment, Task<Outcome<T>>> change,
        CancellationToken cancellationToken) =>
        await databases.InCaseAsync<T>(door, caseId, actor, async (database, opened) =>
        {
            if (await door.AssessmentAsync(database, opened, assessmentId, cancellationToken) is not { } assessment || assessment.AgencyId != actor.AgencyId)
            {
                return NotFound.Instance;
            }

            if (!opened.Entity.Status.IsLive())
            {
                return new CaseIsClosed();
            }

            var outcome = await change(database, opened, assessment);
            if (outcome.Succeeded)
            {
                database.Touch(assessment);
            }

            return outcome;
        }, cancellationToken);

    public static async Task<Outcome> ChangeAssessmentAsync(
        this IDbContextFactory<GmConnectDbContext> databases,
        Door door,
        Guid caseId,
        Guid assessmentId,
        Actor actor,
        Func<Assessment, Outcome> change,
        CancellationToken cancellationToken) =>
        await databases.InAssessmentAsync<bool>(
            door, caseId, assessmentId, actor,
            (_, _, assessment) => Task.FromResult(change(assessment) is { Succeeded: false, Refusal: var refusal } ? refusal : Outcome.Of(true)), cancellationToken);

    /// <summary>One of the case that was opened, if the actor may have it.</summary>
    public static async Task<Assessment?> AssessmentAsync(
        this Door door, GmConnectDbContext database, Opened<CaseFile> opened, Guid assessmentId, CancellationToken cancellationToken) =>
        (await door.PartsOfAsync<Assessment, CaseFile>(database, opened, rows => rows.Where(a => a.Id == assessmentId), cancellationToken))
            .SingleOrDefault(a => a.IsReadBy(opened.Actor));

    /// <summary>Those about the person that the actor may have, in this case and in every other whose care team they are in.</summary>
    public static async Task<IReadOnlyList<Assessment>> AssessmentsOfPersonAsync(
        this Door door, GmConnectDbContext database, Opened<CaseFile> opened, CancellationToken cancellationToken)
    {
        var others = await door.ListAsync<CaseFile>(
            database, rows => rows.Where(c => c.ResidentId == opened.Resident.Id && c.Id != opened.Entity.Id).OrderBy(c => c.Id), MostCases,
            opened.Asking with { Act = Act.Read }, cancellationToken);

        return [.. (await door.PartsOfAsync<Assessment, CaseFile>(database, [opened, .. others.Rows], rows => rows.AsNoTracking(), cancellationToken))
            .Where(a => a.IsReadBy(opened.Actor))];
    }
}
