using System.Diagnostics;
using System.Text.RegularExpressions;
using GmConnect.Benchmarks.Browsing;
using GmConnect.Benchmarks.Figures;
using GmConnect.Benchmarks.Service;
using Microsoft.Playwright;

namespace GmConnect.Benchmarks;

/// <summary>
/// A hospital's board while many other staff pages are open: how soon Chromium has painted all its lines, how soon one person's change
/// stands on every board that shows them, and whether the other pages stay still.
/// </summary>
public static partial class BoardScenario
{
    private const string Coordinator = "discharge-salford-royal";
    private const string Board = "/staff/discharge";

    /// <summary>Notes when the document was read, when the circuit's socket was open, when the lines stood there, and when a frame was drawn with them.</summary>
    private const string NotePaint = """
        const Socket = window.WebSocket;
        window.WebSocket = class extends Socket {
            constructor(...given) { super(...given); this.addEventListener('open', () => { window.opened ??= performance.now(); }); }
        };
        addEventListener('DOMContentLoaded', () => { window.read = performance.now(); });
        addEventListener('DOMContentLoaded', () => new MutationObserver((_, me) => {
            const lines = document.querySelectorAll('.board tbody tr').length;
            if (lines > 0) {
                me.disconnect();
                window.stood = performance.now();
                requestAnimationFrame(() => setTimeout(() => { window.painted = performance.now(); window.lines = lines; }));
            }
        }).observe(document.body, { childList: true, subtree: true }));
        """;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (opens, changes, before) = (arguments.Number("opens", 40), arguments.Number("changes", 60), Machine.Load);
        await using var service = await MeasuredService.StartAsync(
            ServiceStart.Of(arguments) with { Residents = arguments.Number("residents", 1000), Settings = StaffSettings.Of(compressed: false) });
        var others = await ShareToInbox.OthersAsync(service.Address, Coordinator, arguments.Number("circuits", 200));
        using var colleagues = await StaffRoom.OpenAsync(service.Address, $"{Coordinator},worker-salford-royal-1,worker-salford-royal-2");
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = arguments.Text("browser", "/usr/bin/chromium"),
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
        });
        var page = await (await chromium.NewContextAsync(new() { BaseURL = service.Address.ToString() })).NewPageAsync();
        await page.AddInitScriptAsync(NotePaint);
        await page.GotoAsync("/demo");
        await page.Locator($"button[value='{Coordinator}']").ClickAsync();

        var (painted, lines) = await OpenAsync(page, opens);
        var boards = new List<RawCircuit>();
        for (var turn = 0; turn < 10; turn++)
        {
            boards.Add(await colleagues.OpenPageAsync(Board, turn));
        }

        await Task.WhenAll(boards.Select(board => board.QuietAsync(TimeSpan.FromSeconds(3))));
        var (seen, last, elsewhere) = await ChangeAsync(page, boards, others, changes);

        Report.Line($"A board of {lines} people, {others.Count} other staff pages and {boards.Count} further boards of the same hospital open.");
        Report.Machine(before);
        Report.Table(["milliseconds", "times", "p50", "p95", "largest"],
        [
            Row("from the address to all lines painted in Chromium", painted.Painted),
            Row("  of it until the document was read, with its scripts", painted.Read),
            Row("  from then until the circuit's socket was open", painted.Opened),
            Row("  from then until the lines stood in the page: the service reads, renders and sends", painted.Stood),
            Row("  from then until they were painted", painted.Drawn),
            Row("from the press in Chromium to the batch on each board", seen),
            Row("from the press in Chromium to the last of the boards", last)
        ]);
        Report.Line($"Render batches on the other pages from each press until 300 ms after the last board had it: {elsewhere}.");
        foreach (var circuit in others.Concat(boards))
        {
            await circuit.DisposeAsync();
        }

        return 0;
    }

    private sealed record FirstPaint(Spread Painted, Spread Read, Spread Opened, Spread Stood, Spread Drawn);

    private static async Task<(FirstPaint Painted, int Lines)> OpenAsync(IPage page, int opens)
    {
        var (times, lines) = (new List<double[]>(), 0);
        for (var open = -5; open < opens; open++)
        {
            // Nobody opens a board in the moment in which they opened the last.
            await Task.Delay(500);
            await page.GotoAsync(Board, new() { WaitUntil = WaitUntilState.Commit });
            await page.WaitForFunctionAsync("() => window.painted !== undefined");
            if (open >= 0)
            {
                times.Add(await page.EvaluateAsync<double[]>("() => [window.painted, window.read, window.opened - window.read, window.stood - window.opened, window.painted - window.stood]"));
                lines = await page.EvaluateAsync<int>("() => window.lines");
            }
        }

        Spread Of(int at) => new([.. times.Select(one => one[at])]);

        return (new FirstPaint(Of(0), Of(1), Of(2), Of(3), Of(4)), lines);
    }

    /// <summary>One person needs the bed and does not, in turn, so that each time their line has something to draw.</summary>
    private static async Task<(Spread Seen, Spread Last, int Elsewhere)> ChangeAsync(
        IPage page, List<RawCircuit> boards, List<RawCircuit> others, int changes)
    {
        await page.Locator(".board tbody tr").Filter(new() { HasTextRegex = InHospital() }).Locator("a").First.ClickAsync();
        await page.WaitForURLAsync("**/staff/discharge/*");
        var (seen, last, elsewhere) = (new List<double>(), new List<double>(), 0);
        for (var change = -5; change < changes; change++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Do they need the bed?" }).ClickAsync();
            var criterion = page.GetByLabel("Intravenous fluids");
            await criterion.WaitForAsync();
            // Whatever else was ticked goes, so that it is one or none.
            foreach (var other in await page.Locator(".answer-form .tick input:checked").AllAsync())
            {
                await other.UncheckAsync();
            }

            if (change % 2 == 0)
            {
                await criterion.CheckAsync();
            }

            var save = page.Locator(".answer-form button[type=submit]");
            await Task.WhenAll(others.Concat(boards).Select(circuit => circuit.QuietAsync(TimeSpan.FromMilliseconds(300))));
            var still = others.Sum(circuit => circuit.Batches.Count);
            var arrivals = boards.Select(Next).ToList();
            var pressed = Stopwatch.GetTimestamp();
            await save.ClickAsync();
            var times = (await Task.WhenAll(arrivals.Select(arrival => arrival.WaitAsync(TimeSpan.FromSeconds(10)))))
                .Select(at => Stopwatch.GetElapsedTime(pressed, at).TotalMilliseconds).ToList();
            await Task.Delay(300);
            if (change >= 0)
            {
                seen.AddRange(times);
                last.Add(times.Max());
                elsewhere += others.Sum(circuit => circuit.Batches.Count) - still;
            }

            Report.Progress($"change {change + 1}: {times.Max():0} ms");
        }

        return (new Spread(seen), new Spread(last), elsewhere);
    }

    private static Task<long> Next(RawCircuit board)
    {
        var arrived = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        board.OnBatch = batch => arrived.TrySetResult(batch.Ticks);

        return arrived.Task;
    }

    private static object[] Row(string name, Spread times) => [name, times.Count, times.Median, times.Percentile(95), times.Largest];

    [GeneratedRegex("Needs the bed|Ready")]
    private static partial Regex InHospital();
}
