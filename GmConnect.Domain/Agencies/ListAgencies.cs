using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Agencies;

public sealed record AgencyToChoose(Guid Id, string Name, AgencyKind Kind, string? Borough, string WhatItDoes);

/// <summary>Agencies to choose from. A family can share with those of its borough and those of all Greater Manchester.</summary>
public sealed class ListAgencies(IDbContextFactory<GmConnectDbContext> databases)
{
    public Task<IReadOnlyList<AgencyToChoose>> ExecuteAsync(string borough, CancellationToken cancellationToken = default) =>
        ListAsync(agencies => agencies.Where(a => a.TakesReferrals && (a.Borough == null || a.Borough == borough)), cancellationToken);

    /// <summary>Every agency that data about residents can go to, for who writes an agreement.</summary>
    public Task<IReadOnlyList<AgencyToChoose>> AllAsync(CancellationToken cancellationToken = default) =>
        ListAsync(agencies => agencies.Where(a => a.Kind != AgencyKind.Oversight && a.ClosedAt == null), cancellationToken);

    private async Task<IReadOnlyList<AgencyToChoose>> ListAsync(Func<IQueryable<Agency>, IQueryable<Agency>> which, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        return await which(database.Agencies.AsNoTracking())
            .OrderBy(a => a.Name)
            .Select(a => new AgencyToChoose(a.Id, a.Name, a.Kind, a.Borough, a.WhatItDoes))
            .ToListAsync(cancellationToken);
    }
}
