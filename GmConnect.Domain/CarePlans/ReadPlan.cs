using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.CarePlans;

public sealed record GoalShown(Guid Id, string Text, GoalStatus Status);

public sealed record ActionShown(Guid Id, Guid? GoalId, string What, Guid? OwnerAgencyId, string? Owner, DateOnly? Due, ActionStatus Status, bool IsOverdue);

/// <summary>What the reader wrote while somebody else did; it waits beside what stands.</summary>
public sealed record ClashShown(
    Guid ChangeId, Guid ItemId, PlanField Field, string Mine, DateTime MineAt, string Theirs, string TheirName, DateTime TheirAt);

/// <param name="ItemId">The goal or the action.</param>
public sealed record ChangeShown(Guid ItemId, DateTime At, string Who, PlanField Field, PlanChangeKind Kind, string? Was, string Became);

public sealed record OwnerToChoose(Guid AgencyId, string Name);

/// <param name="PlanId">Nothing while nobody has opened a case.</param>
/// <param name="MayChange">The reader may write in it.</param>
/// <param name="Owners">Agencies that may own an action: those with permission.</param>
public sealed record PlanShown(
    Guid? PlanId,
    WhoItIs Who,
    bool MayChange,
    IReadOnlyList<GoalShown> Goals,
    IReadOnlyList<ActionShown> Actions,
    IReadOnlyList<ClashShown> MyClashes,
    IReadOnlyList<ChangeShown> History,
    IReadOnlyList<OwnerToChoose> Owners)
{
    /// <summary>The reader may see what the care team wrote for the family.</summary>
    public bool MayReadTeamWords { get; init; }
}

/// <summary>The one shared plan, for the family and for the care team.</summary>
public sealed class ReadPlan(IDbContextFactory<GmConnectDbContext> databases, Door door, AgencyLabels labels, TimeProvider clock)
{
    public const int HistoryLength = 200;

    public Task<Outcome<PlanShown>> ExecuteAsync(Guid residentId, Actor actor, Guid? view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<PlanShown>>(async database =>
        {
            var entered = await door.EnterAsync(
                database, residentId, DataCategory.Plan, Asking.ToRead(actor, view), null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var resident = entered.Value.Resident;
            var plan = (await door.RowsOfAsync<CarePlan>(database, entered.Value, cancellationToken)).SingleOrDefault();
            var now = clock.UtcNow();
            var permitted = (await door.UnsafeAllOfAsync<ConsentRecord>(database, residentId, cancellationToken))
                .Where(c => c.IsInForce(now)).Select(c => c.AgencyId).ToHashSet();
            var owners = plan?.Actions.Select(a => a.OwnerAgencyId).OfType<Guid>() ?? [];
            var ids = permitted.Concat(owners).Append(actor.AgencyId ?? Guid.Empty).ToList();
            var agencies = await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
            var who = WhoItIs.For(entered.Value);
            var called = agencies.ToDictionary(a => a.Key, a => labels.For(a.Value, entered.Value.MayKnowWhoHelps));
            var choices = agencies.Values.Where(a => permitted.Contains(a.Id)).OrderBy(a => a.Name)
                .Select(a => new OwnerToChoose(a.Id, called[a.Id])).ToList();
            var mayChange = entered.Value.May(Act.Write, DataCategory.Plan);
            if (plan is null)
            {
                return new PlanShown(null, who, mayChange, [], [], [], [], choices);
            }

            var writers = plan.Changes.Select(c => c.By).Distinct().ToList();
            var theirs = await database.Accounts.AsNoTracking().Where(a => writers.Contains(a.Id) && a.AgencyId != null).Select(a => a.AgencyId!.Value).Distinct().ToListAsync(cancellationToken);
            var kinds = (await database.Agencies.AsNoTracking().Where(a => theirs.Contains(a.Id)).ToListAsync(cancellationToken))
                .ToDictionary(a => a.Id, a => labels.For(a, false));
            var names = (await database.Accounts.AsNoTracking().Where(a => writers.Contains(a.Id)).ToListAsync(cancellationToken))
                .ToDictionary(a => a.Id, a => entered.Value.MayKnowWhoHelps || a.AgencyId is null ? a.DisplayName : kinds[a.AgencyId.Value]);

            return new PlanShown(
                plan.Id,
                who,
                mayChange,
                [.. plan.Goals.OrderBy(g => g.AddedAt).ThenBy(g => g.Id).Select(g => new GoalShown(g.Id, g.Text, g.Status))],
                [.. plan.Actions.OrderBy(a => a.AddedAt).ThenBy(a => a.Id).Select(a => Show(a, called))],
                [.. plan.Changes.Where(c => c.Kind is PlanChangeKind.Clashed && c.By == actor.AccountId).OrderBy(c => c.At)
                    .Select(c => ShowClash(plan, c, names, called))],
                [.. plan.Changes.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(HistoryLength).Select(c => new ChangeShown(
                    c.ItemId, c.At, names[c.By], c.Field, c.Kind, Words(c.Field, c.Was, called), Words(c.Field, c.Became, called)!))],
                choices)
            {
                MayReadTeamWords = entered.Value.MayKnowWhoHelps && entered.Value.May(Act.Read, DataCategory.Case)
            };
        }, cancellationToken);

    private ActionShown Show(PlanAction action, Dictionary<Guid, string> called) => new(
        action.Id,
        action.GoalId,
        action.What,
        action.OwnerAgencyId,
        action.OwnerAgencyId is { } owner ? called[owner] : null,
        action.Due,
        action.Status,
        action.Due < clock.Today() && action.IsOpen);

    private static ClashShown ShowClash(
        CarePlan plan, PlanChange clash, Dictionary<Guid, string> names, Dictionary<Guid, string> called)
    {
        var standing = plan.LastChangeOf(clash.ItemId, clash.Field);

        return new ClashShown(
            clash.Id,
            clash.ItemId,
            clash.Field,
            Words(clash.Field, clash.Became, called)!,
            clash.At,
            Words(clash.Field, plan.ValueOf(clash.ItemId, clash.Field), called)!,
            standing is null ? "" : names[standing.By],
            standing?.At ?? plan.BegunAt);
    }

    private static string? Words(PlanField field, string? value, Dictionary<Guid, string> called) =>
        field is PlanField.ActionOwner && Guid.TryParse(value, out var id) ? called.GetValueOrDefault(id) ?? "" : value;
}
