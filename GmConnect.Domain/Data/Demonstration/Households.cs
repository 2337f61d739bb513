using Bogus;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Common;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>Draws who lives where, how old they are, and who in the family signs in.</summary>
internal sealed class Households(Seeded seeded, SeedingDay day, Names names)
{
    private static readonly string[] _relationships = ["daughter", "son", "wife", "husband", "sister", "brother", "niece", "friend"];

    private static readonly string[] _witnesses =
    [
        "a ward manager", "a practice nurse", "a social worker", "a district nurse", "a carers' adviser", "a housing officer"
    ];

    /// <param name="tells">Whether somebody of the family signs in; of those who do, two in five are a delegate.</param>
    /// <param name="lives">In which borough; nothing: in any.</param>
    public Household Draw(int number, bool tells, string? lives = null)
    {
        var chance = seeded.Chance($"household {number}");
        var any = chance.CollectionItem([.. Places.Boroughs]);
        var borough = Places.Boroughs.SingleOrDefault(b => b.Name == lives) ?? any;
        var name = names.Draw(chance, borough.Name);
        var home = Homes.Draw(borough, chance);
        var resident = new Resident
        {
            Id = ResidentId(number),
            GivenName = name.Given,
            FamilyName = name.Family,
            BirthDate = day.Ago(DrawDaysOfLife(chance)),
            // Some are not traced yet.
            NhsNumber = chance.Bool(0.94f) ? TestNhsNumbers.Of(number) : null,
            AddressLine = home.AddressLine,
            Town = home.Town,
            Postcode = home.Postcode,
            Borough = home.Borough,
            Phone = chance.Bool(0.85f) ? home.Phone : null,
            PlaceWasAsked = true
        };
        var isProtected = chance.Bool(0.01f);
        var household = !tells ? new Household(number, resident, name.Sex, name.Community, null, null)
            : chance.Bool(0.4f) || IsAChild(resident) ? WithDelegate(number, resident, name, chance)
            : new Household(number, resident, name.Sex, name.Community, OwnAccount(number, resident), null);

        return isProtected ? household with { Protection = Protect(number, resident) } : household;
    }

    public Guid ResidentId(int number) => seeded.Id($"resident {number}", number + 1);

    /// <summary>Recorded when somebody asked, long before the family told its story.</summary>
    private PlaceProtected Protect(int number, Resident resident) => new()
    {
        Id = seeded.Id($"protection of {number}", number + 1),
        ResidentId = resident.Id,
        From = day.At(500, 11),
        RecordedBy = seeded.Id(NamedPeople.GuardianHandle),
        Why = "Somebody this person knows would come."
    };

    private bool IsAChild(Resident resident) => resident.BirthDate.AddYears(16) > day.Today;

    private Account OwnAccount(int number, Resident resident) => new()
    {
        Id = seeded.Id($"account of {number}", number + 1),
        Handle = Account.FamilyHandle(number),
        DisplayName = resident.FullName,
        Role = Role.Resident,
        ResidentId = resident.Id
    };

    private Household WithDelegate(int number, Resident resident, PersonName name, Randomizer chance)
    {
        var account = new Account
        {
            Id = seeded.Id($"account of {number}", number + 1),
            Handle = Account.FamilyHandle(number),
            DisplayName = names.Relative(name, chance).Full,
            Role = Role.Delegate
        };
        var witness = $"{names.Draw(chance, resident.Borough).Full}, {chance.ArrayElement(_witnesses)}";

        return new Household(number, resident, name.Sex, name.Community, account, new Delegation
        {
            Id = seeded.Id($"delegation of {number}", number + 1),
            ResidentId = resident.Id,
            DelegateId = account.Id,
            Relationship = IsAChild(resident) ? "parent" : chance.ArrayElement(_relationships),
            Kind = IsAChild(resident) ? DelegationKind.Parent : DelegationKind.ByResident,
            Scope = DelegationScope.Manage,
            WitnessedBy = witness,
            From = day.At(400, 9),
            Until = LondonTime.EndOf(day.Ago(-365))
        });
    }

    /// <summary>Mostly people in later life, since they are whom the agencies meet; some children and younger adults.</summary>
    private static int DrawDaysOfLife(Randomizer chance) => chance.Number(99) switch
    {
        < 8 => chance.Number(400, 16 * 365),
        < 35 => chance.Number(19 * 365, 55 * 365),
        _ => chance.Number(55 * 365, 96 * 365)
    };
}
