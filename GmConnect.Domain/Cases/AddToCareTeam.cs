using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Cases;

public sealed record WorkerToAdd(Guid AccountId, string Name, string? JobTitle, string Agency);

/// <summary>Adds a worker, also of another agency, to the care team. Their agency needs the resident's permission first.</summary>
public sealed class AddToCareTeam(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome> ExecuteAsync(
        Guid caseId, Guid accountId, string? role, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await door.OpenAsync<CaseFile>(database, caseId, Asking.ToWrite(actor), cancellationToken);
            if (!opened.Succeeded)
            {
                return opened.Refusal;
            }

            var worker = await database.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken);
            if (worker is not { AgencyId: { } agencyId } || !worker.Role.IsWorker())
            {
                return NotFound.Instance;
            }

            var now = clock.UtcNow();
            var resident = opened.Value.Resident;
            if (!(await door.PermittedAgenciesAsync(database, resident.Id, now, cancellationToken)).Contains(agencyId))
            {
                var agency = await database.Agencies.AsNoTracking().SingleAsync(a => a.Id == agencyId, cancellationToken);

                return new AgencyHasNoPermission(agency.Name);
            }

            var added = opened.Value.Entity.AddToCareTeam(accountId, agencyId, role, actor.At(now));
            database.Touch(opened.Value.Entity);
            database.TellAfterCommit(Topics.Resident(resident.Id));
            database.TellAfterCommit(Topics.WorkOf(accountId));

            return added;
        }, cancellationToken);

    /// <summary>Workers of the agencies that the resident permitted, who are not in the team yet.</summary>
    public Task<Outcome<IReadOnlyList<WorkerToAdd>>> CandidatesAsync(
        Guid caseId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<IReadOnlyList<WorkerToAdd>>>(async database =>
        {
            var opened = await door.OpenAsync<CaseFile>(database, caseId, Asking.ToRead(actor, view), cancellationToken);
            // The family reads the case, and who works there is no business of theirs until they are in the team.
            if (!opened.Succeeded || !actor.Role.IsWorker())
            {
                return NotFound.Instance;
            }

            var now = clock.UtcNow();
            var agencies = await door.PermittedAgenciesAsync(database, opened.Value.Resident.Id, now, cancellationToken);
            var there = opened.Value.Entity.CareTeam.Where(m => m.IsOn(now)).Select(m => m.AccountId).ToList();
            var workers = await (
                from account in database.Accounts.AsNoTracking()
                join agency in database.Agencies on account.AgencyId equals agency.Id
                where agencies.Contains(agency.Id) && !there.Contains(account.Id)
                orderby agency.Name, account.DisplayName
                select new { account.Id, account.DisplayName, account.JobTitle, Agency = agency.Name, account.Role })
                .ToListAsync(cancellationToken);

            return (List<WorkerToAdd>)[.. workers.Where(w => w.Role.IsWorker()).Select(w => new WorkerToAdd(w.Id, w.DisplayName, w.JobTitle, w.Agency))];
        }, cancellationToken);
}
