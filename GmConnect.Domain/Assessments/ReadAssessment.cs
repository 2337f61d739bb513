using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Assessments;

public sealed record AssessmentRow(
    Guid AssessmentId, string Title, AssessmentStatus Status, CaseAudience Audience, string Agency, DateTime StartedAt, string StartedBy, DateTime? FinishedAt,
    AssessmentProgress Progress, bool AsksMe);

/// <param name="Last">When the last one that the reader may begin from was finished.</param>
/// <param name="IsBegun">Their agency has an open one in this case.</param>
public sealed record FormToStart(AssessmentForm Form, DateTime? Last, bool IsBegun);

public sealed record AssessmentsShown(IReadOnlyList<AssessmentRow> Rows, IReadOnlyList<FormToStart> Forms);

/// <param name="ApproversNeeded">How many must agree.</param>
/// <param name="Approvers">Managers of the agency who may be asked.</param>
public sealed record FinishingPrepared(int ApproversNeeded, IReadOnlyList<WorkerToAdd> Approvers);

/// <summary>The assessments of a case, for those in its care team whom each is for.</summary>
public sealed class ReadAssessment(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<AssessmentShown>> ExecuteAsync(
        Guid caseId, Guid assessmentId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        InCaseAsync<AssessmentShown>(caseId, actor, view, async (database, opened) =>
        {
            if (await door.AssessmentAsync(database, opened, assessmentId, cancellationToken) is not { } assessment)
            {
                return NotFound.Instance;
            }

            var reading = await AssessmentReading.LoadAsync(database, [assessment], opened.MayReadOfStory, cancellationToken);

            var isTheirs = MayChange(opened, actor) && assessment.AgencyId == actor.AgencyId;

            return reading.Show(assessment, actor.AccountId, isTheirs, isTheirs && opened.May(Act.Write, DataCategory.Plan));
        }, cancellationToken);

    public Task<Outcome<AssessmentsShown>> ListAsync(Guid caseId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        InCaseAsync<AssessmentsShown>(caseId, actor, view, async (database, opened) =>
        {
            var all = await door.AssessmentsOfPersonAsync(database, opened, cancellationToken);
            var here = all.Where(a => a.CaseFileId == caseId).ToList();
            var reading = await AssessmentReading.LoadAsync(database, here, [], cancellationToken);
            var kind = await database.Agencies.Where(a => a.Id == actor.AgencyId).Select(a => a.Kind).SingleAsync(cancellationToken);
            var age = Birthday.Age(opened.Resident.BirthDate, clock.Today());

            return new AssessmentsShown(
                [.. here.OrderBy(a => !a.Status.IsOpen()).ThenByDescending(a => a.StartedAt).Select(a => new AssessmentRow(
                    a.Id, a.Form.Title, a.Status, a.Audience, reading.Agency(a.AgencyId), a.StartedAt, reading.Person(a.StartedBy), a.FinishedAt, a.Progress(),
                    a.PendingApprovals.Any(p => p.AskedOf == actor.AccountId)))],
                !MayChange(opened, actor) ? [] : [.. AssessmentForms.Current.Where(f => f.IsFor(kind, age)).Select(f => new FormToStart(
                    f, all.Where(a => a.FormId == f.Id).Max(a => a.FinishedAt), here.Any(a => a.FormId == f.Id && a.AgencyId == actor.AgencyId && a.Status.IsOpen())))]);
        }, cancellationToken);

    /// <summary>Who could be asked to agree, without the one who asks.</summary>
    public Task<Outcome<FinishingPrepared>> PrepareAsync(
        Guid caseId, Guid assessmentId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        InCaseAsync<FinishingPrepared>(caseId, actor, view, async (database, opened) =>
        {
            if (await door.AssessmentAsync(database, opened, assessmentId, cancellationToken) is not { } assessment || assessment.AgencyId != actor.AgencyId)
            {
                return NotFound.Instance;
            }

            var agency = await database.Agencies.AsNoTracking().SingleAsync(a => a.Id == assessment.AgencyId, cancellationToken);
            var managers = agency.AssessmentApprovers == 0 ? [] : await FinishAssessment.ManagersOf(database, agency.Id)
                .Where(a => a.Id != actor.AccountId && a.Id != assessment.StartedBy).OrderBy(a => a.DisplayName).ToListAsync(cancellationToken);

            return new FinishingPrepared(
                agency.AssessmentApprovers, [.. managers.Select(m => new WorkerToAdd(m.Id, m.DisplayName, m.JobTitle, agency.Name))]);
        }, cancellationToken);

    private static bool MayChange(Opened<CaseFile> opened, Actor actor) =>
        actor.AgencyId is not null && opened.Entity.Status.IsLive() && opened.May(Act.Write, DataCategory.Case);

    /// <summary>The family reads those that are for it with the team's other words, and not here.</summary>
    private Task<Outcome<T>> InCaseAsync<T>(
        Guid caseId, Actor actor, Guid view, Func<GmConnectDbContext, Opened<CaseFile>, Task<Outcome<T>>> read, CancellationToken cancellationToken) =>
        databases.InOneSaveAsync<Outcome<T>>(async database =>
        {
            var opened = await door.OpenAsync<CaseFile>(database, caseId, Asking.ToRead(actor, view), cancellationToken);

            return opened.Succeeded && actor.Role.IsWorker() ? await read(database, opened.Value) : NotFound.Instance;
        }, cancellationToken);
}
