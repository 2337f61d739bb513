using GmConnect.Benchmarks.Browsing;
using GmConnect.Benchmarks.Figures;
using GmConnect.Benchmarks.Service;

namespace GmConnect.Benchmarks;

/// <summary>What one open staff page holds in the service's memory, with and without WebSocket compression.</summary>
public static class Circuits
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (count, before) = (arguments.Number("count", 200), Machine.Load);
        var rows = new List<object[]>();
        foreach (var page in arguments.Text("page", "inbox,case").Split(','))
        {
            foreach (var compressed in arguments.Text("compression", "off,on").Split(','))
            {
                rows.Add(await MeasureAsync(arguments, page, compressed == "on", count));
            }
        }

        Report.Line($"KB (1,000 bytes) a circuit over {count} open circuits, server GC, after a full compacting collection before and after.");
        Report.Machine(before);
        Report.Table(
            ["page", "compression", "managed", "of the first half", "of the second half", "resident", "bytes sent to open it", "batches", "batches in 10 idle s"], rows);

        return 0;
    }

    private static async Task<object[]> MeasureAsync(Arguments arguments, string page, bool compressed, int count)
    {
        await using var service = await MeasuredService.StartAsync(ServiceStart.Of(arguments) with { Settings = StaffSettings.Of(compressed) });
        using var workers = await StaffRoom.OpenAsync(service.Address, arguments.Text("people", ""));
        var open = new List<RawCircuit>();
        try
        {
            await workers.PrepareAsync(page);
            await OpenAsync(open, workers, page, 20);
            var start = await service.CollectAsync();
            await OpenAsync(open, workers, page, count / 2);
            var half = await service.CollectAsync();
            await OpenAsync(open, workers, page, count - (count / 2));
            var end = await service.CollectAsync();

            var sent = open.Sum(circuit => circuit.Batches.Sum(batch => (long)batch.Bytes.Length)) / open.Count;
            var batches = open.Sum(circuit => circuit.Batches.Count);
            await Task.Delay(TimeSpan.FromSeconds(10));
            var idle = open.Sum(circuit => circuit.Batches.Count) - batches;
            if (open.FirstOrDefault(circuit => circuit.Fault is not null)?.Fault is { } fault)
            {
                throw new InvalidOperationException($"A circuit ended meanwhile: {fault}");
            }

            Report.Progress($"{page}, compression {(compressed ? "on" : "off")}: {(end.Managed - start.Managed) / 1000.0 / count:0} KB managed; calls: "
                + string.Join(", ", open[0].Calls.Select(call => $"{call.Key} {call.Value}")));

            return
            [
                page, compressed ? "on" : "off",
                (end.Managed - start.Managed) / 1000.0 / count,
                (half.Managed - start.Managed) / 1000.0 / (count / 2),
                (end.Managed - half.Managed) / 1000.0 / (count - (count / 2)),
                (end.Resident - start.Resident) / 1000.0 / count,
                sent, (double)batches / open.Count, idle
            ];
        }
        finally
        {
            foreach (var circuit in open)
            {
                await circuit.DisposeAsync();
            }
        }
    }

    private static async Task OpenAsync(List<RawCircuit> open, StaffRoom workers, string page, int count)
    {
        foreach (var few in Enumerable.Range(open.Count, count).Chunk(8))
        {
            open.AddRange(await Task.WhenAll(few.Select(turn => workers.OpenPageAsync(page, turn))));
        }

        // Long enough for a busy machine: a page whose reads are still waiting would be weighed half empty.
        await Task.WhenAll(open.Select(circuit => circuit.QuietAsync(TimeSpan.FromSeconds(3))));
        Report.Progress($"{page}: {open.Count} open");
    }
}
