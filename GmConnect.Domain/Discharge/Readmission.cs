namespace GmConnect.Domain.Discharge;

/// <summary>Whether somebody came back to hospital within thirty days of leaving it (standards 4.3).</summary>
public static class Readmission
{
    public const int Days = 30;

    /// <summary>The day of leaving is day 0; a return that was planned when they left is none.</summary>
    /// <param name="left">The London day.</param>
    /// <param name="cameBack">The London day.</param>
    public static bool Is(DateOnly left, DateOnly cameBack, bool wasPlanned) =>
        !wasPlanned && cameBack >= left && cameBack.DayNumber - left.DayNumber <= Days;
}
