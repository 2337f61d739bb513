using GmConnect.Domain;
using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Retention;
using GmConnect.Web.Api;
using GmConnect.Web.Citizen.Rights;
using GmConnect.Web.Documents;
using GmConnect.Web.Jobs;
using GmConnect.Web.SimulatedPartners;
using GmConnect.Web.Staff.Cases;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Web.Composition;

/// <summary>The one place where the features are plugged in: the Domain's services, jobs, partner addresses, the API.</summary>
public static class Features
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        var (provider, connection) = builder.AddTheDatabase();
        builder.AddTheExchange();
        builder.AddTheAudit(provider, connection);
        builder.Services.AddOptions<RetentionOptions>().Bind(builder.Configuration.GetSection("Retention")).ValidateOnStart();
        builder.RefuseToServeWithoutAuditKey();
        builder.Services.AddGmConnectDomain();
        // Stored, so that a page opened before a restart still posts, and on whichever node it lands.
        builder.Services.AddDataProtection().SetApplicationName("GmConnect").PersistKeysToDbContext<GmConnectDbContext>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseReady>("database");
        builder.Services.AddHostedService<PrepareDatabase>();
        builder.Services.AddPartnerAnswers();
        builder.Services.AddSingleton<CopyWords>().AddSingleton<CopyFile>();
        builder.AddDocuments();
        builder.Services.AddJobs(provider, connection);
        builder.AddSimulatedPartners();
    }

    public static void MapFeatures(this WebApplication app)
    {
        app.MapPartnerAnswers();
        app.MapCopyDownload();
        app.MapDocumentDownload();
        app.MapDocuments();
        app.MapJobs();
        app.MapSimulatedPartners();
    }

    /// <summary>Refuses to start on settings that name no known database or none at all.</summary>
    public static (DatabaseProvider Provider, string Connection) AddTheDatabase(this IHostApplicationBuilder builder)
    {
        var named = builder.Configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        var connection = builder.Configuration.GetConnectionString("GmConnect");
        if (!Enum.TryParse<DatabaseProvider>(named, ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
        {
            throw new InvalidOperationException(
                $"The setting Database:Provider is \"{named}\". It must be Sqlite, SqlServer or PostgreSql.");
        }

        if (string.IsNullOrWhiteSpace(connection))
        {
            connection = provider is DatabaseProvider.Sqlite
                ? $"Data Source={Path.Combine(builder.Environment.ContentRootPath, "App_Data", "gm-connect.db")}"
                : throw new InvalidOperationException($"The setting ConnectionStrings:GmConnect is missing; {provider} needs one.");
        }

        builder.Services.AddDatabase(provider, connection);

        return (provider, connection);
    }
}
