using System.Diagnostics;
using GmConnect.Benchmarks.Figures;
using GmConnect.Domain.Auditing;

namespace GmConnect.Benchmarks;

/// <summary>
/// How many entries a second are durable through the real save, with their row in the queue, and how many are then sealed and
/// anchored: <c>seal --entries N --writers W</c>.
/// </summary>
internal static class SealScenario
{
    private static readonly int[] _entriesASave = [1, 10, 100];

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (entries, writers, before) = (arguments.Number("entries", 10_000), arguments.Number("writers", 8), Machine.Load);
        await using var log = await MeasuredLog.OpenAsync(arguments);
        await WriteAsync(log, 1_000, 1, writers);
        await log.The<SealLog>().ExecuteAsync();
        var rows = new List<object[]>();
        using var process = Process.GetCurrentProcess();
        foreach (var perSave in _entriesASave)
        {
            var busy = process.TotalProcessorTime;
            var written = await WriteAsync(log, entries, perSave, writers);
            process.Refresh();
            var processor = (process.TotalProcessorTime - busy).TotalMilliseconds * 1000 / entries;
            var watch = Stopwatch.StartNew();
            var count = await log.The<SealLog>().ExecuteAsync();
            rows.Add([log.Provider, perSave, writers, written, processor, count / watch.Elapsed.TotalSeconds]);
            Report.Progress($"{perSave} a save: {written:#,##0} entries a second written");
        }

        Report.Table(["database", "entries a save", "writers", "written a second", "processor µs an entry", "sealed and anchored a second"], rows);
        Report.Machine(before);

        return 0;
    }

    private static async Task<double> WriteAsync(MeasuredLog log, int entries, int perSave, int writers)
    {
        var left = entries / perSave;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await log.SaveAsync(perSave);
            }
        })));

        return entries / perSave * perSave / watch.Elapsed.TotalSeconds;
    }
}
