namespace GmConnect.Domain.Referrals;

/// <summary>How soon somebody must act; the first is the most urgent.</summary>
public enum TriageLevel
{
    P1,
    P2,
    P3,
    P4
}
