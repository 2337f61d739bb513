using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GmConnect.Domain.Common;
using GmConnect.Domain.Exchange;

namespace GmConnect.Web.SimulatedPartners;

/// <summary>
/// The invented agencies' own systems, played by this process over real HTTP: they check the signature, know a repeated event
/// by its key, and answer as <see cref="Behaviours"/> says. In Development only, for callers on this machine only.
/// </summary>
public sealed partial class SimulatedPartners(
    KnowPartnerSecret secrets, IHttpClientFactory clients, IHostApplicationLifetime life, TimeProvider clock, ILogger<SimulatedPartners> log)
{
    public const string ClientName = "simulated partners";

    private const int LongestEvent = 4 * 1024 * 1024;
    private static readonly TimeSpan OldestTimestamp = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTime> firstAsked = new();
    private readonly ConcurrentDictionary<string, bool> known = new();

    public async Task<IResult> ReceiveAsync(string agency, HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } caller || !IPAddress.IsLoopback(caller)
            || await secrets.OfAsync(agency, context.RequestAborted) is not { } secret)
        {
            return Results.NotFound();
        }

        var behaviour = Behaviours.Of(agency);
        if (clock.UtcNow() < firstAsked.GetOrAdd(agency, _ => clock.UtcNow()).AddSeconds(behaviour.DownFor))
        {
            return Results.Json(new { }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var body = await ReadAsync(context);
        var id = context.Request.Headers["webhook-id"].ToString();
        if (body is null || !IsSigned(context.Request.Headers, id, body, secret))
        {
            return Results.Json(new { }, statusCode: StatusCodes.Status401Unauthorized);
        }

        return Answer(agency, behaviour, body, isNew: known.TryAdd($"{agency}/{id}", true));
    }

    private IResult Answer(string agency, Behaviour behaviour, string body, bool isNew)
    {
        using var cloudEvent = JsonDocument.Parse(body);
        var isStory = cloudEvent.RootElement.GetProperty("type").GetString()!.Contains(".story.", StringComparison.Ordinal);
        if (isStory && behaviour.Refuses is { } reason)
        {
            return Results.Json(new { reason }, statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        if (!isStory || behaviour.Later is not { } later)
        {
            return Results.Json(new { });
        }

        if (isNew)
        {
            _ = AnswerLaterAsync(agency, later, new Uri(cloudEvent.RootElement.GetProperty("answerto").GetString()!));
        }

        return Results.Json(new { }, statusCode: StatusCodes.Status202Accepted);
    }

    private async Task AnswerLaterAsync(string agency, IReadOnlyList<(int Seconds, string Answer)> later, Uri to)
    {
        try
        {
            foreach (var (seconds, answer) in later)
            {
                await Task.Delay(TimeSpan.FromSeconds(seconds), clock, life.ApplicationStopping);
                using var client = clients.CreateClient(ClientName);
                using var said = await client.PostAsJsonAsync(to, new { answer }, life.ApplicationStopping);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or HttpRequestException)
        {
            // Its address holds the token: only the agency is named.
            NotSaid(log, agency);
        }
    }

    private bool IsSigned(IHeaderDictionary headers, string id, string body, string secret)
    {
        var timestamp = headers["webhook-timestamp"].ToString();
        if (!long.TryParse(timestamp, CultureInfo.InvariantCulture, out var seconds)
            || (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > OldestTimestamp)
        {
            return false;
        }

        var wanted = Encoding.UTF8.GetBytes(PostToPartner.Signature(secret, id, timestamp, body));

        return headers["webhook-signature"].ToString().Split(' ')
            .Any(given => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), wanted));
    }

    private static async Task<string?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength is null or > LongestEvent)
        {
            return null;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);

        return await reader.ReadToEndAsync(context.RequestAborted);
    }

    [LoggerMessage(1, LogLevel.Information, "The simulated system of {Agency} could not give its later answer")]
    private static partial void NotSaid(ILogger log, string agency);
}
