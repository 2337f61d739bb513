namespace GmConnect.Domain.Agreements;

public enum AgreementStatus
{
    /// <summary>Not every party has signed the first version.</summary>
    Draft,

    Signed,
    Suspended,
    Ended
}

public static class AgreementStatuses
{
    public static bool CanBecome(this AgreementStatus from, AgreementStatus to) => (from, to) switch
    {
        (AgreementStatus.Draft, AgreementStatus.Signed) => true,
        (AgreementStatus.Signed, AgreementStatus.Suspended or AgreementStatus.Ended) => true,
        (AgreementStatus.Suspended, AgreementStatus.Signed or AgreementStatus.Ended) => true,
        _ => false
    };
}
