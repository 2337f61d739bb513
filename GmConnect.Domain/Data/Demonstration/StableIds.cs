using System.Runtime.CompilerServices;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>
/// What an aggregate makes inside itself gets a new id there, as it must. The demonstration needs the same id each time,
/// so it is given before the row is saved, together with whatever already points to it.
/// </summary>
internal static class StableIds
{
    public static StoryAnswer Give(this StoryAnswer answer, Guid id, Story story)
    {
        var was = answer.Id;
        IdOf(answer) = id;
        foreach (var replaced in story.Answers.Where(a => a.ReplacedBy == was))
        {
            replaced.ReplacedBy = id;
        }

        return answer;
    }

    public static void Give(this ConfirmedPart part, Guid id) => IdOf(part) = id;

    public static CareTeamMember Give(this CareTeamMember member, Guid id)
    {
        IdOf(member) = id;

        return member;
    }

    /// <summary>To the goal just added, and to the change that says so.</summary>
    public static PlanGoal Give(this PlanGoal goal, Guid id, CarePlan plan, Guid changeId)
    {
        IdOf(goal) = id;
        ItemOf(plan.Changes[^1]) = id;
        IdOf(plan.Changes[^1]) = changeId;

        return goal;
    }

    public static PlanAction Give(this PlanAction action, Guid id, CarePlan plan, Guid changeId)
    {
        IdOf(action) = id;
        ItemOf(plan.Changes[^1]) = id;
        IdOf(plan.Changes[^1]) = changeId;

        return action;
    }

    public static PlanStatement Give(this PlanStatement statement, Guid id, CarePlan plan, Guid changeId)
    {
        IdOf(statement) = id;
        ItemOf(plan.Changes[^1]) = id;
        IdOf(plan.Changes[^1]) = changeId;

        return statement;
    }

    public static void Give(this PlanReview review, Guid id) => IdOf(review) = id;

    public static void Give(this PlanComment comment, Guid id) => IdOf(comment) = id;

    public static void Give(this PlanChange change, Guid id) => IdOf(change) = id;

    public static void Give(this ReferralTriage triage, Guid id) => IdOf(triage) = id;

    public static void Give(this ReferralQuestion question, Guid id) => IdOf(question) = id;

    public static void Give(this ReferralPause pause, Guid id) => IdOf(pause) = id;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(ReferralTriage row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(ReferralQuestion row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(ReferralPause row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(StoryAnswer row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(ConfirmedPart row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(CareTeamMember row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(PlanGoal row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(PlanAction row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(PlanStatement row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(PlanReview row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(PlanComment row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(PlanChange row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ItemId>k__BackingField")]
    private static extern ref Guid ItemOf(PlanChange row);
}
