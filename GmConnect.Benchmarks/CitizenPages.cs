using System.Diagnostics;
using System.Net;
using GmConnect.Benchmarks.Browsing;
using GmConnect.Benchmarks.Figures;
using GmConnect.Benchmarks.Service;

namespace GmConnect.Benchmarks;

/// <summary>What each page of the family's journey weighs, whether it loads script, and how long the service takes for it.</summary>
public static class CitizenPages
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (requests, load) = (arguments.Number("requests", 200), Machine.Load);
        await using var service = await MeasuredService.StartAsync(ServiceStart.Of(arguments));
        using var family = await Family.SignedInAsync(service.Address, arguments.Text("person", "helen-ashworth"));
        using var together = new CountedBrowser(family.Visitor);
        var (rows, journey) = (new List<object[]>(), new List<PageLoad>());

        // Each step makes the next page possible, as the family would walk.
        foreach (var (name, path, before, form) in Steps(family))
        {
            await (before?.Invoke() ?? Task.CompletedTask);
            Report.Progress($"{name}: {path}");
            using var browser = new CountedBrowser(family.Visitor);
            var (first, again) = (await browser.LoadAsync(path), await browser.LoadAsync(path));
            journey.Add(await together.LoadAsync(path));
            var read = await TimeAsync(browser, requests, HttpStatusCode.OK, () => Task.FromResult(new HttpRequestMessage(HttpMethod.Get, path)));
            var posted = form is null ? new Spread([]) : await TimeAsync(browser, requests, HttpStatusCode.Found, async () =>
            {
                var filled = await form();

                return new HttpRequestMessage(HttpMethod.Post, filled.Action) { Content = filled.Body() };
            });

            rows.Add([
                name, first.Requests, first.Bytes / 1024.0, again.Requests, again.Bytes / 1024.0, first.Scripts,
                read.Median, read.Percentile(95), posted.Median, posted.Percentile(95)
            ]);
        }

        Report.Line($"KiB received with headers; milliseconds to the last byte over loopback, one request at a time, {requests} of each after 20 to warm up.");
        Report.Machine(load);
        Report.Table(
            ["page", "requests, first visit", "KiB", "requests, again", "KiB again", "scripts", "read p50 ms", "read p95 ms", "post p50 ms", "post p95 ms"], rows);
        Report.Line($"The whole journey with one cache: {journey.Sum(page => page.Requests)} requests, {journey.Sum(page => page.Bytes) / 1024.0:0.0} KiB, {journey.Sum(page => page.Scripts)} scripts.");

        return 0;
    }

    private static IEnumerable<(string Name, string Path, Func<Task>? Before, Func<Task<PageForm>>? Form)> Steps(Family family)
    {
        var story = $"/story/{family.Resident}";

        return
        [
            ("start", "/", null, null),
            ("the story's task list", story, null, null),
            ("a question in words", $"{story}/what-happened", null, () => family.AnswerAsync("what-happened")),
            ("a question for a date", $"{story}/when-it-happened", null, () => family.AnswerAsync("when-it-happened")),
            ("check your answers", $"{story}/check", () => family.AnswerAllAsync(), family.ConfirmAsync),
            ("story confirmed", $"{story}/confirmed", null, null),
            ("which agencies", $"{story}/share", null, () => family.AgenciesAsync("Salford")),
            ("which parts", $"{story}/share/parts", null, family.PartsAsync),
            ("why and until when", $"{story}/share/purposes", null, family.PurposesAsync),
            ("what each will see", $"{story}/share/preview", null, null),
            ("shared", $"{story}/shared", family.ShareAsync, null),
            ("the task list, shared", story, null, null),
            ("permissions", $"/consents/{family.Resident}", null, null),
            ("who looked", $"/who-looked/{family.Resident}", null, null),
            ("plan", $"/plan/{family.Resident}", null, null)
        ];
    }

    private static async Task<Spread> TimeAsync(
        CountedBrowser browser, int count, HttpStatusCode expected, Func<Task<HttpRequestMessage>> prepare)
    {
        var times = new List<double>();
        for (var at = -20; at < count; at++)
        {
            using var request = await prepare();
            var started = Stopwatch.GetTimestamp();
            var status = await browser.RequestAsync(request);
            if (status != expected)
            {
                throw new InvalidOperationException($"{request.Method} {request.RequestUri} answered {(int)status}, not {(int)expected}.");
            }

            if (at >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        return new Spread(times);
    }
}
