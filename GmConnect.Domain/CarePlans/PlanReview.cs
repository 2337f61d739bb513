using GmConnect.Domain.Common;

namespace GmConnect.Domain.CarePlans;

/// <summary>With whom a plan was gone through.</summary>
public enum AgreedWith
{
    Person,

    /// <summary>Somebody who acts for them.</summary>
    Representative
}

/// <param name="Name">Who the representative is; nothing where it was the person.</param>
/// <param name="Why">Needed where they do not agree.</param>
/// <param name="NextOn">The London day by which it is gone through again.</param>
public sealed record ReviewTyped(AgreedWith With, string? Name, bool Agreed, string? Why, DateOnly? NextOn);

/// <summary>The plan was gone through with the person or who acts for them, and when it will be again (PRSB PCSP, standards 1.3).</summary>
public sealed class PlanReview
{
    public const int NameMaxLength = 200;
    public const int WhyMaxLength = 1_000;

    /// <summary>The next one is a year away at most.</summary>
    public const int LongestMonths = 12;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PlanId { get; init; }

    public required AgreedWith With { get; init; }

    public string? Name { get; init; }

    public required bool Agreed { get; init; }

    public string? Why { get; init; }

    public required DateOnly NextOn { get; init; }

    public required DateTime At { get; init; }

    public required Guid By { get; init; }

    /// <param name="today">Today in London.</param>
    internal static Outcome<PlanReview> Of(Guid planId, ReviewTyped typed, DateOnly today, Stamp stamp)
    {
        var (name, why) = (PlainText.Clean(typed.Name), PlainText.Clean(typed.Why));
        if (typed.With is AgreedWith.Representative && name.Length is 0 or > NameMaxLength)
        {
            return new PlanAgreedWithNeeded(name.Length, NameMaxLength);
        }

        if (why.Length > WhyMaxLength || (!typed.Agreed && why.Length == 0))
        {
            return new PlanNotAgreedNeedsWhy(why.Length, WhyMaxLength);
        }

        if (typed.NextOn is not { } next || next <= today || next > today.AddMonths(LongestMonths))
        {
            return new PlanReviewDayWrong(LongestMonths);
        }

        return new PlanReview
        {
            PlanId = planId, With = typed.With, Name = typed.With is AgreedWith.Representative ? name : null, Agreed = typed.Agreed,
            Why = why.Length == 0 ? null : why, NextOn = next, At = stamp.At, By = stamp.By
        };
    }
}

/// <summary>What somebody says about the plan, or about one goal or action of it. It changes nothing, and is never changed.</summary>
public sealed class PlanComment
{
    public const int WordsMaxLength = 1_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PlanId { get; init; }

    /// <summary>Nothing: the plan as a whole.</summary>
    public Guid? ItemId { get; init; }

    public required string Words { get; init; }

    public required DateTime At { get; init; }

    public required Guid By { get; init; }
}
