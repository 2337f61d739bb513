namespace GmConnect.Domain.Exchange;

/// <summary>When to try again: twice as long each time up to a limit, spread so that partners are not all asked at once.</summary>
public static class Backoff
{
    /// <param name="attempts">How often it was tried; at least 1.</param>
    /// <param name="spread">0 to 1: where in the range from half to one and a half.</param>
    /// <param name="asked">How long the partner asked us to wait; honoured up to the limit, and never less than our own wait.</param>
    public static TimeSpan After(int attempts, double spread, ExchangeOptions options, TimeSpan? asked = null)
    {
        var doubled = options.FirstRetryAfter * Math.Pow(2, Math.Clamp(attempts - 1, 0, 30));
        var limited = doubled < options.LongestRetry ? doubled : options.LongestRetry;

        var ours = limited * (0.5 + Math.Clamp(spread, 0, 1));
        var theirs = asked < options.LongestRetry ? asked.Value : asked is null ? TimeSpan.Zero : options.LongestRetry;

        return ours > theirs ? ours : theirs;
    }
}
