namespace GmConnect.Domain.Discharge;

public enum StayStatus
{
    InHospital,
    Left,
    Died
}

public static class StayStatuses
{
    /// <summary>Who left can be there again, because the discharge was cancelled; a death is the end.</summary>
    public static bool CanBecome(this StayStatus from, StayStatus to) => (from, to) switch
    {
        (StayStatus.InHospital, StayStatus.Left or StayStatus.Died) => true,
        (StayStatus.Left, StayStatus.InHospital) => true,
        _ => false
    };
}

/// <summary>The pathways of discharge to assess (statutory guidance, standards 4.1).</summary>
public enum Pathway
{
    /// <summary>Home with no new or additional help.</summary>
    P0,

    /// <summary>Home with new or additional help.</summary>
    P1,

    /// <summary>A community bed, for recovery.</summary>
    P2,

    /// <summary>A care home, probably for good.</summary>
    P3
}
