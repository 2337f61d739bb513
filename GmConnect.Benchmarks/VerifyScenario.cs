using System.Diagnostics;
using GmConnect.Benchmarks.Figures;
using GmConnect.Domain.Auditing;

namespace GmConnect.Benchmarks;

/// <summary>How long verifying takes, against a log of so many sealed entries: <c>verify --entries N --runs R</c>.</summary>
internal static class VerifyScenario
{
    private const int PerSave = 2_000;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (entries, runs, before) = (arguments.Number("entries", 1_000_000), arguments.Number("runs", 3), Machine.Load);
        await using var log = await MeasuredLog.OpenAsync(arguments);
        for (var written = 0; written < entries; written += PerSave)
        {
            await log.SaveAsync(Math.Min(PerSave, entries - written));
            if (written % 100_000 == 0)
            {
                Report.Progress($"{written:#,##0} entries written");
                await log.The<SealLog>().ExecuteAsync();
            }
        }

        await log.The<SealLog>().ExecuteAsync();
        using var process = Process.GetCurrentProcess();
        var (seconds, processor) = (new List<double>(), new List<double>());
        VerifiedLog? found = null;
        for (var run = 0; run < runs; run++)
        {
            var (watch, busy) = (Stopwatch.StartNew(), process.TotalProcessorTime);
            found = await log.The<VerifyLog>().ExecuteAsync();
            seconds.Add(watch.Elapsed.TotalSeconds);
            process.Refresh();
            processor.Add((process.TotalProcessorTime - busy).TotalSeconds);
            Report.Progress($"run {run + 1}: {seconds[^1]:0.0} s, of one processor {processor[^1]:0.0} s");
        }

        Report.Table(
            ["database", "entries", "batches", "heads", "seconds, median", "fastest", "slowest", "processor seconds", "peak MiB, with writing"],
            [[log.Provider, found!.Entries, found.Batches, found.HeadsChecked, new Spread(seconds).Median, new Spread(seconds).Smallest,
                new Spread(seconds).Largest, new Spread(processor).Median, process.PeakWorkingSet64 / (double)(1 << 20)]]);
        Report.Machine(before);

        return found.IsWhole ? 0 : 1;
    }
}
