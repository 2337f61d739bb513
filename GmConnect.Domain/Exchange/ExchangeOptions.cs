namespace GmConnect.Domain.Exchange;

/// <summary>The section <c>Exchange</c> of the settings.</summary>
public sealed class ExchangeOptions
{
    /// <summary>Where partners reach us, for the address of an answer; without a slash at the end. Empty: the first of <c>Urls</c>.</summary>
    public string PublicAddress { get; set; } = "";

    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many requests one partner gets at once, while it answers well.</summary>
    public int RequestsAtOnce { get; set; } = 32;

    /// <summary>With the waits below: about three days, so that a partner can be down for a weekend.</summary>
    public int MaxAttempts { get; set; } = 84;

    public TimeSpan FirstRetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A claim of a process that died is taken over after this.</summary>
    public TimeSpan ClaimFor { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the body of a dead letter is kept for sending it again.</summary>
    public TimeSpan DeadLettersFor { get; set; } = TimeSpan.FromDays(30);

    public TimeSpan AnswersFor { get; set; } = TimeSpan.FromDays(30);
}
