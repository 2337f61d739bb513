using GmConnect.Domain.Assessments;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Cases;

public enum OpenWorkKind
{
    /// <summary>An action of the agency in the plan that is not done.</summary>
    Action,

    /// <summary>A note that nobody approved; its words are its writer's alone.</summary>
    Draft,

    /// <summary>An assessment that is not finished; what is in it is its agency's alone.</summary>
    Assessment,

    /// <summary>A worker of another agency in the team.</summary>
    Colleague
}

/// <param name="What">Of an action what is to be done, of a colleague their role; of an assessment its form; nothing of a draft.</param>
/// <param name="Whose">The person who has it; of an action the agency.</param>
public sealed record OpenWork(OpenWorkKind Kind, string? What, string Whose, DateOnly? Due);

/// <param name="ApproversNeeded">How many must agree.</param>
/// <param name="Approvers">Managers of the agency who may be asked, without the one who asks.</param>
public sealed record ClosingPrepared(IReadOnlyList<OpenWork> OpenWork, int ApproversNeeded, IReadOnlyList<WorkerToAdd> Approvers);

/// <summary>What is still open in a case, for whoever wants to close it.</summary>
public sealed class FindOpenWork(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<ClosingPrepared>> ExecuteAsync(Guid caseId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<ClosingPrepared>>(async database =>
        {
            var opened = await door.OpenAsync<CaseFile>(database, caseId, Asking.ToRead(actor, view), cancellationToken);
            if (!opened.Succeeded || opened.Value.Entity.AgencyId != actor.AgencyId)
            {
                return NotFound.Instance;
            }

            var agency = await database.Agencies.AsNoTracking().SingleAsync(a => a.Id == actor.AgencyId, cancellationToken);
            var managers = await database.Accounts.AsNoTracking()
                .Where(a => a.AgencyId == agency.Id && a.Role == Role.TeamManager && a.Id != actor.AccountId).OrderBy(a => a.DisplayName)
                .ToListAsync(cancellationToken);

            return new ClosingPrepared(
                await OfAsync(database, opened.Value.Resident, opened.Value.Entity, cancellationToken),
                agency.ClosingApprovers,
                [.. managers.Select(m => new WorkerToAdd(m.Id, m.DisplayName, m.JobTitle, agency.Name))]);
        }, cancellationToken);

    internal async Task<IReadOnlyList<OpenWork>> OfAsync(
        GmConnectDbContext database, Resident resident, CaseFile file, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var drafts = (await door.UnsafeAllOfAsync<CaseNote>(database, resident.Id, cancellationToken)).Where(n => n.CaseFileId == file.Id && !n.IsApproved).ToList();
        var assessments = (await door.UnsafeAllOfAsync<Assessment>(database, resident.Id, cancellationToken)).Where(a => a.CaseFileId == file.Id && a.Status.IsOpen()).ToList();
        var others = file.CareTeam.Where(m => m.AgencyId != file.AgencyId && m.IsOn(now)).ToList();
        var actions = (await door.UnsafeAllOfAsync<CarePlan>(database, resident.Id, cancellationToken)).SelectMany(p => p.Actions)
            .Where(a => a.OwnerAgencyId == file.AgencyId && a.IsOpen).ToList();
        var ids = drafts.Select(n => n.WrittenBy).Concat(assessments.Select(a => a.StartedBy)).Concat(others.Select(m => m.AccountId)).Distinct().ToList();
        var names = await database.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
        var agency = await database.Agencies.AsNoTracking().Where(a => a.Id == file.AgencyId).Select(a => a.Name).SingleAsync(cancellationToken);

        return
        [
            .. actions.OrderBy(a => a.Due ?? DateOnly.MaxValue).Select(a => new OpenWork(OpenWorkKind.Action, a.What, agency, a.Due)),
            .. drafts.OrderBy(n => n.At).Select(n => new OpenWork(OpenWorkKind.Draft, null, names[n.WrittenBy], null)),
            .. assessments.OrderBy(a => a.StartedAt).Select(a => new OpenWork(OpenWorkKind.Assessment, a.Form.Title, names[a.StartedBy], null)),
            .. others.OrderBy(m => m.From).Select(m => new OpenWork(OpenWorkKind.Colleague, m.Role, names[m.AccountId], null))
        ];
    }
}
