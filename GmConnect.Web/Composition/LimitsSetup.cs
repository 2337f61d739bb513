using System.Net;
using System.Threading.RateLimiting;
using GmConnect.Web.Identity;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;

namespace GmConnect.Web.Composition;

public static class LimitsSetup
{
    public const string Hub = "/_blazor";

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var limits = builder.Configuration.GetSection("Limits").Get<Limits>() ?? new Limits();
        builder.Services.AddSingleton(limits);

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = limits.RequestBodyBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 100;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        });
        builder.Services.Configure<FormOptions>(forms =>
        {
            forms.ValueLengthLimit = limits.PostedFieldBytes;
            forms.ValueCountLimit = 1_024;
            forms.KeyLengthLimit = 512;
            forms.MultipartBodyLengthLimit = limits.RequestBodyBytes;
        });
        builder.Services.Configure<CircuitOptions>(circuits =>
        {
            circuits.DisconnectedCircuitMaxRetained = limits.KeptCircuits;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(limits.KeptCircuitMinutes);
        });
        builder.Services.Configure<HubOptions>(hub => hub.MaximumReceiveMessageSize = limits.HubMessageBytes);

        builder.Services.AddSingleton<OpenCircuits>();
        builder.Services.AddScoped<CurrentCircuit>();
        builder.Services.AddScoped<CircuitHandler, CapCircuits>();
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(AttemptsAtTheHub(limits), ConnectionsToTheHub(limits));
        });
    }

    // A WebSocket may come without a negotiate first, so both addresses are counted.
    private static PartitionedRateLimiter<HttpContext> AttemptsAtTheHub(Limits limits) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            !context.Request.Path.StartsWithSegments(Hub)
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetTokenBucketLimiter(Caller(context), _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = limits.ConnectionAttemptsPerMinute,
                    TokensPerPeriod = Math.Max(1, limits.ConnectionAttemptsPerMinute / 6),
                    ReplenishmentPeriod = TimeSpan.FromSeconds(10),
                    QueueLimit = 0
                }));

    // The lease of a WebSocket request lasts as long as the connection, so this caps open ones.
    private static PartitionedRateLimiter<HttpContext> ConnectionsToTheHub(Limits limits)
    {
        var known = limits.KnownAddresses.Select(IPNetwork.Parse).ToList();

        return PartitionedRateLimiter.Create<HttpContext, string>(context =>
            !context.Request.Path.StartsWithSegments(Hub) || context.User.Identity?.IsAuthenticated == true
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetConcurrencyLimiter(Caller(context), _ => new ConcurrencyLimiterOptions
                {
                    PermitLimit = known.Any(network => network.Contains(Address(context)))
                        ? limits.ConnectionsPerKnownAddress
                        : limits.ConnectionsPerAddressBeforeSignIn,
                    QueueLimit = 0
                }));
    }

    private static string Caller(HttpContext context) =>
        context.User.Current() is { } actor ? $"person {actor.AccountId}" : $"address {Address(context)}";

    private static IPAddress Address(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;

        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }
}
