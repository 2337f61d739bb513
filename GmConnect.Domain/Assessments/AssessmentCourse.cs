using GmConnect.Domain.Common;

namespace GmConnect.Domain.Assessments;

/// <content>How an assessment ends.</content>
public sealed partial class Assessment
{
    public IEnumerable<AssessmentApproval> PendingApprovals => _approvals.Where(a => a.SettledAt is null);

    /// <summary>Who gave the last answer that finished it; nobody while it is not.</summary>
    public Guid? FinishedBy => _turns.SingleOrDefault(t => t.Kind is AssessmentTurnKind.Finished)?.By;

    /// <summary>The latest request to agree.</summary>
    public AssessmentTurn? Asked => _turns.Where(t => t.Kind is AssessmentTurnKind.ApprovalAsked).MaxBy(t => t.At);

    /// <summary>
    /// Finishes it, or asks those who must agree. Refuses while two answers stand, while something filled in was not looked at, without an
    /// answer that is needed, and with too few to agree: nobody agrees to what they began or finished themselves.
    /// </summary>
    /// <param name="approversNeeded">How many the agency wants to agree; none: it is finished at once.</param>
    public Outcome Finish(IReadOnlyCollection<Guid> approvers, int approversNeeded, Stamp stamp)
    {
        if (Status is not AssessmentStatus.Draft)
        {
            return new AssessmentIsNoDraft();
        }

        if (Fault(Progress()) is { } fault)
        {
            return fault;
        }

        var others = approvers.Where(a => a != stamp.By && a != StartedBy).Distinct().ToList();
        if (others.Count < approversNeeded)
        {
            return new AssessmentNeedsApprovers(approversNeeded);
        }

        if (approversNeeded == 0)
        {
            End(stamp);

            return Outcome.Done;
        }

        Status = AssessmentStatus.AwaitsApproval;
        Turn(AssessmentTurnKind.ApprovalAsked, stamp);
        _approvals.AddRange(others.Select(a => new AssessmentApproval { AssessmentId = Id, AskedOf = a, AskedAt = stamp.At }));

        return Outcome.Done;
    }

    /// <summary>One of those asked agrees, or sends it back with a reason. The last to agree finishes it.</summary>
    public Outcome Answer(bool agrees, string? reason, Stamp stamp)
    {
        var words = PlainText.Clean(reason);
        if (PendingApprovals.SingleOrDefault(a => a.AskedOf == stamp.By) is not { } approval)
        {
            return new NotAskedToApprove();
        }

        if (words.Length > ReasonMaxLength || (!agrees && words.Length == 0))
        {
            return new AssessmentNeedsReason(words.Length, ReasonMaxLength);
        }

        (approval.Agreed, approval.SettledAt) = (agrees, stamp.At);
        Turn(agrees ? AssessmentTurnKind.Agreed : AssessmentTurnKind.SentBack, stamp, words.Length == 0 ? null : words);
        if (!agrees)
        {
            GoOn(stamp);
        }
        else if (!PendingApprovals.Any())
        {
            End(stamp);
        }

        return Outcome.Done;
    }

    public Outcome TakeBack(Stamp stamp)
    {
        if (Status is not AssessmentStatus.AwaitsApproval)
        {
            return new AssessmentApprovalNotAsked();
        }

        Turn(AssessmentTurnKind.TakenBack, stamp);
        GoOn(stamp);

        return Outcome.Done;
    }

    /// <summary>It is not gone on with. Its answers stay with its agency.</summary>
    public Outcome Abandon(string? reason, Stamp stamp)
    {
        var words = PlainText.Clean(reason);
        if (Status is not AssessmentStatus.Draft)
        {
            return new AssessmentIsNoDraft();
        }

        if (words.Length is 0 or > ReasonMaxLength)
        {
            return new AssessmentNeedsReason(words.Length, ReasonMaxLength);
        }

        Status = AssessmentStatus.Abandoned;
        Turn(AssessmentTurnKind.Abandoned, stamp, words);

        return Outcome.Done;
    }

    private static Refusal? Fault(AssessmentProgress progress) =>
        progress.Twice > 0 ? new AssessmentWrittenTwice(progress.Twice)
        : progress.ToLookAt > 0 ? new AssessmentNotLookedAt(progress.ToLookAt)
        : progress.Missing > 0 ? new AssessmentNeedsAnswers(progress.Missing)
        : null;

    private void End(Stamp stamp)
    {
        (Status, FinishedAt) = (AssessmentStatus.Finished, stamp.At);
        Turn(AssessmentTurnKind.Finished, stamp);
    }

    private void GoOn(Stamp stamp)
    {
        Status = AssessmentStatus.Draft;
        foreach (var other in PendingApprovals.ToList())
        {
            other.SettledAt = stamp.At;
        }
    }
}
