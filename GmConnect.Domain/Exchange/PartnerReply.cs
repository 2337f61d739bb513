using System.Net;
using System.Text.Json;
using GmConnect.Domain.Common;

namespace GmConnect.Domain.Exchange;

public enum ReplyMeaning
{
    Accepted,
    AnswerFollows,
    Refused,
    TryAgain,
    GiveUp
}

/// <summary>
/// What a partner's reply means. 200, 201 and 204 accept; 202 says that the answer follows; 422 refuses with a reason; 408, 429,
/// 5xx, no reply in time, more than 64 KB or something that is not JSON are tried again; any other is a dead letter.
/// Source: docs/integration.md.
/// </summary>
/// <param name="Failure">A code without content, for operators.</param>
/// <param name="RetryAfter">How long the partner asks us to wait.</param>
public sealed record PartnerReply(ReplyMeaning Meaning, string? Reason = null, string? Failure = null, TimeSpan? RetryAfter = null)
{
    public const int MaxBytes = 64 * 1024;

    public static PartnerReply Of(HttpStatusCode status, byte[] body, TimeSpan? retryAfter = null)
    {
        var code = (int)status;
        if (status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || code >= 500)
        {
            return new(ReplyMeaning.TryAgain, Failure: $"http-{code}", RetryAfter: retryAfter);
        }

        string? reason = null;
        if (code is 200 or 201 or 202 or 204 or 422 && !TryReadJson(body, out reason))
        {
            return new(ReplyMeaning.TryAgain, Failure: "not-json");
        }

        return code switch
        {
            200 or 201 or 204 => new(ReplyMeaning.Accepted),
            202 => new(ReplyMeaning.AnswerFollows),
            422 => new(ReplyMeaning.Refused, reason),
            _ => new(ReplyMeaning.GiveUp, Failure: $"http-{code}")
        };
    }

    /// <summary>No content is no contradiction; anything else must be JSON.</summary>
    private static bool TryReadJson(byte[] body, out string? reason)
    {
        reason = null;
        if (body.Length == 0)
        {
            return true;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            reason = json.RootElement.ValueKind is JsonValueKind.Object
                && json.RootElement.TryGetProperty("reason", out var stated) && stated.ValueKind is JsonValueKind.String
                ? ReasonOf(stated.GetString())
                : null;

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    internal static string? ReasonOf(string? stated)
    {
        var words = PlainText.Clean(stated);

        return words.Length switch
        {
            0 => null,
            // Cleaned again, since the cut may halve a character.
            > OutboxMessage.PartnerReasonMaxLength => PlainText.Clean(words[..OutboxMessage.PartnerReasonMaxLength]),
            _ => words
        };
    }
}
