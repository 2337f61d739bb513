using Npgsql;

namespace GmConnect.Tests.TestSupport;

/// <summary>A PostgreSQL database as it lies there, its rows as text, whoever wrote them.</summary>
public static class PostgreSqlTables
{
    /// <summary>The first column of every row; "" where it is null.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(this TestDatabase database, string question)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(question, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var all = new List<string>();
        while (await rows.ReadAsync())
        {
            all.Add(rows.IsDBNull(0) ? "" : rows.GetString(0));
        }

        return all;
    }

    /// <summary>Every row of every table that Hangfire keeps.</summary>
    public static async Task<string> EverythingHangfireKeepsAsync(this TestDatabase database)
    {
        var tables = await database.RowsAsync("SELECT table_name FROM information_schema.tables WHERE table_schema = 'hangfire'");
        Assert.Contains("job", tables);
        var rows = new List<string>();
        foreach (var table in tables)
        {
            rows.AddRange(await database.RowsAsync($"SELECT '{table}: ' || t::text FROM hangfire.\"{table}\" t"));
        }

        return string.Join('\n', rows);
    }
}
