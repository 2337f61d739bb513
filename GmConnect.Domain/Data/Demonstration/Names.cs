using Bogus;
using Bogus.DataSets;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>Draws invented names as they are spread over Greater Manchester.</summary>
internal sealed class Names
{
    private readonly Name _british = new("en_GB");

    public PersonName Draw(Randomizer chance, string? borough) => In(DrawCommunity(chance, borough), chance);

    /// <summary>Somebody of the same family.</summary>
    public PersonName Relative(PersonName of, Randomizer chance)
    {
        var community = Communities.All.Single(c => c.Name == of.Community);
        var drawn = In(community, chance);
        while (drawn.Given == of.Given)
        {
            drawn = In(community, chance);
        }

        return drawn with { Family = of.Family };
    }

    private PersonName In(Community community, Randomizer chance)
    {
        var sex = chance.Bool() ? Sex.Female : Sex.Male;
        if (community.Name == Communities.British)
        {
            // The data set has chance of its own, which would be the process's.
            _british.Random = chance;
            var gender = sex is Sex.Female ? Name.Gender.Female : Name.Gender.Male;

            return new PersonName(_british.FirstName(gender), _british.LastName(gender), sex, community.Name);
        }

        return new PersonName(
            chance.ArrayElement(sex is Sex.Female ? community.Women : community.Men),
            chance.ArrayElement(community.Families),
            sex,
            community.Name);
    }

    private static Community DrawCommunity(Randomizer chance, string? borough)
    {
        int Share(Community community) => community.MoreIn.Contains(borough) ? community.Share * 3 : community.Share;

        var drawn = chance.Number(1, Communities.All.Sum(Share));
        foreach (var community in Communities.All)
        {
            drawn -= Share(community);
            if (drawn <= 0)
            {
                return community;
            }
        }

        return Communities.All[0];
    }
}
