using GmConnect.Domain.Assessments;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Referrals;

namespace GmConnect.Domain.Cases;

public enum WorkKind
{
    /// <summary>A referral that the worker took: answer it.</summary>
    AnswerReferral,

    /// <summary>A referral of the agency whose time is used up, for its managers.</summary>
    EscalatedReferral,

    /// <summary>An action of the plan that is the worker's, or their agency's and nobody's there.</summary>
    PlanAction,

    /// <summary>An action of somebody else in a case that the worker leads, late for days.</summary>
    EscalatedAction,

    /// <summary>The lead goes through the plan with the person again.</summary>
    ReviewPlan,

    /// <summary>The lead goes through the plan with the person for the first time.</summary>
    AgreePlan,

    /// <summary>Somebody wants to close a case, and the worker must agree.</summary>
    AnswerClosing,

    /// <summary>A note that the worker began and did not approve.</summary>
    ApproveNote,

    /// <summary>An assessment that the worker began and that is not finished.</summary>
    FinishAssessment,

    /// <summary>An assessment that a colleague wants to finish, and the worker must agree.</summary>
    ApproveAssessment,

    /// <summary>The permission ends: the lead asks the family whether it should go on.</summary>
    PermissionEnds,

    /// <summary>Nobody recorded the injection of today by noon: who gives it, and the hospital that sent them home, ring the same day.</summary>
    MissedDose
}

/// <summary>How near a task is to its time. It is all the reminding there is: a mark that changes three times and then stays.</summary>
public enum WorkUrgency
{
    Late,
    Today,
    Soon,
    Later,

    /// <summary>No day is set.</summary>
    SomeDay
}

/// <summary>Something that one worker has to do, made from what stands and never stored.</summary>
/// <param name="DueAt">When it breaches; nothing: no day is set.</param>
/// <param name="What">Of an action, what is to be done; of a referral its reference, of an assessment its form.</param>
public sealed record WorkTask(
    WorkKind Kind, string Name, Guid? CaseId, Guid? ReferralId, Guid ItemId, string? What, DateTime? DueAt, WorkUrgency Urgency)
{
    /// <summary>Of what was escalated, who should have done it.</summary>
    public string? Whose { get; init; }

    /// <summary>Something else must be done first.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>The stay in hospital that it is about.</summary>
    public Guid? StayId { get; init; }
}

/// <summary>The rules by which work is due; docs/case-work.md.</summary>
public static class WorkRules
{
    /// <summary>A plan is agreed within so many days of the case.</summary>
    public const int AgreeWithinDays = 28;

    /// <summary>A note is approved on the working day after it was written.</summary>
    public const int ApproveWithinWorkingDays = 1;

    public const int AnswerClosingWithinWorkingDays = 2;

    /// <summary>An action so many working days late is shown to who leads the case.</summary>
    public const int EscalateAfterWorkingDays = 2;

    /// <summary>How long before it ends a permission is somebody's task.</summary>
    public const int PermissionEndsWithinDays = 30;

    public static WorkUrgency UrgencyOf(DateTime? due, DateTime now)
    {
        if (due is not { } at)
        {
            return WorkUrgency.SomeDay;
        }

        var today = LondonTime.DayOf(now);

        return at <= now ? WorkUrgency.Late
            : at <= LondonTime.EndOf(today) ? WorkUrgency.Today
            : at <= WorkingDays.EndOfDayAfter(today, 1) ? WorkUrgency.Soon
            : WorkUrgency.Later;
    }

    /// <summary>What breaches first comes first; of two at one time the one with less slack by its kind; undated last.</summary>
    public static IReadOnlyList<WorkTask> InOrder(IEnumerable<WorkTask> tasks) =>
        [.. tasks.OrderBy(t => t.DueAt is null).ThenBy(t => t.DueAt).ThenBy(t => t.Kind).ThenBy(t => t.ItemId)];

    /// <param name="agencyId">The worker's.</param>
    /// <param name="leads">They lead a case of the person.</param>
    public static IEnumerable<WorkTask> OfPlan(CarePlan plan, string name, Guid caseId, Guid agencyId, Guid accountId, bool leads, DateTime openedAt, DateTime now)
    {
        foreach (var action in plan.Actions.Where(a => a.IsOpen))
        {
            DateTime? due = action.Due is { } day ? LondonTime.EndOf(day) : null;
            if (action.OwnerAccountId == accountId || (action.OwnerAgencyId == agencyId && action.OwnerAccountId is null))
            {
                yield return new(WorkKind.PlanAction, name, caseId, null, action.Id, action.What, due, UrgencyOf(due, now)) { IsBlocked = plan.IsBlocked(action) };
            }
            else if (leads && action.Due is { } late && WorkingDays.EndOfDayAfter(late, EscalateAfterWorkingDays) <= now)
            {
                yield return new(WorkKind.EscalatedAction, name, caseId, null, action.Id, action.What, due, UrgencyOf(due, now));
            }
        }

        if (leads)
        {
            var due = plan.LastReview is { } last ? LondonTime.EndOf(last.NextOn) : LondonTime.EndOf(LondonTime.DayOf(openedAt).AddDays(AgreeWithinDays));
            yield return new(plan.LastReview is null ? WorkKind.AgreePlan : WorkKind.ReviewPlan, name, caseId, null, plan.Id, null, due, UrgencyOf(due, now));
        }
    }

    public static IEnumerable<WorkTask> OfCase(CaseFile file, string name, Guid accountId, DateTime? permittedUntil, DateTime now)
    {
        if (file.PendingApprovals.FirstOrDefault(a => a.AskedOf == accountId) is { } asked)
        {
            var due = WorkingDays.EndOfDayAfter(LondonTime.DayOf(asked.AskedAt), AnswerClosingWithinWorkingDays);
            yield return new(WorkKind.AnswerClosing, name, file.Id, null, file.Id, null, due, UrgencyOf(due, now));
        }

        if (file.LeadAccountId == accountId && permittedUntil is { } until && until <= now.AddDays(PermissionEndsWithinDays))
        {
            yield return new(WorkKind.PermissionEnds, name, file.Id, null, file.Id, null, until, UrgencyOf(until, now));
        }
    }

    /// <param name="agencyId">The worker's: whoever gives the injections, or the hospital.</param>
    public static IEnumerable<WorkTask> OfStay(HospitalStay stay, CarePlan? plan, string name, Guid caseId, Guid agencyId, DateTime now)
    {
        var theirs = stay.AgencyId == agencyId || plan?.ActionsOf(stay.Id).Any(a => a.Task == LeavingTasks.NurseInjections && a.OwnerAgencyId == agencyId) is true;
        if (theirs && stay.MissedDose(now) is { } day)
        {
            var due = LondonTime.At(day, HospitalStay.DoseBy);
            yield return new(WorkKind.MissedDose, name, caseId, null, stay.Id, null, due, UrgencyOf(due, now)) { StayId = stay.Id };
        }
    }

    public static WorkTask OfDraft(CaseNote note, string name, DateTime now)
    {
        var due = WorkingDays.EndOfDayAfter(LondonTime.DayOf(note.At), ApproveWithinWorkingDays);

        return new(WorkKind.ApproveNote, name, note.CaseFileId, null, note.Id, null, due, UrgencyOf(due, now));
    }

    /// <summary>What waits for others is theirs, and not its writer's.</summary>
    public static IEnumerable<WorkTask> OfAssessment(Assessment assessment, string name, Guid accountId, DateTime now)
    {
        if (assessment.Status is AssessmentStatus.Draft && assessment.StartedBy == accountId)
        {
            var due = LondonTime.EndOf(LondonTime.DayOf(assessment.StartedAt).AddDays(assessment.Form.WithinDays));
            yield return new(WorkKind.FinishAssessment, name, assessment.CaseFileId, null, assessment.Id, assessment.Form.Title, due, UrgencyOf(due, now));
        }

        if (assessment.PendingApprovals.FirstOrDefault(a => a.AskedOf == accountId) is { } asked)
        {
            var due = WorkingDays.EndOfDayAfter(LondonTime.DayOf(asked.AskedAt), AnswerClosingWithinWorkingDays);
            yield return new(WorkKind.ApproveAssessment, name, assessment.CaseFileId, null, assessment.Id, assessment.Form.Title, due, UrgencyOf(due, now));
        }
    }

    public static WorkTask OfReferral(Referral referral, string name, bool escalated, DateTime now) => new(
        escalated ? WorkKind.EscalatedReferral : WorkKind.AnswerReferral, name, null, referral.Id, referral.Id, referral.Reference, referral.DueAt,
        UrgencyOf(referral.DueAt, now));
}
