using System.Reflection;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Retention;

/// <summary>What a retention review is about: how much there is, never what it says.</summary>
/// <param name="Held">How many rows of each kind would go.</param>
/// <param name="LogYears">How much longer the log of who looked stays.</param>
public sealed record RetentionShown(
    RecordClass Class, string Rule, string Source, int Years, DateOnly? LastUsed, DateOnly? Due, IReadOnlyDictionary<string, int> Held, int LogYears);

/// <summary>The facts of one retention review, for the guardian.</summary>
public sealed class ReadRetention(IDbContextFactory<GmConnectDbContext> databases, Door door, IOptions<RetentionOptions> options)
{
    private static readonly MethodInfo _count = typeof(ReadRetention).GetMethod(nameof(CountAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public Task<Outcome<RetentionShown>> ExecuteAsync(Guid matterId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<RetentionShown>>(async database =>
        {
            var opened = await door.OpenAsync<Matter>(database, matterId, new Asking(actor, Purpose.Oversight, Act.Read, View: view), cancellationToken);
            if (!opened.Succeeded || actor.Role is not Role.DataGuardian || opened.Value.Entity.Record is not { } kept)
            {
                return NotFound.Instance;
            }

            var resident = opened.Value.Resident;
            var rule = options.Value.For(kept, resident.Borough);
            var used = await LastUsed.OfAsync(database, resident.Id, cancellationToken);
            var held = new SortedDictionary<string, int>();
            var kinds = kept is RecordClass.WholeRecord ? DestroyRecord.Kinds(database) : [typeof(Referrals.Referral)];
            foreach (var kind in kinds)
            {
                if (await (Task<int>)_count.MakeGenericMethod(kind).Invoke(null, [database, resident.Id, cancellationToken])! is > 0 and var count)
                {
                    held[kind.Name] = count;
                }
            }

            return new RetentionShown(
                kept, rule.Name, rule.Source, rule.Years, used,
                kept is RecordClass.WholeRecord && used is { } day ? options.Value.WholeRecordDue(resident.BirthDate, day, resident.Borough) : null,
                held, options.Value.For(RecordClass.AccessLog, resident.Borough).Years);
        }, cancellationToken);

    private static Task<int> CountAsync<T>(GmConnectDbContext database, Guid residentId, CancellationToken cancellationToken)
        where T : class, IConcernsResident =>
        database.Set<T>().CountAsync(row => EF.Property<Guid>(row, nameof(IConcernsResident.ResidentId)) == residentId, cancellationToken);
}
