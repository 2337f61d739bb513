using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Data.Providers;

/// <summary>
/// A process killed while it migrates SQLite leaves the row of its lock behind, and the next start would wait for it for
/// ever. A file lock held while migrating tells a dead owner from a living one: whoever holds the file may clear the row.
/// </summary>
internal static class StaleMigrationLock
{
    private const string Table = "__EFMigrationsLock";

    public static async Task<IAsyncDisposable?> ClearAsync(GmConnectDbContext database, CancellationToken cancellationToken)
    {
        if (!database.Database.IsSqlite())
        {
            return null;
        }

        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.Database.GetConnectionString()).DataSource;
        var held = await HoldAsync(Path.GetFullPath(file) + ".migrating", cancellationToken);
        try
        {
            var exists = await database.Database
                .SqlQueryRaw<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '{Table}'")
                .SingleAsync(cancellationToken);
            if (exists > 0)
            {
                await database.Database.ExecuteSqlRawAsync($"DELETE FROM \"{Table}\"", cancellationToken);
            }
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }

        return held;
    }

    private static async Task<FileStream> HoldAsync(string path, CancellationToken cancellationToken)
    {
        for (var gone = 0; ;)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (!cancellationToken.IsCancellationRequested && (File.Exists(path) || gone++ < 10))
            {
                // Held by another, or let go in this very moment; a file that can never be made ends the waiting.
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }
}
