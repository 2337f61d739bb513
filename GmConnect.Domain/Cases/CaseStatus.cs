namespace GmConnect.Domain.Cases;

public enum CaseStatus
{
    Open,
    Closed
}
