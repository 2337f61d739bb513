using System.Diagnostics;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Commands;

/// <summary>The built program run to its end, on a database file in the folder.</summary>
internal sealed record Ended(int ExitCode, string Output, string Errors)
{
    public static async Task<Ended> RunAsync(TemporaryFolder folder, params string[] words)
    {
        using var process = Start(folder, words);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));

        return new Ended(process.ExitCode, await output, await errors);
    }

    /// <summary>Still running; who starts it ends it.</summary>
    public static Process Start(TemporaryFolder folder, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [RunningService.BuiltService(), .. words])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder.Path,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Database__Provider"] = "Sqlite",
                ["ConnectionStrings__GmConnect"] = $"Data Source={folder.File("gm-connect.db")}",
                ["Audit__Key"] = AuditKey.In(folder)
            }
        };

        return Process.Start(start)!;
    }
}
