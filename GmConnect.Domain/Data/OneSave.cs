using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Data;

public static class OneSave
{
    private const int Attempts = 16;

    // Losing to somebody quicker costs milliseconds. Whoever waited this long met a fault, and a person is waiting.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Runs a use case on a context of its own and saves once, whatever the outcome: a refused look is recorded too. When
    /// somebody else saved the same rows first, it runs again from what stands now, so that the entities and not the database
    /// decide what the loser is told.
    /// </summary>
    public static async Task<TOutcome> InOneSaveAsync<TOutcome>(
        this IDbContextFactory<GmConnectDbContext> databases,
        Func<GmConnectDbContext, Task<TOutcome>> work,
        CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var outcome = await work(database);
            try
            {
                await database.SaveChangesAsync(cancellationToken);

                return outcome;
            }
            catch (DbUpdateException clash) when (attempt < Attempts
                && (clash is DbUpdateConcurrencyException || Stopwatch.GetElapsedTime(begun) < Patience))
            {
                // A version or a unique index said that somebody was quicker; anything else fails again and is thrown.
                // Of many that meet, one wins each time: the others step apart, so that none of them runs out of attempts.
                await Task.Delay(Random.Shared.Next(10 * attempt), cancellationToken);
            }
        }
    }
}
