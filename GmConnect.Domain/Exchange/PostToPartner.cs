using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Exchange;

/// <summary>
/// Posts one event to a partner over HTTP, signed as Standard Webhooks say (HMAC-SHA256 of id, time and body), and reads what
/// the reply means. It never throws for what the partner does or does not do, follows no redirect and reads at most 64 KB.
/// </summary>
public sealed class PostToPartner(IHttpClientFactory clients, IOptions<ExchangeOptions> options, TimeProvider clock)
{
    public const string ClientName = "partners";

    private const string SecretPrefix = "whsec_";

    public async Task<PartnerReply> ExecuteAsync(PartnerSystem partner, Guid messageId, string json)
    {
        using var timeout = new CancellationTokenSource(options.Value.RequestTimeout, clock);
        try
        {
            using var request = Sign(partner, messageId, json);
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            var body = await ReadAsync(response, timeout.Token);

            return body is null
                ? new PartnerReply(ReplyMeaning.TryAgain, Failure: "reply-too-long")
                : PartnerReply.Of(response.StatusCode, body, Wait(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException)
        {
            return new(ReplyMeaning.TryAgain, Failure: "timeout");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new(ReplyMeaning.TryAgain, Failure: e is HttpRequestException http ? $"net-{http.HttpRequestError}" : "net");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or NotSupportedException)
        {
            // An address or a secret that an operator must put right; until then it waits like any other.
            return new(ReplyMeaning.TryAgain, Failure: "partner-settings");
        }
    }

    public static string Signature(string secret, string id, string timestamp, string body)
    {
        var key = Convert.FromBase64String(secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret);
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}"));

        return $"v1,{Convert.ToBase64String(hash)}";
    }

    private HttpRequestMessage Sign(PartnerSystem partner, Guid messageId, string json)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, partner.Address)
        {
            Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/cloudevents+json", "utf-8"))
        };
        request.Headers.Add("webhook-id", messageId.ToString());
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", Signature(partner.Secret, messageId.ToString(), timestamp, json));
        request.Headers.Add("idempotency-key", messageId.ToString());

        return request;
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? after) => after?.Delta ?? after?.Date - clock.GetUtcNow();

    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var buffer = new byte[8 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            kept.Write(buffer, 0, read);
            if (kept.Length > PartnerReply.MaxBytes)
            {
                return null;
            }
        }

        return kept.ToArray();
    }
}
