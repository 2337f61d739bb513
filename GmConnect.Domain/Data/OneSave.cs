using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Data;

public static class OneSave
{
    private const int Attempts = 16;

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
        for (var attempt = 1; ; attempt++)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var outcome = await work(database);
            try
            {
                await database.SaveChangesAsync(cancellationToken);

                return outcome;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // A version or a unique index said that somebody was quicker; anything else fails again and is thrown.
                // Of many that meet, one wins each time: the others step apart, so that none of them runs out of attempts.
                await Task.Delay(Random.Shared.Next(10 * attempt), cancellationToken);
            }
        }
    }
}
