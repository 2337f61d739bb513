using System.Runtime.CompilerServices;
using GmConnect.Domain.Assessments;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Discharge;
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

    /// <summary>Before anything hangs on it.</summary>
    public static HospitalStay Give(this HospitalStay stay, Guid id)
    {
        IdOf(stay) = id;

        return stay;
    }

    /// <summary>Before anything hangs on it.</summary>
    public static Assessment Give(this Assessment assessment, Guid id)
    {
        IdOf(assessment) = id;

        return assessment;
    }

    /// <summary>To everything that hangs on the assessment, in the order in which it was said.</summary>
    public static void GiveAll(this Assessment assessment, Func<string, Guid> id)
    {
        foreach (var (row, at) in assessment.Answers.Select((row, at) => (row, at)))
        {
            IdOf(row) = id($"answer {at}");
        }

        foreach (var (row, at) in assessment.Turns.Select((row, at) => (row, at)))
        {
            IdOf(row) = id($"turn {at}");
        }
    }

    /// <summary>To everything that hangs on the stay and has none yet, in the order in which it was said.</summary>
    public static void GiveAll(this HospitalStay stay, Func<string, Guid> id)
    {
        foreach (var (row, at) in stay.ExpectedDates.Select((row, at) => (row, at)))
        {
            IdOf(row) = id($"expected {at}");
        }

        foreach (var (row, at) in stay.Reviews.Select((row, at) => (row, at)))
        {
            IdOf(row) = id($"criteria {at}");
        }

        foreach (var (row, at) in stay.Pathways.Select((row, at) => (row, at)))
        {
            IdOf(row) = id($"pathway {at}");
        }

        foreach (var (row, at) in stay.Blockers.Select((row, at) => (row, at)))
        {
            IdOf(row) = id($"blocker {at}");
        }

        foreach (var (row, at) in stay.CarersTold.Select((row, at) => (row, at)))
        {
            IdOf(row) = id($"carer {at}");
        }

        foreach (var (row, at) in stay.Doses.Select((row, at) => (row, at)))
        {
            IdOf(row) = id($"dose {at}");
        }
    }

    /// <summary>To the actions that follow a stay, and to what points to them.</summary>
    public static void GiveLeaving(this CarePlan plan, Func<string, Guid> id)
    {
        foreach (var action in plan.Actions.Where(a => a.Task is not null).ToList())
        {
            var (was, now) = (action.Id, id($"task {action.Task}"));
            IdOf(action) = now;
            foreach (var waiting in plan.Actions.Where(a => a.BlockedBy == was))
            {
                waiting.BlockedBy = now;
            }

            foreach (var change in plan.Changes.Where(c => c.ItemId == was))
            {
                ItemOf(change) = now;
            }
        }

        foreach (var (change, at) in plan.Changes.Select((change, at) => (change, at)))
        {
            IdOf(change) = id($"change {at}");
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(HospitalStay row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(ExpectedDate row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(CriteriaReview row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(PathwayDecision row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(Blocker row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(CarerTold row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(DoseGiven row);

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

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(Assessment row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(AssessmentAnswer row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(AssessmentTurn row);
}
