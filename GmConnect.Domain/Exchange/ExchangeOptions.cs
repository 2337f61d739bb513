namespace GmConnect.Domain.Exchange;

/// <summary>The section <c>Exchange</c> of the settings.</summary>
public sealed class ExchangeOptions
{
    /// <summary>Where partners reach us, for the address of an answer; without a slash at the end.</summary>
    public string PublicAddress { get; set; } = "http://127.0.0.1:5080";

    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many requests one partner gets at once.</summary>
    public int RequestsAtOnce { get; set; } = 8;

    public int BatchSize { get; set; } = 200;

    public int MaxAttempts { get; set; } = 14;

    public TimeSpan FirstRetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A claim of a process that died is taken over after this.</summary>
    public TimeSpan ClaimFor { get; set; } = TimeSpan.FromMinutes(2);

    public TimeSpan AnswersFor { get; set; } = TimeSpan.FromDays(30);
}
