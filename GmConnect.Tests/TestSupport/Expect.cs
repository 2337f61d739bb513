using GmConnect.Domain.Common;

namespace GmConnect.Tests.TestSupport;

/// <summary>What a use case answered, asserted: <c>Expect.Refused&lt;NotFound&gt;(outcome)</c>, <c>Expect.Value(outcome).Parts</c>.</summary>
public static class Expect
{
    public static void Done(Outcome outcome) => Assert.True(outcome.Succeeded, $"refused: {outcome.Refusal}");

    /// <summary>What was handed over; fails with the refusal.</summary>
    public static T Value<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Succeeded, $"refused: {outcome.Refusal}");

        return outcome.Value;
    }

    public static TRefusal Refused<TRefusal>(Outcome outcome) where TRefusal : Refusal => Assert.IsType<TRefusal>(outcome.Refusal);

    public static TRefusal Refused<TRefusal, T>(Outcome<T> outcome) where TRefusal : Refusal => Assert.IsType<TRefusal>(outcome.Refusal);
}
