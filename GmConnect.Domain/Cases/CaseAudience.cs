namespace GmConnect.Domain.Cases;

/// <summary>Who reads a note or a document of a case, from the fewest on.</summary>
public enum CaseAudience
{
    /// <summary>Workers of the writer's agency in the care team.</summary>
    Agency,

    /// <summary>Everybody in the care team.</summary>
    CareTeam,

    /// <summary>The care team, the person and those who act for them.</summary>
    Family
}
