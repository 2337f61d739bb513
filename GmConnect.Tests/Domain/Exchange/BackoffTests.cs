using CsCheck;
using GmConnect.Domain.Exchange;

namespace GmConnect.Tests.Domain.Exchange;

public class BackoffTests
{
    private static readonly ExchangeOptions Options = new();

    private static readonly Gen<(int Attempts, double Spread)> Asked = Gen.Select(Gen.Int[1, 200], Gen.Double[0, 1]);

    [Fact]
    public void After_IsNeverLessThanHalfTheFirstNorMoreThanOneAndAHalfOfTheLongest() => Asked.Sample(asked =>
    {
        var wait = Backoff.After(asked.Attempts, asked.Spread, Options);

        return wait >= Options.FirstRetryAfter / 2 && wait <= Options.LongestRetry * 1.5;
    });

    [Fact]
    public void After_NeverShrinksWithAttempts() => Asked.Sample(asked =>
        Backoff.After(asked.Attempts + 1, asked.Spread, Options) >= Backoff.After(asked.Attempts, asked.Spread, Options));

    [Fact]
    public void After_HonoursWhatThePartnerAsks_UpToTheLimit() => Gen.Select(Asked, Gen.Int[0, 1_000_000]).Sample((asked, seconds) =>
    {
        var wait = Backoff.After(asked.Attempts, asked.Spread, Options, TimeSpan.FromSeconds(seconds));

        return wait >= TimeSpan.FromSeconds(Math.Min(seconds, Options.LongestRetry.TotalSeconds)) && wait <= Options.LongestRetry * 1.5;
    });

    [Fact]
    public void AllAttempts_OutlastAWeekend()
    {
        var least = Enumerable.Range(1, Options.MaxAttempts - 1)
            .Aggregate(TimeSpan.Zero, (sum, attempts) => sum + Backoff.After(attempts, 0.5, Options));

        Assert.InRange(least, TimeSpan.FromDays(2.5), TimeSpan.FromDays(5));
    }
}
