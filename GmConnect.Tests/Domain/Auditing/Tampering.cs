using System.Globalization;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GmConnect.Tests.Domain.Auditing;

/// <summary>
/// Somebody with every right on the database, in a transaction that is rolled back. Each act says what verifying must name
/// first.
/// </summary>
internal sealed class Tampering(GmConnectDbContext database, LogAsItIs log, Random chance, SealingKey stolen)
{
    private static readonly SealingKey Forged = SealingKey.New();

    private readonly bool isText = database.Database.IsSqlite();

    public Task<Breach> DoAsync(Tamper what) => what switch
    {
        Tamper.EditEntry => EditEntryAsync(),
        Tamper.OtherForm => OtherFormAsync(),
        Tamper.EditSeal => EditSealAsync(),
        Tamper.EditBatch => EditBatchAsync(),
        Tamper.Delete => DeleteAsync(),
        Tamper.Insert => InsertAsync(),
        Tamper.SwapEntries => SwapEntriesAsync(),
        Tamper.SwapPositions => SwapPositionsAsync(),
        Tamper.CutOff => CutOffAsync(),
        Tamper.Rewrite => RewriteAsync(),
        Tamper.OldBackup => OldBackupAsync(),
        _ => ReplaceSignatureAsync()
    };

    /// <summary>Any column of any entry.</summary>
    private async Task<Breach> EditEntryAsync()
    {
        var (place, entry) = One(log.Entries);
        var column = One(database.Model.FindEntityType(typeof(AccessEntry))!.GetProperties().ToList());
        await SetAsync("AccessEntry", column.GetColumnName(), Other(column, column.PropertyInfo!.GetValue(entry)), "\"Id\" = {0}", entry.Id);

        return At(column.Name == nameof(AccessEntry.Id) ? BreachKind.EntryDeleted : BreachKind.EntryChanged, place);
    }

    /// <summary>A name in other letters; where ids and times are text, these too; or what nothing can read.</summary>
    private async Task<Breach> OtherFormAsync()
    {
        var (place, entry) = One(log.Entries);
        var type = database.Model.FindEntityType(typeof(AccessEntry))!;
        var column = One(type.GetProperties()
            .Where(c => c.PropertyInfo!.GetValue(entry) is Enum || (isText && c.PropertyInfo!.GetValue(entry) is Guid or DateTime))
            .Where(c => c.Name is not nameof(AccessEntry.Id)).ToList());
        var value = column.PropertyInfo!.GetValue(entry)!;
        var written = value is DateTime at
            ? at.ToString(chance.Next(2) == 0 ? "yyyy-MM-ddTHH:mm:ss.fffffff" : "yyyy-MM-dd HH:mm:ss.fffffffZ", CultureInfo.InvariantCulture)
            : chance.Next(3) == 0 && value is Guid id ? id.ToString("N").ToUpperInvariant()
            : chance.Next(3) == 0 ? "nothing that can be read"
            : value.ToString()!.ToLowerInvariant();
        if (isText)
        {
            // Somebody with every right on the file is not bound by its keys; this is undone with the rest.
            await RunAsync("PRAGMA defer_foreign_keys = ON");
        }

        await SetAsync("AccessEntry", column.GetColumnName(), written, "\"Id\" = {0}", entry.Id);

        return At(BreachKind.EntryInAnotherForm, place);
    }

    /// <summary>An edited entry is given a new leaf, or the leaf, the salt or the entry's id is changed alone.</summary>
    private async Task<Breach> EditSealAsync()
    {
        var (place, entry) = One(log.Entries);
        switch (chance.Next(4))
        {
            case 0:
                await SetAsync("SealedEntry", "Leaf", Bytes(32), "\"EntryId\" = {0}", place.EntryId);
                return At(BreachKind.EntryChanged, place);
            case 1:
                await SetAsync("SealedEntry", "Salt", chance.Next(2) == 0 ? null : Bytes(16), "\"EntryId\" = {0}", place.EntryId);
                return At(BreachKind.EntryChanged, place);
            case 2:
                var other = Guid.CreateVersion7();
                await SetAsync("SealedEntry", "EntryId", other, "\"EntryId\" = {0}", place.EntryId);
                return At(BreachKind.EntryDeleted, place) with { EntryId = other };
            default:
                await SetAsync("AccessEntry", "GroundFacts", "forged", "\"Id\" = {0}", entry.Id);
                var leaf = MerkleTree.Leaf(place.Salt, new CanonicalWriter().Write(Copy(entry, "forged")).Written);
                await SetAsync("SealedEntry", "Leaf", leaf, "\"EntryId\" = {0}", place.EntryId);
                return new Breach(BreachKind.SealMoved, place.BatchNumber);
        }
    }

    private async Task<Breach> EditBatchAsync()
    {
        var batch = One(log.Batches);
        var columns = database.Model.FindEntityType(typeof(SealBatch))!.GetProperties()
            .Where(c => c.Name is not (nameof(SealBatch.AnchoredAt) or nameof(SealBatch.Signature)));
        var column = One(columns.ToList());
        var value = column.Name is nameof(SealBatch.Number) ? batch.Number + 100 : Other(column, column.PropertyInfo!.GetValue(batch));
        await SetAsync("SealBatch", column.GetColumnName(), value, "\"Number\" = {0}", batch.Number);

        return column.Name is not nameof(SealBatch.Number) ? new Breach(BreachKind.BatchChanged, batch.Number)
            : batch == log.Batches[^1] ? new Breach(BreachKind.BatchMissing, batch.Number)
            : new Breach(BreachKind.BatchMissing, batch.Number);
    }

    /// <summary>The entry alone, with its seal, or made to look destroyed.</summary>
    private async Task<Breach> DeleteAsync()
    {
        var (place, entry) = One(log.Entries);
        await RunAsync("DELETE FROM \"AccessEntry\" WHERE \"Id\" = {0}", entry.Id);
        switch (chance.Next(3))
        {
            case 0:
                await RunAsync("DELETE FROM \"SealedEntry\" WHERE \"EntryId\" = {0}", entry.Id);
                return new Breach(BreachKind.SealRemoved, place.BatchNumber, place.Position);
            case 1:
                await SetAsync("SealedEntry", "Salt", null, "\"EntryId\" = {0}", entry.Id);
                database.Add(EntryDestruction.Of(entry.Id, "Invented", new(Guid.CreateVersion7(), log.Now), Forged));
                await SaveAsync();
                return At(BreachKind.DestructionNotSigned, place);
            default:
                return At(BreachKind.EntryDeleted, place);
        }
    }

    /// <summary>Past the queue, into a batch, into a batch that is none, or queued with a false time and sealed with the stolen key.</summary>
    private async Task<Breach> InsertAsync()
    {
        var entry = Copy(One(log.Entries).Entry, "forged", Guid.CreateVersion7());
        database.Add(entry);
        await SaveAsync();
        await RunAsync("DELETE FROM \"UnsealedEntry\" WHERE \"EntryId\" = {0}", entry.Id);
        var batch = One(log.Batches);
        switch (chance.Next(3))
        {
            case 0:
                return new Breach(BreachKind.EntryInserted, EntryId: entry.Id);
            case 1:
                await AddSealAsync(entry, batch.Number, batch.Count);
                return new Breach(BreachKind.SealMoved, batch.Number, batch.Count, entry.Id);
            default:
                var nowhere = chance.Next(2) == 0 ? -chance.Next(3) : log.Batches.Count + 1 + chance.Next(3);
                await AddSealAsync(entry, nowhere, 0);
                return new Breach(BreachKind.EntryInNoBatch, nowhere, 0, entry.Id);
        }
    }

    private async Task<Breach> SwapEntriesAsync()
    {
        var (one, other) = Two();
        var between = Guid.CreateVersion7();
        await SetAsync("AccessEntry", "Id", between, "\"Id\" = {0}", one.EntryId);
        await SetAsync("AccessEntry", "Id", one.EntryId, "\"Id\" = {0}", other.EntryId);
        await SetAsync("AccessEntry", "Id", other.EntryId, "\"Id\" = {0}", between);

        return At(BreachKind.EntryChanged, one);
    }

    /// <summary>Whole seals change places, so that each still fits its own entry.</summary>
    private async Task<Breach> SwapPositionsAsync()
    {
        var (one, other) = Two();
        await MoveAsync(one.EntryId, 1_000, 0);
        await MoveAsync(other.EntryId, one.BatchNumber, one.Position);
        await MoveAsync(one.EntryId, other.BatchNumber, other.Position);

        return new Breach(BreachKind.SealMoved, one.BatchNumber);
    }

    /// <summary>The newest batches, their seals and their entries; or the entries wait again as if they had never been sealed.</summary>
    private async Task<Breach> CutOffAsync()
    {
        var kept = chance.Next(log.Batches.Count);
        await ForgetAfterAsync(kept, requeue: chance.Next(2) == 0);

        return new Breach(BreachKind.BatchesCutOff, kept + 1);
    }

    /// <summary>An entry changed, and every seal, root, hash and signature from there on made anew with the right key.</summary>
    private async Task<Breach> RewriteAsync()
    {
        var (place, entry) = One(log.Entries);
        await SetAsync("AccessEntry", "GroundFacts", "forged", "\"Id\" = {0}", entry.Id);
        await ResealFromAsync(place.BatchNumber, e => e.Id == entry.Id ? Copy(e, "forged") : e);

        return new Breach(BreachKind.BatchRewritten, place.BatchNumber);
    }

    /// <summary>An old copy, as it was with some entries not yet sealed; half the time it has gone on sealing since.</summary>
    private async Task<Breach> OldBackupAsync()
    {
        var kept = chance.Next(log.Batches.Count);
        await ForgetAfterAsync(kept, requeue: false);
        if (chance.Next(2) == 0)
        {
            return new Breach(BreachKind.BatchesCutOff, kept + 1);
        }

        var entry = Copy(log.Entries[^1].Entry, "after the copy was put back", Guid.CreateVersion7());
        database.Add(entry);
        await SaveAsync();
        await RunAsync("DELETE FROM \"UnsealedEntry\" WHERE \"EntryId\" = {0}", entry.Id);
        var leaf = await AddSealAsync(entry, kept + 1, 0);
        await WriteBatchAsync(SealBatch.After(kept == 0 ? null : log.Batches[kept - 1], [leaf], entry.At, entry.At, log.Now, stolen));

        return new Breach(BreachKind.BatchRewritten, kept + 1);
    }

    private async Task<Breach> ReplaceSignatureAsync()
    {
        var batch = One(log.Batches);
        var signature = chance.Next(3) switch
        {
            0 => Forged.Sign(batch.Header()),
            1 => One(log.Batches.Where(b => b != batch).ToList()).Signature,
            _ => Flip(batch.Signature)
        };
        await SetAsync("SealBatch", "Signature", signature, "\"Number\" = {0}", batch.Number);

        return new Breach(BreachKind.BatchSignature, batch.Number);
    }

    private async Task ForgetAfterAsync(int kept, bool requeue)
    {
        foreach (var (place, entry) in log.Entries.Where(e => e.Place.BatchNumber > kept))
        {
            if (requeue)
            {
                database.Add(new UnsealedEntry { EntryId = entry.Id, At = entry.At });
            }
            else
            {
                await RunAsync("DELETE FROM \"AccessEntry\" WHERE \"Id\" = {0}", entry.Id);
            }
        }

        await SaveAsync();
        await RunAsync("DELETE FROM \"SealedEntry\" WHERE \"BatchNumber\" > {0}", kept);
        await RunAsync("DELETE FROM \"SealBatch\" WHERE \"Number\" > {0}", kept);
    }

    private async Task ResealFromAsync(long first, Func<AccessEntry, AccessEntry> changed)
    {
        var before = first == 1 ? null : log.Batches[(int)first - 2];
        foreach (var batch in log.Batches.Skip((int)first - 1))
        {
            var leaves = new List<byte[]>();
            foreach (var (place, entry) in log.Entries.Where(e => e.Place.BatchNumber == batch.Number))
            {
                leaves.Add(MerkleTree.Leaf(place.Salt, new CanonicalWriter().Write(changed(entry)).Written));
                if (!leaves[^1].SequenceEqual(place.Leaf))
                {
                    await SetAsync("SealedEntry", "Leaf", leaves[^1], "\"EntryId\" = {0}", entry.Id);
                }
            }

            before = SealBatch.After(before, leaves, batch.Oldest, batch.Latest, batch.SealedAt, stolen);
            await RunAsync("DELETE FROM \"SealBatch\" WHERE \"Number\" = {0}", batch.Number);
            await WriteBatchAsync(before);
        }
    }

    private Task WriteBatchAsync(SealBatch batch)
    {
        database.Add(batch);

        return SaveAsync();
    }

    private async Task<byte[]> AddSealAsync(AccessEntry entry, long batch, int position)
    {
        var salt = Bytes(16);
        var leaf = MerkleTree.Leaf(salt, new CanonicalWriter().Write(entry).Written);
        database.Add(new SealedEntry { BatchNumber = batch, Position = position, EntryId = entry.Id, Salt = salt, Leaf = leaf });
        await SaveAsync();

        return leaf;
    }

    private async Task SaveAsync()
    {
        await database.SaveChangesAsync();
        database.ChangeTracker.Clear();
    }

    private Task MoveAsync(Guid entryId, long batch, int position) =>
        RunAsync("UPDATE \"SealedEntry\" SET \"BatchNumber\" = {0}, \"Position\" = {1} WHERE \"EntryId\" = {2}", batch, position, entryId);

    private Task SetAsync(string table, string column, object? value, string where, object key) => value is null
        ? RunAsync($"UPDATE \"{table}\" SET \"{column}\" = NULL WHERE {where}", key)
        : RunAsync($"UPDATE \"{table}\" SET \"{column}\" = {{1}} WHERE {where}", key, value);

    private async Task RunAsync(string statement, params object[] values) => await database.Database.ExecuteSqlRawAsync(statement, values);

    /// <summary>Another value that the column takes.</summary>
    private object? Other(IProperty column, object? value)
    {
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        if (value is not null && column.IsNullable && chance.Next(2) == 0)
        {
            return null;
        }

        return column.Name == nameof(AccessEntry.ResidentId) ? log.Residents.Single(id => !id.Equals(value))
            : type == typeof(Guid) ? Guid.CreateVersion7()
            : type == typeof(DateTime) ? ((DateTime)value!).AddTicks(TimeSpan.TicksPerMicrosecond * (1 + chance.Next(1000)))
            : type == typeof(string) ? chance.Next(2) == 0 || value is null or "" ? "x" + (value is string { Length: > 0 } words ? words[1..] : "") : ""
            : type == typeof(byte[]) ? Flip((byte[])value!)
            : type.IsEnum ? One(Enum.GetValues(type).Cast<object>().Where(one => !one.Equals(value)).ToList()).ToString()
            : type == typeof(int) ? (int)value! + 1
            : type == typeof(long) ? (object)((long)value! + 1)
            : throw new NotSupportedException($"{column.Name} is of a kind nobody tampered with yet: {type.Name}");
    }

    private byte[] Flip(byte[] bytes)
    {
        byte[] flipped = [.. bytes];
        flipped[chance.Next(bytes.Length)] ^= (byte)(1 << chance.Next(8));

        return flipped;
    }

    private byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        chance.NextBytes(bytes);

        return bytes;
    }

    private T One<T>(IReadOnlyList<T> of) => of[chance.Next(of.Count)];

    /// <summary>Two places in order.</summary>
    private (SealedEntry One, SealedEntry Other) Two()
    {
        var first = chance.Next(log.Entries.Count - 1);

        return (log.Entries[first].Place, log.Entries[chance.Next(first + 1, log.Entries.Count)].Place);
    }

    private static Breach At(BreachKind kind, SealedEntry place) => new(kind, place.BatchNumber, place.Position, place.EntryId);

    private static AccessEntry Copy(AccessEntry entry, string facts, Guid? id = null) => new()
    {
        Id = id ?? entry.Id, ResidentId = entry.ResidentId, At = entry.At, AccountId = entry.AccountId, Role = entry.Role, AgencyId = entry.AgencyId,
        Kind = entry.Kind, Category = entry.Category, Parts = entry.Parts, Purpose = entry.Purpose, Channel = entry.Channel, Ground = entry.Ground,
        GroundFacts = facts, Because = entry.Because, View = entry.View, Rules = entry.Rules, Row = entry.Row, Act = entry.Act, Wanted = entry.Wanted
    };
}

internal enum Tamper
{
    EditEntry,
    OtherForm,
    EditSeal,
    EditBatch,
    Delete,
    Insert,
    SwapEntries,
    SwapPositions,
    CutOff,
    Rewrite,
    OldBackup,
    ReplaceSignature
}

/// <summary>The untouched log, in its order.</summary>
internal sealed record LogAsItIs(
    IReadOnlyList<SealBatch> Batches, IReadOnlyList<(SealedEntry Place, AccessEntry Entry)> Entries, IReadOnlyList<Guid> Residents, DateTime Now)
{
    public static async Task<LogAsItIs> ReadAsync(GmConnectDbContext database, IReadOnlyList<Guid> residents, DateTime now)
    {
        var entries = await database.Set<AccessEntry>().AsNoTracking().ToDictionaryAsync(e => e.Id);
        var places = await database.Set<SealedEntry>().AsNoTracking().OrderBy(s => s.BatchNumber).ThenBy(s => s.Position).ToListAsync();

        return new LogAsItIs(
            await database.Set<SealBatch>().AsNoTracking().OrderBy(b => b.Number).ToListAsync(),
            [.. places.Select(place => (place, entries[place.EntryId]))],
            residents,
            now);
    }
}
