using System.Diagnostics;
using System.Text.RegularExpressions;
using GmConnect.Benchmarks.Browsing;
using GmConnect.Benchmarks.Figures;
using GmConnect.Benchmarks.Service;

namespace GmConnect.Benchmarks;

/// <summary>How soon a share stands in an open inbox while many other staff pages are open, and whether those stay still.</summary>
public static partial class ShareToInbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (shares, before) = (arguments.Number("shares", 100), Machine.Load);
        await using var service = await MeasuredService.StartAsync(ServiceStart.Of(arguments) with { Settings = StaffSettings.Of(compressed: false) });
        using var family = await Family.SignedInAsync(service.Address, arguments.Text("person", "helen-ashworth"));
        await family.AnswerAllAsync();
        await family.Visitor.PostAsync(await family.ConfirmAsync());

        var to = arguments.Text("to", "equipment-salford");
        var agency = arguments.Text("agency", "Salford Community Equipment");
        using var theirs = await StaffRoom.OpenAsync(service.Address, to);
        await using var inbox = await theirs.OpenPageAsync("inbox", 0);
        await inbox.QuietAsync(TimeSpan.FromSeconds(3));
        var others = await OthersAsync(service.Address, to, arguments.Number("circuits", 200));

        var (sinceSent, sinceAnswered, elsewhere) = (new List<double>(), new List<double>(), 0);
        for (var share = -5; share < shares; share++)
        {
            var form = await family.ChooseAsync(agency);
            await Task.WhenAll(others.Append(inbox).Select(circuit => circuit.QuietAsync(TimeSpan.FromMilliseconds(200))));
            var still = Batches(others);
            var shown = Next(inbox);
            var sent = Stopwatch.GetTimestamp();
            await family.Visitor.PostAsync(form);
            var answered = Stopwatch.GetTimestamp();
            var seen = await shown.WaitAsync(Patience);
            await Task.Delay(300);
            if (share >= 0)
            {
                sinceSent.Add(Stopwatch.GetElapsedTime(sent, seen).TotalMilliseconds);
                sinceAnswered.Add(Math.Max(0, Stopwatch.GetElapsedTime(answered, seen).TotalMilliseconds));
                elsewhere += Batches(others) - still;
            }

            await family.WithdrawAllAsync();
            Report.Progress($"share {share + 1}: {Stopwatch.GetElapsedTime(sent, seen).TotalMilliseconds:0} ms");
        }

        Report.Line($"{shares} shares with one agency, {others.Count} other staff pages open (inboxes and cases of other agencies).");
        Report.Machine(before);
        Report.Table(["milliseconds until the row's render batch reached the inbox", "p50", "p95", "largest"],
        [
            Row("from sending the share's form (the commit lies within)", new Spread(sinceSent)),
            Row("from the family's next page, complete", new Spread(sinceAnswered))
        ]);
        Report.Line($"Render batches on the other pages from the share until 300 ms after the row was there: {elsewhere}.");
        foreach (var circuit in others)
        {
            await circuit.DisposeAsync();
        }

        return 0;
    }

    private static object[] Row(string name, Spread times) => [name, times.Median, times.Percentile(95), times.Largest];

    private static int Batches(IEnumerable<RawCircuit> circuits) => circuits.Sum(circuit => circuit.Batches.Count);

    /// <summary>When the next batch with a referral in it arrived.</summary>
    private static Task<long> Next(RawCircuit inbox)
    {
        var arrived = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        inbox.OnBatch = batch =>
        {
            if (ReferralLink().IsMatch(batch.Text))
            {
                arrived.TrySetResult(batch.Ticks);
            }
        };

        return arrived.Task;
    }

    /// <summary>Inboxes and cases of everybody but one worker, in turn.</summary>
    internal static async Task<List<RawCircuit>> OthersAsync(Uri address, string to, int count)
    {
        var workers = await StaffRoom.OpenAsync(address, string.Join(',', StaffRoom.Everybody.Split(',').Where(worker => worker != to)));
        await workers.PrepareAsync("case");
        var open = new List<RawCircuit>();
        foreach (var few in Enumerable.Range(0, count).Chunk(8))
        {
            open.AddRange(await Task.WhenAll(few.Select(turn => workers.OpenPageAsync(turn % 2 == 0 ? "inbox" : "case", turn / 2))));
        }

        await Task.WhenAll(open.Select(circuit => circuit.QuietAsync(TimeSpan.FromSeconds(3))));
        Report.Progress($"{open.Count} other pages open");

        return open;
    }

    [GeneratedRegex("/staff/referrals/[0-9a-f-]{36}")]
    private static partial Regex ReferralLink();
}
