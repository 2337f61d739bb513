using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GmConnect.Tests.TestSupport;

/// <summary>
/// While <see cref="IsFull"/>, SQLite may add no page to its file: it says itself that the disk is full, wherever in a save it
/// needs one. What fits into the pages that are there still fits.
/// </summary>
public sealed class FullDisk : DbConnectionInterceptor
{
    /// <summary>SQLite's own number for "database or disk is full".</summary>
    public const int ErrorCode = 13;

    public bool IsFull { get; set; }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Allow(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Allow(connection);

        return Task.CompletedTask;
    }

    private void Allow(DbConnection connection)
    {
        using var pages = connection.CreateCommand();
        // Never below what there is: less than the file has means exactly as much.
        pages.CommandText = IsFull ? "PRAGMA max_page_count = 1" : "PRAGMA max_page_count = 1073741823";
        pages.ExecuteNonQuery();
    }
}
