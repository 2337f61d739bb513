using GmConnect.Domain.Assessments;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Cases;

/// <param name="Residents">Of whose changes it may change.</param>
public sealed record MyWork(IReadOnlyList<WorkTask> Tasks, IReadOnlyList<Guid> Residents);

/// <summary>
/// What one worker has to do, what breaches first at the top: from the referrals they took, the cases they are in, the plans of
/// these people and their own drafts. Nothing of it is stored, so nothing of it can be out of date, and what is done is gone.
/// </summary>
public sealed class ListMyWork(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    private const int Length = 200;

    public Task<MyWork> ExecuteAsync(Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync(async database =>
        {
            var now = clock.UtcNow();
            if (actor.AgencyId is not { } agency || !actor.Role.IsWorker())
            {
                return new MyWork([], []);
            }

            var asking = Asking.ToRead(actor, view);
            var referrals = await door.ListAsync<Referral>(database, rows => Taken(rows, actor), Length, asking, cancellationToken);
            var cases = await door.ListAsync<CaseFile>(database, rows => Mine(rows, actor, now), Length, asking, cancellationToken);
            var residents = cases.Rows.Select(c => c.Resident.Id).Distinct().ToList();
            var plans = residents.Count == 0 ? [] : (await door.ListAsync<CarePlan>(
                database, rows => rows.Where(p => residents.Contains(p.ResidentId)).OrderBy(p => p.Id), Length, asking, cancellationToken)).Rows;
            var stays = residents.Count == 0 ? [] : (await door.ListAsync<HospitalStay>(
                database, rows => LeftLately(rows, residents, now), Length, asking, cancellationToken)).Rows;
            var drafts = cases.Rows.Count == 0 ? [] : await door.PartsOfAsync<CaseNote, CaseFile>(
                database, cases.Rows, notes => notes.AsNoTracking().Where(n => !n.IsApproved && n.WrittenBy == actor.AccountId), cancellationToken);
            var assessments = cases.Rows.Count == 0 ? [] : await door.PartsOfAsync<Assessment, CaseFile>(
                database, cases.Rows, rows => rows.AsNoTracking().Where(a => a.AgencyId == agency
                    && (a.Status == AssessmentStatus.Draft || a.Status == AssessmentStatus.AwaitsApproval)), cancellationToken);
            var names = cases.Rows.DistinctBy(c => c.Resident.Id).ToDictionary(c => c.Resident.Id, c => c.Resident.FullName);

            var tasks = referrals.Rows.Select(r => WorkRules.OfReferral(r.Entity, r.Resident.FullName, r.Entity.AssignedTo != actor.AccountId, now))
                .Concat(cases.Rows.SelectMany(c => WorkRules.OfCase(c.Entity, c.Resident.FullName, actor.AccountId, c.PermittedUntil, now)))
                .Concat(plans.SelectMany(p => OfPlan(p, [.. cases.Rows.Where(c => c.Resident.Id == p.Resident.Id).Select(c => c.Entity)], agency, actor, now)))
                .Concat(stays.SelectMany(s => WorkRules.OfStay(
                    s.Entity, plans.FirstOrDefault(p => p.Resident.Id == s.Resident.Id)?.Entity, s.Resident.FullName,
                    cases.Rows.First(c => c.Resident.Id == s.Resident.Id).Entity.Id, agency, now)))
                .Concat(drafts.Select(n => WorkRules.OfDraft(n, names[n.ResidentId], now)))
                .Concat(assessments.SelectMany(a => WorkRules.OfAssessment(a, names[a.ResidentId], actor.AccountId, now)))
                .ToList();

            return new MyWork(WorkRules.InOrder(await NamedAsync(database, tasks, referrals.Rows, plans, cancellationToken)), residents);
        }, cancellationToken);

    /// <summary>A person has one plan and perhaps several cases: its tasks come once, through the case that the worker leads if there is one.</summary>
    private static IEnumerable<WorkTask> OfPlan(Opened<CarePlan> plan, IReadOnlyList<CaseFile> cases, Guid agency, Actor actor, DateTime now)
    {
        var file = cases.OrderByDescending(c => c.LeadAccountId == actor.AccountId).ThenBy(c => c.OpenedAt).First();

        return WorkRules.OfPlan(
            plan.Entity, plan.Resident.FullName, file.Id, agency, actor.AccountId, file.LeadAccountId == actor.AccountId, file.OpenedAt, now);
    }

    /// <summary>What was escalated says who should have done it.</summary>
    private static async Task<IEnumerable<WorkTask>> NamedAsync(
        GmConnectDbContext database, List<WorkTask> tasks, IReadOnlyList<Opened<Referral>> referrals, IReadOnlyList<Opened<CarePlan>> plans, CancellationToken cancellationToken)
    {
        var escalated = tasks.Where(t => t.Kind is WorkKind.EscalatedReferral or WorkKind.EscalatedAction).Select(t => t.ItemId).ToHashSet();
        if (escalated.Count == 0)
        {
            return tasks;
        }

        var holders = referrals.Where(r => escalated.Contains(r.Entity.Id)).ToDictionary(r => r.Entity.Id, r => new PlanOwner(null, r.Entity.AssignedTo));
        foreach (var action in plans.SelectMany(p => p.Entity.Actions).Where(a => escalated.Contains(a.Id)))
        {
            holders[action.Id] = action.Owner;
        }

        var (people, agencies) = (holders.Values.Select(h => h.AccountId).OfType<Guid>().ToList(), holders.Values.Select(h => h.AgencyId).OfType<Guid>().ToList());
        var names = (await database.Accounts.AsNoTracking().Where(a => people.Contains(a.Id)).Select(a => new { a.Id, Name = a.DisplayName }).ToListAsync(cancellationToken))
            .Concat(await database.Agencies.AsNoTracking().Where(a => agencies.Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToListAsync(cancellationToken))
            .ToDictionary(a => a.Id, a => a.Name);

        return tasks.Select(t => holders.TryGetValue(t.ItemId, out var holder) && (holder.AccountId ?? holder.AgencyId) is { } who
            ? t with { Whose = names.GetValueOrDefault(who) }
            : t);
    }

    /// <summary>What the worker took; for a manager also what nobody answered in time.</summary>
    private static IQueryable<Referral> Taken(IQueryable<Referral> rows, Actor actor)
    {
        var manages = actor.Role is Role.TeamManager;

        return rows.Where(r => r.AgencyId == actor.AgencyId
                && (r.Status == ReferralStatus.New || r.Status == ReferralStatus.Triaged || r.Status == ReferralStatus.MoreAsked)
                && (r.AssignedTo == actor.AccountId || (manages && r.EscalatedAt != null)))
            .OrderBy(r => r.DueAt).ThenBy(r => r.Id);
    }

    private static IQueryable<HospitalStay> LeftLately(IQueryable<HospitalStay> rows, List<Guid> residents, DateTime now)
    {
        var since = now.AddDays(-HomeNeeds.DosesMax - 1);

        return rows.Where(s => residents.Contains(s.ResidentId) && s.Status == StayStatus.Left && s.LeftAt >= since).OrderBy(s => s.Id);
    }

    internal static IQueryable<CaseFile> Mine(IQueryable<CaseFile> rows, Actor actor, DateTime now) =>
        rows.Where(c => c.Status != CaseStatus.Closed && c.CareTeam.Any(m => m.AccountId == actor.AccountId && (m.Until == null || m.Until > now)))
            .OrderByDescending(c => c.OpenedAt).ThenBy(c => c.Id);
}
