using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace GmConnect.Web.Composition;

/// <summary>Logs, meters, traces and health. None of them carries a query string, a name or anything a person typed.</summary>
public static class Watching
{
    public const string Name = "GmConnect";

    private static readonly string[] TellingWhatWasTyped = ["Microsoft.AspNetCore.SignalR", "Microsoft.Extensions.Localization"];

    private static readonly string[] Meters =
    [
        Name,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Http.Connections",
        "Microsoft.AspNetCore.RateLimiting",
        "Microsoft.AspNetCore.Diagnostics",
        "Microsoft.AspNetCore.Components",
        "Microsoft.AspNetCore.Components.Lifecycle",
        "Microsoft.AspNetCore.Components.Server.Circuits"
    ];

    public static void AddWatching(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders();
            builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        }

        builder.Services.PostConfigure<LoggerFilterOptions>(KeepQuietAboutWhatPeopleTyped);

        var collector = builder.Configuration["Telemetry:OtlpEndpoint"];
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService(Name));
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(Meters).AddRuntimeInstrumentation();
            if (builder.Environment.IsDevelopment())
            {
                metrics.AddPrometheusExporter();
            }

            if (!string.IsNullOrEmpty(collector))
            {
                metrics.AddOtlpExporter(otlp => otlp.Endpoint = new Uri(collector));
            }
        });
        telemetry.WithTracing(traces =>
        {
            traces.AddSource(Name)
                .AddAspNetCoreInstrumentation(options =>
                {
                    options.Filter = context => !context.Request.Path.StartsWithSegments("/health");
                    options.EnrichWithHttpRequest = (activity, _) => LeaveOutWhatPeopleSent(activity);
                    options.EnrichWithHttpResponse = (activity, _) => LeaveOutWhatPeopleSent(activity);
                })
                .AddHttpClientInstrumentation(options =>
                {
                    options.EnrichWithHttpRequestMessage = (activity, request) => NameOnlyTheHost(activity, request.RequestUri);
                    options.EnrichWithHttpResponseMessage = (activity, said) => NameOnlyTheHost(activity, said.RequestMessage?.RequestUri);
                    options.EnrichWithException = (activity, _) => activity.SetTag("exception.message", null);
                });
            if (!string.IsNullOrEmpty(collector))
            {
                traces.AddOtlpExporter(otlp => otlp.Endpoint = new Uri(collector));
            }
        });
        builder.Services.AddHealthChecks();
    }

    /// <summary>
    /// At Debug SignalR writes every argument of every call, each key a worker presses, and the localizer every word it is
    /// asked for. No setting of an operator turns that on.
    /// </summary>
    private static void KeepQuietAboutWhatPeopleTyped(LoggerFilterOptions logging)
    {
        foreach (var category in TellingWhatWasTyped)
        {
            var telling = logging.Rules.Where(rule =>
                rule.CategoryName?.StartsWith(category, StringComparison.OrdinalIgnoreCase) == true && rule.LogLevel < LogLevel.Warning);
            foreach (var rule in telling.ToList())
            {
                logging.Rules.Remove(rule);
            }

            foreach (var provider in logging.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
            {
                logging.Rules.Add(new LoggerFilterRule(provider, category, LogLevel.Warning, null));
            }
        }
    }

    // An address may be a permission (a partner's answer) or name a record; the route says enough.
    private static void LeaveOutWhatPeopleSent(Activity activity)
    {
        activity.SetTag("url.path", null);
        activity.SetTag("url.full", null);
        activity.SetTag("url.query", null);
        activity.SetTag("user_agent.original", null);
        activity.SetTag("client.address", null);
    }

    private static void NameOnlyTheHost(Activity activity, Uri? asked) =>
        activity.SetTag("url.full", asked?.GetLeftPart(UriPartial.Authority));

    public static void MapWatching(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = NameWhatIsNotReady }).AllowAnonymous();

        if (app.Environment.IsDevelopment())
        {
            app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous();
        }
    }

    // Names only: a check's description or exception may hold a connection string.
    private static Task NameWhatIsNotReady(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        ready = report.Status == HealthStatus.Healthy,
        notReady = report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(entry => entry.Key).Order()
    });
}
