using GmConnect.Domain.Auditing;
using GmConnect.Domain.Data.Providers;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Auditing;

/// <summary>A thousand acts of each kind against a log of fifteen entries in five batches: each is found, and its first place named.</summary>
public class TamperTests
{
    private const int Acts = 1000;

    [UseCase]
    [Row(Tamper.EditEntry)]
    [Row(Tamper.OtherForm)]
    [Row(Tamper.EditSeal)]
    [Row(Tamper.EditBatch)]
    [Row(Tamper.Delete)]
    [Row(Tamper.Insert)]
    [Row(Tamper.SwapEntries)]
    [Row(Tamper.SwapPositions)]
    [Row(Tamper.CutOff)]
    [Row(Tamper.Rewrite)]
    [Row(Tamper.OldBackup)]
    [Row(Tamper.ReplaceSignature)]
    internal async Task Verify_NamesTheFirstBrokenPlace(DatabaseProvider provider, Tamper what)
    {
        await using var log = await SealedLog.OnAsync(provider, batchSize: 3);
        await log.RecordAsync(15);
        await log.SealAsync();
        await using var database = await log.World.DatabaseAsync();
        var asItIs = await LogAsItIs.ReadAsync(database, [.. log.Residents.Select(r => r.Id)], log.World.Now);
        Assert.Equal((5, 15), (asItIs.Batches.Count, asItIs.Entries.Count));
        var verify = log.World.The<VerifyLog>();
        var tampering = new Tampering(database, asItIs, new Random(7 * (int)what), log.Key);

        for (var act = 0; act < Acts; act++)
        {
            await using (var undone = await database.Database.BeginTransactionAsync())
            {
                var expected = await tampering.DoAsync(what);
                var found = (await verify.ExecuteAsync(database)).FirstBreach;

                Assert.True(expected == found, $"act {act}: {expected} was done, {found} was found");
            }

            if (act % 100 == 0)
            {
                Assert.Null((await verify.ExecuteAsync(database)).FirstBreach);
            }
        }

        Assert.Equal((15, 5, 5), ((await verify.ExecuteAsync(database)) is { } whole ? (whole.Entries, whole.Batches, whole.HeadsChecked) : default));
    }
}
