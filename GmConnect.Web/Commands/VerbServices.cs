using GmConnect.Domain;
using GmConnect.Domain.Common;
using GmConnect.Web.Composition;
using GmConnect.Web.Ui;

namespace GmConnect.Web.Commands;

/// <summary>The same settings, database and use cases as the service, and nothing that serves or runs by itself.</summary>
public static class VerbServices
{
    public static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.UseTheOneSettingsFile();
        builder.Logging.ClearProviders();
        var (provider, connection) = builder.AddTheDatabase();
        builder.AddTheAudit(provider, connection);
        builder.AddTheExchange();
        builder.Services.AddGmConnectDomain();
        builder.Services.AddLocalization();
        builder.Services.AddSingleton<RefusalWords>().AddSingleton<DecisionWords>();

        return builder.Build();
    }

    /// <summary>Says a refusal on standard error. The exit code is 1.</summary>
    public static async Task<int> RefuseAsync(this WebApplication services, Refusal refusal)
    {
        await Console.Error.WriteLineAsync(services.Services.GetRequiredService<RefusalWords>().For(refusal));

        return 1;
    }
}
