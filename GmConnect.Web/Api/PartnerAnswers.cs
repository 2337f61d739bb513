using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using GmConnect.Domain.Exchange;
using GmConnect.Web.Composition;

namespace GmConnect.Web.Api;

/// <summary>Where a partner's system answers one event later (docs/integration.md). The token in the address is the permission.</summary>
public static class PartnerAnswers
{
    public const string Root = "/partner/answers";

    private const string Limit = "partner answers";
    private const int LongestBody = 8 * 1024;
    private const int LongestToken = 128;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = 4,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) }
    };

    private sealed record Given([property: JsonRequired] PartnerAnswer Answer, string? Reason = null);

    public static void AddPartnerAnswers(this IServiceCollection services) => services.AddRateLimiter(limiter =>
        limiter.AddPolicy(Limit, context => RateLimitPartition.GetTokenBucketLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            address => new TokenBucketRateLimiterOptions
            {
                TokenLimit = LimitOf(context),
                TokensPerPeriod = Math.Max(1, LimitOf(context) / 6),
                ReplenishmentPeriod = TimeSpan.FromSeconds(10),
                QueueLimit = 0
            })));

    public static void MapPartnerAnswers(this WebApplication app) =>
        app.MapPost($"{Root}/{{token}}", TakeAsync).DisableAntiforgery().AllowAnonymous().RequireRateLimiting(Limit);

    private static int LimitOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<Limits>().PartnerAnswersPerMinute;

    private static async Task<IResult> TakeAsync(string token, HttpContext context, TakePartnerAnswer take)
    {
        if (token.Length > LongestToken)
        {
            return Results.NotFound();
        }

        if (await ReadAsync(context) is not { } given)
        {
            return Says(
                StatusCodes.Status422UnprocessableEntity,
                $$"""The body must be JSON of at most {{LongestBody}} bytes: {"answer": "accepted", "refused" or "done", "reason": "…"}; the reason is optional.""");
        }

        return (await take.ExecuteAsync(token, given.Answer, given.Reason, context.RequestAborted)).Refusal switch
        {
            null => Results.NoContent(),
            PartnerAnswerTooLate => Says(StatusCodes.Status410Gone, "This event could be answered for 30 days, and they are over."),
            _ => Results.NotFound()
        };
    }

    private static async Task<Given?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LongestBody)
        {
            return null;
        }

        var body = new byte[LongestBody + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, context.RequestAborted);
        try
        {
            return length > LongestBody ? null : JsonSerializer.Deserialize<Given>(body.AsSpan(0, length), Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Says(int status, string problem) => Results.Json(new { problem }, statusCode: status);
}
