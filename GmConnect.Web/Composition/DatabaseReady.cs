using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GmConnect.Web.Composition;

/// <summary>Ready when the database answers and has the schema this build was made for.</summary>
public sealed class DatabaseReady(IDbContextFactory<GmConnectDbContext> databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        return await database.Database.CanConnectAsync(cancellationToken)
            && !(await database.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy();
    }
}
