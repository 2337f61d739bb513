namespace GmConnect.Domain.Agreements;

/// <summary>How an agreement stands on a day, as people are told.</summary>
public enum AgreementState
{
    Draft,

    /// <summary>Signed by all, and its first day is still ahead.</summary>
    ToCome,

    InForce,
    Suspended,
    RanOut,
    Ended
}

public static class AgreementStates
{
    public static AgreementState StateAt(this SharingAgreement agreement, DateTime at) => agreement.Status switch
    {
        AgreementStatus.Draft => AgreementState.Draft,
        AgreementStatus.Ended => AgreementState.Ended,
        _ when agreement.Standing!.Until <= at => AgreementState.RanOut,
        AgreementStatus.Suspended => AgreementState.Suspended,
        _ when agreement.Versions.Any(v => v.Begins <= at && at < v.Until) => AgreementState.InForce,
        _ => AgreementState.ToCome
    };
}
