using GmConnect.Domain.Common;

namespace GmConnect.Tests.TestSupport;

/// <summary>What a use case answered, asserted: <c>Answer.Is&lt;NotFound&gt;(outcome)</c>, <c>Answer.Of(outcome).Parts</c>.</summary>
public static class Answer
{
    public static void IsDone(Outcome outcome) => Assert.True(outcome.Succeeded, $"refused: {outcome.Refusal}");

    /// <summary>What was handed over; fails with the refusal.</summary>
    public static T Of<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Succeeded, $"refused: {outcome.Refusal}");

        return outcome.Value;
    }

    public static TRefusal Is<TRefusal>(Outcome outcome) where TRefusal : Refusal => Assert.IsType<TRefusal>(outcome.Refusal);

    public static TRefusal Is<TRefusal, T>(Outcome<T> outcome) where TRefusal : Refusal => Assert.IsType<TRefusal>(outcome.Refusal);
}
