namespace GmConnect.Web.Composition;

/// <summary>The one place where the features are plugged in: the Domain's services, jobs, partner addresses, the API.</summary>
public static class Features
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        // WIRE: builder.Services.AddGmConnectDomain(builder.Configuration);
        // WIRE: builder.Services.AddDataProtection().SetApplicationName("GmConnect").PersistKeysToDbContext<...>();
        // WIRE: builder.Services.AddHealthChecks().AddCheck<DatabaseReady>("database");
    }

    public static void MapFeatures(this WebApplication app)
    {
        // WIRE: partner endpoints, callbacks, open data, Hangfire's dashboard at /operations/jobs (Policies.Operations).
    }
}
