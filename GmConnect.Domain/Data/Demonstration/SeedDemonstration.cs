using GmConnect.Domain.Common;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>
/// Fills an empty database with the demonstration world. Done without change when it is there already; goes on where a
/// killed seeding stopped; refuses a database that holds anything else.
/// </summary>
public sealed class SeedDemonstration(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    private const int BatchSize = 250;

    public async Task<Outcome> ExecuteAsync(
        DemonstrationOptions options, IProgress<SeedProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (options.Residents is < DemonstrationOptions.FewestResidents or > DemonstrationOptions.MostResidents)
        {
            return new DemonstrationSizeNotPossible(DemonstrationOptions.FewestResidents, DemonstrationOptions.MostResidents);
        }

        var begun = await FindOrBeginAsync(options, cancellationToken);
        if (!begun.Succeeded)
        {
            return begun.Refusal;
        }

        var world = new DemonstrationWorld(options, begun.Value.SeededOn);
        var written = begun.Value.ResidentsWritten;
        var made = MakeAsync(world, written, options.Residents);
        while (written < options.Residents)
        {
            var rows = await made;
            written = Math.Min(written + BatchSize, options.Residents);
            // The next batch is made while this one is written.
            made = MakeAsync(world, written, options.Residents);
            await WriteAsync(rows, written, cancellationToken);
            progress?.Report(new SeedProgress(written, options.Residents));
        }

        return Outcome.Done;
    }

    private async Task<Outcome<DemonstrationMark>> FindOrBeginAsync(DemonstrationOptions options, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var mark = await database.Set<DemonstrationMark>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (mark is not null)
        {
            return mark.Seed == options.Seed && mark.Residents == options.Residents
                ? mark
                : new DemonstrationHasOtherNumbers(mark.Residents, mark.Seed);
        }

        // Every other table hangs on one of these.
        if (await database.Agencies.AnyAsync(cancellationToken)
            || await database.Accounts.AnyAsync(cancellationToken)
            || await database.Set<Resident>().AnyAsync(cancellationToken))
        {
            return new DatabaseHoldsRealData();
        }

        mark = new DemonstrationMark { Seed = options.Seed, Residents = options.Residents, SeededOn = clock.Today() };
        database.Add(mark);
        database.AddRange(new DemonstrationWorld(options, mark.SeededOn).Beginning());
        await database.SaveChangesAsync(cancellationToken);

        return mark;
    }

    private static Task<List<object>> MakeAsync(DemonstrationWorld world, int from, int residents) => Task.Run(() =>
        Enumerable.Range(from, Math.Min(BatchSize, residents - from)).SelectMany(world.FamilyOf).ToList());

    private async Task WriteAsync(List<object> rows, int written, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var mark = await database.Set<DemonstrationMark>().SingleAsync(cancellationToken);
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        database.AddRange(rows);
        mark.ResidentsWritten = written;
        database.Update(mark);
        await database.SaveChangesAsync(cancellationToken);
    }
}
