using System.Diagnostics;
using GmConnect.Benchmarks.Figures;
using GmConnect.Benchmarks.Service;

namespace GmConnect.Benchmarks;

/// <summary>From the command to the first page, on an empty database (which it fills) and on the one it then finds.</summary>
public static class ColdStart
{
    private static readonly string[] Pages = ["/", "/demo"];

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (runs, residents, before) = (arguments.Number("runs", 5), arguments.Number("residents", 500), Machine.Load);
        var rows = new List<object[]>();
        foreach (var configuration in arguments.Text("configurations", "Release,Debug").Split(','))
        {
            foreach (var (name, command) in Commands(configuration))
            {
                var (empty, existing) = (new List<double[]>(), new List<double[]>());
                for (var run = 0; run < runs; run++)
                {
                    await using var service = new MeasuredService(new ServiceStart(command, residents));
                    empty.Add(await TimeAsync(service));
                    existing.Add(await TimeAsync(service));
                    Report.Progress($"{configuration}, {name}, run {run + 1}: {string.Join(", ", empty[^1].Concat(existing[^1]).Select(ms => $"{ms:0}"))} ms");
                }

                rows.Add([configuration, $"`{name}`", .. Enumerable.Range(0, 2).SelectMany(page => new object[] { Median(empty, page), Median(existing, page) })]);
            }
        }

        Report.Line($"Milliseconds from the command to the first 200, median of {runs} runs, {residents} residents, files already in the system's cache.");
        Report.Machine(before);
        Report.Table(["build", "command", "`/`, empty database", "`/`, existing", "`/demo`, empty database", "`/demo`, existing"], rows);

        return 0;
    }

    private static IEnumerable<(string Name, string[] Command)> Commands(string configuration) =>
    [
        ("dotnet GmConnect.Web.dll", [BuiltService.Program(configuration)]),
        ("dotnet run --no-build", ["run", "--no-build", "-c", configuration, "--project", Path.Combine(BuiltService.Repository, "GmConnect.Web"), "--"])
    ];

    private static async Task<double[]> TimeAsync(MeasuredService service)
    {
        var started = Stopwatch.GetTimestamp();
        service.Launch();
        var times = await Task.WhenAll(Pages.Select(async page =>
        {
            await service.AnswersAsync(page);

            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }));
        await service.KillAsync();

        return times;
    }

    private static double Median(IEnumerable<double[]> times, int page) => new Spread(times.Select(time => time[page])).Median;
}
