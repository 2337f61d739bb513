namespace GmConnect.Domain.Cases;

public enum CaseStatus
{
    Open,

    /// <summary>Somebody asked to close it, and those whom the agency wants to agree have not all answered.</summary>
    ClosingAsked,

    Closed
}

/// <summary>Why a case ended; the family reads it.</summary>
public enum CaseClosedBecause
{
    GoalsReached,
    NoLongerWanted,
    PassedOn,
    MovedAway,
    CannotBeReached,
    Died,
    OpenedByMistake,

    /// <summary>The agency is no more: nobody chooses this on a form.</summary>
    AgencyClosed
}

public static class CaseStatuses
{
    public static bool CanBecome(this CaseStatus from, CaseStatus to) => (from, to) switch
    {
        (CaseStatus.Open, CaseStatus.ClosingAsked or CaseStatus.Closed) => true,
        // Sent back or taken back; agreed.
        (CaseStatus.ClosingAsked, CaseStatus.Open or CaseStatus.Closed) => true,
        // They came back.
        (CaseStatus.Closed, CaseStatus.Open) => true,
        _ => false
    };

    /// <summary>Whether work goes on in it.</summary>
    public static bool IsLive(this CaseStatus status) => status is not CaseStatus.Closed;
}
