using GmConnect.Domain.Common;

namespace GmConnect.Domain.Cases;

/// <summary>How somebody wants to close a case.</summary>
/// <param name="Words">What was reached and what goes on; the family reads it.</param>
/// <param name="OpenWork">How much was listed as open when it was decided.</param>
/// <param name="LeavesOpenWork">They were shown the open work and close it all the same.</param>
/// <param name="Approvers">Those who must agree, where the agency wants somebody to.</param>
public sealed record CaseClosing(
    CaseClosedBecause Because, string? Words, int OpenWork, bool LeavesOpenWork, IReadOnlyCollection<Guid> Approvers);

/// <content>How a case ends, and begins again.</content>
public sealed partial class CaseFile
{
    public const int ClosingWordsMaxLength = 2_000;

    /// <summary>The closing that is asked for or was done last.</summary>
    public CaseTurn? Closing => _turns.Where(t => t.Kind is CaseTurnKind.ClosingAsked or CaseTurnKind.Closed).MaxBy(t => t.At);

    public IEnumerable<CaseApproval> PendingApprovals => _approvals.Where(a => a.SettledAt is null);

    /// <summary>Closes it, or asks those who must agree. Refuses without words, with open work that was not looked at, and with too few to agree.</summary>
    /// <param name="approversNeeded">How many the agency wants to agree; none: it closes at once.</param>
    public Outcome Close(CaseClosing typed, int approversNeeded, Stamp stamp)
    {
        var words = PlainText.Clean(typed.Words);
        if (Status is not CaseStatus.Open)
        {
            return Status is CaseStatus.Closed ? new CaseIsClosed() : new CaseClosingAsked();
        }

        if (words.Length is 0 or > ClosingWordsMaxLength)
        {
            return new CaseClosingNeedsWords(words.Length, ClosingWordsMaxLength);
        }

        if (typed.OpenWork > 0 && !typed.LeavesOpenWork)
        {
            return new CaseHasOpenWork(typed.OpenWork);
        }

        var approvers = typed.Approvers.Where(a => a != stamp.By).Distinct().ToList();
        if (approvers.Count < approversNeeded)
        {
            return new CaseClosingNeedsApprovers(approversNeeded);
        }

        if (approversNeeded == 0)
        {
            End(typed.Because, words, stamp);

            return Outcome.Done;
        }

        Status = CaseStatus.ClosingAsked;
        Turn(CaseTurnKind.ClosingAsked, stamp, because: typed.Because, words: words);
        foreach (var approver in approvers)
        {
            _approvals.Add(new CaseApproval { CaseFileId = Id, AskedOf = approver, AskedAt = stamp.At });
        }

        return Outcome.Done;
    }

    /// <summary>One of those asked agrees, or sends it back with a reason. The last to agree closes it.</summary>
    public Outcome AnswerClosing(bool agrees, string? reason, Stamp stamp)
    {
        var words = PlainText.Clean(reason);
        if (PendingApprovals.SingleOrDefault(a => a.AskedOf == stamp.By) is not { } approval)
        {
            return new NotAskedToAgree();
        }

        if (words.Length > ClosingWordsMaxLength || (!agrees && words.Length == 0))
        {
            return new SendingBackNeedsReason(words.Length, ClosingWordsMaxLength);
        }

        (approval.Agreed, approval.SettledAt) = (agrees, stamp.At);
        Turn(agrees ? CaseTurnKind.ClosingAgreed : CaseTurnKind.ClosingSentBack, stamp, words: words.Length == 0 ? null : words);
        if (!agrees)
        {
            GoOn(stamp);
        }
        else if (!PendingApprovals.Any())
        {
            var asked = Closing!;
            End(asked.Because!.Value, asked.Words!, stamp);
        }

        return Outcome.Done;
    }

    /// <summary>Who asked to close it, or who leads it, goes on with it.</summary>
    public Outcome TakeClosingBack(Stamp stamp)
    {
        if (Status is not CaseStatus.ClosingAsked)
        {
            return new CaseClosingNotAsked();
        }

        Turn(CaseTurnKind.ClosingTakenBack, stamp);
        GoOn(stamp);

        return Outcome.Done;
    }

    /// <summary>They came back: whoever answers the new referral leads.</summary>
    public Outcome Reopen(string? role, Stamp stamp)
    {
        var words = PlainText.Clean(role);
        if (!Status.CanBecome(CaseStatus.Open) || Status is CaseStatus.ClosingAsked)
        {
            return new CaseIsOpen();
        }

        if (words.Length is 0 or > CareTeamMember.RoleMaxLength)
        {
            return new CareTeamRoleNeeded(words.Length, CareTeamMember.RoleMaxLength);
        }

        (Status, LeadAccountId) = (CaseStatus.Open, stamp.By);
        Join(stamp.By, AgencyId, words, stamp);
        Turn(CaseTurnKind.Reopened, stamp);

        return Outcome.Done;
    }

    /// <summary>
    /// Its agency is no more. Whoever of another agency has been in the team longest leads from now on, so that nobody's help ends with
    /// it; with nobody else there the case is closed.
    /// </summary>
    /// <param name="words">Of the agency that closed; the family reads them.</param>
    internal void OutliveItsAgency(string words, Stamp stamp)
    {
        if (Status is CaseStatus.ClosingAsked)
        {
            TakeClosingBack(stamp);
        }

        if (_careTeam.Where(m => m.AgencyId != AgencyId && m.IsOn(stamp.At)).OrderBy(m => m.From).ThenBy(m => m.Id).FirstOrDefault() is not { } next)
        {
            End(CaseClosedBecause.AgencyClosed, words, stamp);

            return;
        }

        EndMembershipsOf(AgencyId, stamp);
        (AgencyId, LeadAccountId) = (next.AgencyId, next.AccountId);
        Turn(CaseTurnKind.PassedOn, stamp, to: next.AccountId, words: words);
    }

    private void End(CaseClosedBecause because, string words, Stamp stamp)
    {
        Status = CaseStatus.Closed;
        Turn(CaseTurnKind.Closed, stamp, because: because, words: words);
        End(_careTeam, stamp);
    }

    private void GoOn(Stamp stamp)
    {
        Status = CaseStatus.Open;
        foreach (var other in PendingApprovals.ToList())
        {
            other.SettledAt = stamp.At;
        }
    }
}
