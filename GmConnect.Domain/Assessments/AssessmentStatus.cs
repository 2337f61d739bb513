namespace GmConnect.Domain.Assessments;

public enum AssessmentStatus
{
    Draft,

    /// <summary>Those whom the agency wants to agree have not all answered.</summary>
    AwaitsApproval,

    /// <summary>Its answers stay as they are; a later assessment begins from them.</summary>
    Finished,

    /// <summary>It is not gone on with, and says why.</summary>
    Abandoned
}

public static class AssessmentStatuses
{
    public static bool CanBecome(this AssessmentStatus from, AssessmentStatus to) => (from, to) switch
    {
        (AssessmentStatus.Draft, AssessmentStatus.AwaitsApproval or AssessmentStatus.Finished or AssessmentStatus.Abandoned) => true,
        // Sent back or taken back; agreed.
        (AssessmentStatus.AwaitsApproval, AssessmentStatus.Draft or AssessmentStatus.Finished) => true,
        _ => false
    };

    public static bool IsOpen(this AssessmentStatus status) => status is AssessmentStatus.Draft or AssessmentStatus.AwaitsApproval;
}
