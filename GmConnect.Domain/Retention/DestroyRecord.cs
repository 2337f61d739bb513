using System.Reflection;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Data;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Retention;

/// <summary>
/// Removes rows in the caller's save, after the decision. Every kind of row that concerns a resident goes, also kinds that are
/// added later; the log of who looked stays under an id that no longer leads to anybody, until its own time is over.
/// </summary>
internal sealed class DestroyRecord(GmConnectDbContext database, Resident resident)
{
    private static readonly MethodInfo _rows = typeof(DestroyRecord).GetMethod(nameof(RowsOfAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly SortedDictionary<string, int> _counts = [];

    /// <returns>How many rows of each kind.</returns>
    public async Task<string> WholeAsync(DateTime at, CancellationToken cancellationToken)
    {
        foreach (var kind in Kinds(database))
        {
            var rows = await RowsAsync(kind, nameof(IConcernsResident.ResidentId), [resident.Id], cancellationToken);
            await RemoveAsync(kind, rows, cancellationToken);
            Count(kind.Name, rows.Count);
        }

        var signIns = await database.Accounts.Where(a => a.ResidentId == resident.Id).ToListAsync(cancellationToken);
        database.RemoveRange(signIns);
        Count("Sign-in", signIns.Count);
        foreach (var worker in await database.Accounts.Where(a => a.OwnRecordId == resident.Id).ToListAsync(cancellationToken))
        {
            database.Entry(worker).Property(a => a.OwnRecordId).CurrentValue = null;
        }

        Erase(at);

        return Counted();
    }

    public async Task<string> EndedReferralsAsync(RetentionRule rule, DateOnly today, CancellationToken cancellationToken)
    {
        var ended = (await database.Set<Referral>().Where(f => f.ResidentId == resident.Id)
                .Where(Retention.EndedReferrals.Since(DateTime.MaxValue)).ToListAsync(cancellationToken))
            .Where(f => Retention.EndedReferrals.IsDue(f.EndedAt!.Value, rule, today)).ToList();
        await RemoveAsync(typeof(Referral), ended, cancellationToken);
        Count(nameof(Referral), ended.Count);

        return Counted();
    }

    /// <summary>All kinds of rows about a resident but the person and the log, which end in their own way.</summary>
    internal static IEnumerable<Type> Kinds(GmConnectDbContext database) => database.Model.GetEntityTypes()
        .Where(type => type.BaseType is null && IsAboutSomebody(type.ClrType))
        .Select(type => type.ClrType)
        .Where(type => type != typeof(Resident) && type != typeof(AccessEntry));

    private static bool IsAboutSomebody(Type type) => typeof(IConcernsResident).IsAssignableFrom(type);

    /// <summary>The rows and, before them, whatever hangs on them: the database deletes nothing by itself.</summary>
    private async Task RemoveAsync(Type kind, IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        foreach (var key in database.Model.FindEntityType(kind)!.GetReferencingForeignKeys().Where(key => !IsAboutSomebody(key.DeclaringEntityType.ClrType)))
        {
            var ids = rows.Select(row => (Guid)database.Entry(row).Property(key.PrincipalKey.Properties[0].Name).CurrentValue!).ToList();
            var parts = await RowsAsync(key.DeclaringEntityType.ClrType, key.Properties[0].Name, ids, cancellationToken);
            await RemoveAsync(key.DeclaringEntityType.ClrType, parts, cancellationToken);
        }

        database.RemoveRange(rows);
    }

    private async Task<IReadOnlyList<object>> RowsAsync(Type kind, string column, List<Guid> ids, CancellationToken cancellationToken) =>
        await (Task<IReadOnlyList<object>>)_rows.MakeGenericMethod(kind).Invoke(null, [database, column, ids, cancellationToken])!;

    private static async Task<IReadOnlyList<object>> RowsOfAsync<T>(
        GmConnectDbContext database, string column, List<Guid> ids, CancellationToken cancellationToken)
        where T : class =>
        await database.Set<T>().Where(row => ids.Contains(EF.Property<Guid>(row, column))).ToListAsync(cancellationToken);

    private void Count(string kind, int rows)
    {
        if (rows > 0)
        {
            _counts[kind] = rows;
        }
    }

    /// <summary>Every column but the key, so that one added later is emptied too.</summary>
    private void Erase(DateTime at)
    {
        foreach (var column in database.Entry(resident).Properties.Where(c => !c.Metadata.IsPrimaryKey() && c.Metadata.Name != nameof(Resident.Version)))
        {
            column.CurrentValue = column.Metadata.IsNullable ? null
                : column.Metadata.ClrType == typeof(string) ? ""
                : Activator.CreateInstance(column.Metadata.ClrType);
        }

        resident.ErasedAt = at;
    }

    private string Counted() => string.Join(", ", _counts.Select(kind => $"{kind.Key} {kind.Value}"));
}
