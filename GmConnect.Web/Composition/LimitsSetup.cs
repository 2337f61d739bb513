using System.Net;
using System.Net.Sockets;
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
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(limits.RequestHeadersSeconds);
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
            // A page resumed from kept state is drawn anew and has lost what was typed without a word; one that is loaded again offers it.
            circuits.PersistedCircuitInMemoryMaxRetained = 0;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(limits.KeptCircuitMinutes);
        });
        builder.Services.Configure<HubOptions>(hub => hub.MaximumReceiveMessageSize = limits.HubMessageBytes);

        builder.Services.AddSingleton<OpenCircuits>();
        builder.Services.AddScoped<CurrentCircuit>();
        builder.Services.AddScoped<CircuitHandler, CapCircuits>();
        var atTheHub = PartitionedRateLimiter.CreateChained(AttemptsAtTheHub(limits), ConnectionsToTheHub(limits));
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = atTheHub;
        });
    }

    // A WebSocket may come without a negotiate first, so both addresses are counted.
    private static PartitionedRateLimiter<HttpContext> AttemptsAtTheHub(Limits limits)
    {
        var known = limits.KnownAddresses.Select(Network).ToList();

        return PartitionedRateLimiter.Create<HttpContext, string>(context =>
        {
            if (!context.Request.Path.StartsWithSegments(Hub))
            {
                return RateLimitPartition.GetNoLimiter("");
            }

            if (context.User.Current() is { } actor)
            {
                return RateLimitPartition.GetTokenBucketLimiter(
                    $"person {actor.AccountId}", _ => AMinute(limits.ConnectionAttemptsPerMinute));
            }

            var address = Address(context);

            return known.Any(network => network.Contains(address))
                ? RateLimitPartition.GetTokenBucketLimiter($"known {address}", _ => AMinute(limits.AttemptsPerKnownAddress))
                : RateLimitPartition.GetTokenBucketLimiter(
                    $"address {Network(address)}", _ => AMinute(limits.AttemptsPerAddressBeforeSignIn));
        });
    }

    // The lease of a WebSocket request lasts as long as the connection, so this caps open ones. Nobody keeps one open before
    // sign-in: the hub refuses them.
    private static PartitionedRateLimiter<HttpContext> ConnectionsToTheHub(Limits limits) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            context.Request.Path.StartsWithSegments(Hub) && context.User.Current() is { } actor
                ? RateLimitPartition.GetConcurrencyLimiter($"person {actor.AccountId}", _ => new ConcurrencyLimiterOptions
                {
                    PermitLimit = limits.ConnectionsPerPerson,
                    QueueLimit = 0
                })
                : RateLimitPartition.GetNoLimiter(""));

    private static TokenBucketRateLimiterOptions AMinute(int attempts) => new()
    {
        TokenLimit = attempts,
        TokensPerPeriod = Math.Max(1, attempts / 6),
        ReplenishmentPeriod = TimeSpan.FromSeconds(10),
        QueueLimit = 0
    };

    private static IPAddress Address(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;

        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }

    private static IPNetwork Network(string written) => IPNetwork.TryParse(written, out var network)
        ? network
        : throw new InvalidOperationException(
            $"The setting Limits:KnownAddresses holds \"{written}\". Each must be a network such as 10.20.0.0/16.");

    // One household or server is given a whole network of IPv6 addresses: counting each would count nothing.
    private static string Network(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6
        ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
        : address.ToString();
}
