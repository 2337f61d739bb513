namespace GmConnect.Domain.Data.Demonstration;

/// <summary>The section <c>Demonstration</c> of the settings.</summary>
public sealed class DemonstrationOptions
{
    public const int FewestResidents = 3;

    /// <summary>As many as there are test NHS numbers to give them.</summary>
    public const int MostResidents = 400_000;

    public int Residents { get; set; } = 500;

    public int Seed { get; set; } = 2016;

    /// <summary>Where the simulated partners answer; without a slash at the end. It is no part of the same world.</summary>
    public string PartnersAddress { get; set; } = "http://127.0.0.1:5080";
}

/// <summary>How far the seeding is.</summary>
public sealed record SeedProgress(int Residents, int OfResidents);
