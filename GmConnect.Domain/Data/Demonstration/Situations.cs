using Bogus;

namespace GmConnect.Domain.Data.Demonstration;

internal static class Situations
{
    public static readonly IReadOnlyList<Situation> All =
        [.. SituationsAfterHospital.All, .. SituationsAtHome.All, .. SituationsOfFamilies.All];

    public static Situation Named(string handle) => All.Single(s => s.Handle == handle);

    /// <summary>One that can befall somebody of this age in years.</summary>
    public static Situation For(int age, Randomizer chance)
    {
        // Which one it is depends on age alone; only a protected person has left harm.
        var fitting = All.Where(s => s.Fits(age) && s.Handle != "leaving-harm").ToList();

        return fitting[chance.Number(fitting.Count - 1)];
    }
}
