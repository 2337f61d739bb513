using System.Globalization;
using Bogus;

namespace GmConnect.Domain.Data.Demonstration;

internal sealed record Home(string AddressLine, string Town, string Postcode, string Borough, string Phone);

/// <summary>
/// Addresses in real towns and outward postcodes on streets that do not exist, and telephone numbers that Ofcom keeps for
/// drama. Source: Ofcom, telephone numbers for use in TV and radio drama programmes.
/// </summary>
internal static class Homes
{
    /// <summary>Letters that the inward half of a postcode uses.</summary>
    private const string InwardLetters = "ABDEFGHJLNPQRSTUWXYZ";

    private static readonly string[] _first =
    [
        "Lark", "Fern", "Bobbin", "Tanner", "Shuttle", "Mallow", "Thistle", "Heron", "Linnet", "Carder", "Weir", "Plover", "Bracken",
        "Spindle", "Cotton", "Tenter", "Hazel", "Curlew", "Dyer", "Foxglove", "Reed", "Sluice", "Teasel", "Wren"
    ];

    private static readonly string[] _second =
    [
        "hollow", "shaw", "thorpe", "croft", "royd", "fold", "mere", "garth", "stead", "bank", "holt", "rigg"
    ];

    private static readonly string[] _kind = ["Street", "Road", "Avenue", "Close", "Lane", "Drive", "Grove", "Walk"];

    public static Home Draw(Borough borough, Randomizer chance)
    {
        var town = chance.ArrayElement(borough.Towns);
        var street = $"{chance.ArrayElement(_first)}{chance.ArrayElement(_second)} {chance.ArrayElement(_kind)}";
        var number = chance.Number(1, 180);
        var line = chance.Bool(0.2f) ? $"Flat {chance.Number(1, 24)}, {number} {street}" : $"{number} {street}";

        return new Home(line, town.Name, $"{chance.ArrayElement(town.Outward)} {Inward(chance)}", borough.Name, Phone(chance));
    }

    private static string Inward(Randomizer chance) =>
        $"{chance.Number(0, 9)}{Letter(chance)}{Letter(chance)}";

    private static char Letter(Randomizer chance) => InwardLetters[chance.Number(InwardLetters.Length - 1)];

    private static string Phone(Randomizer chance)
    {
        var last = chance.Number(0, 999).ToString("000", CultureInfo.InvariantCulture);

        return chance.Number(9) switch
        {
            < 5 => $"07700 900{last}",
            < 8 => $"0161 496 0{last}",
            _ => $"01632 960{last}"
        };
    }
}
