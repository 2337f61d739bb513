using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Agencies;

public sealed record AgencyToChoose(Guid Id, string Name, AgencyKind Kind, string? Borough, string WhatItDoes);

/// <summary>The agencies a family can share with: those of a borough and those of all Greater Manchester.</summary>
public sealed class ListAgencies(IDbContextFactory<GmConnectDbContext> databases)
{
    public async Task<IReadOnlyList<AgencyToChoose>> ExecuteAsync(string borough, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        return await database.Agencies.AsNoTracking()
            .Where(a => a.TakesReferrals && (a.Borough == null || a.Borough == borough))
            .OrderBy(a => a.Name)
            .Select(a => new AgencyToChoose(a.Id, a.Name, a.Kind, a.Borough, a.WhatItDoes))
            .ToListAsync(cancellationToken);
    }
}
