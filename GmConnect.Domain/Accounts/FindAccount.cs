using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Accounts;

/// <summary>The actor that a sign-in stands for, or nothing when there is no such account.</summary>
public sealed class FindAccount(IDbContextFactory<GmConnectDbContext> databases)
{
    public async Task<Actor?> ByIdAsync(Guid accountId, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var account = await database.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken);

        return account?.AsActor();
    }

    public async Task<Actor?> ByHandleAsync(string handle, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var account = await database.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Handle == handle, cancellationToken);

        return account?.AsActor();
    }

    /// <summary>By the subject that an outside sign-in service vouches for.</summary>
    public async Task<Actor?> ByExternalIdAsync(string externalId, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var account = await database.Accounts.AsNoTracking()
            .FirstOrDefaultAsync(a => a.ExternalId == externalId, cancellationToken);

        return account?.AsActor();
    }
}
