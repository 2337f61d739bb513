using GmConnect.Domain.Accounts;
using GmConnect.Domain.Common;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>The families everybody who shows the service tells of. They are the residents 0, 1 and 2.</summary>
internal sealed class NamedHouseholds(Seeded seeded, SeedingDay day)
{
    public const int George = 0;
    public const int Zainab = 1;
    public const int Protected = 2;
    public const int Count = 3;

    /// <summary>Home after a hip operation is what he waits for. His story is still untold: telling it is the demonstration.</summary>
    public IEnumerable<object> OfGeorge()
    {
        var george = new Resident
        {
            Id = ResidentId(George),
            GivenName = "George",
            FamilyName = "Ashworth",
            BirthDate = day.Ago(78 * 366),
            NhsNumber = TestNhsNumbers.Of(George),
            AddressLine = "14 Shuttlerigg Close",
            Town = "Irlam",
            Postcode = "M44 6QX",
            Borough = "Salford",
            Phone = "0161 496 0144",
            PlaceWasAsked = true
        };
        var helen = AccountOf(NamedPeople.Helen, null);

        return
        [
            george,
            AccountOf(NamedPeople.George, george.Id),
            helen,
            Delegate("helen", george, helen, "daughter", DelegationScope.Manage, "Sister Grace Mensah, ward manager, Salford Royal", 2)
        ];
    }

    /// <summary>She is 17 for 60 more days; then her mother's permission ends unless she gives it herself.</summary>
    public (Household Household, IEnumerable<object> More) OfZainab()
    {
        var zainab = new Resident
        {
            Id = ResidentId(Zainab),
            GivenName = "Zainab",
            FamilyName = "Malik",
            BirthDate = day.Today.AddDays(60).AddYears(-18),
            NhsNumber = TestNhsNumbers.Of(Zainab),
            AddressLine = "52 Linnetshaw Road",
            Town = "Bolton",
            Postcode = "BL3 4NW",
            Borough = "Bolton",
            Phone = "07700 900152",
            PlaceWasAsked = true
        };
        var farah = AccountOf(NamedPeople.Farah, null);
        var delegation = Delegate(
            "farah", zainab, farah, "mother", DelegationScope.Manage, "Yasmin Patel, specialist nurse, Bolton NHS Foundation Trust", 400,
            DelegationKind.Parent);
        // She was 16 already, and agreed.
        delegation.Confirm(delegation.From);

        return (new Household(Zainab, zainab, Sex.Female, Communities.British, farah, delegation), [AccountOf(NamedPeople.Zainab, zainab.Id)]);
    }

    /// <summary>Nobody of her family may learn where she is, her brother included, who may see her plan.</summary>
    public (Household Household, IEnumerable<object> More) OfProtected()
    {
        var maya = new Resident
        {
            Id = ResidentId(Protected),
            GivenName = "Maya",
            FamilyName = "Ellison",
            BirthDate = day.Ago(34 * 365),
            NhsNumber = TestNhsNumbers.Of(Protected),
            AddressLine = "Flat 9, 31 Curlewgarth Walk",
            Town = "Marple",
            Postcode = "SK6 7TH",
            Borough = "Stockport",
            Phone = "07700 900631",
            PlaceWasAsked = true
        };
        var brother = AccountOf(NamedPeople.ProtectedRelative, null);

        return (
            new Household(Protected, maya, Sex.Female, Communities.British, AccountOf(NamedPeople.Protected, maya.Id), null)
            {
                Protection = new PlaceProtected
                {
                    Id = seeded.Id("protection of maya"),
                    ResidentId = maya.Id,
                    From = day.At(500, 11),
                    RecordedBy = seeded.Id(NamedPeople.GuardianHandle),
                    Why = "A court order keeps somebody away from her."
                }
            },
            [
                brother,
                Delegate("brother", maya, brother, "brother", DelegationScope.View, "Orla Brady, independent adviser", 90)
            ]);
    }

    private Guid ResidentId(int number) => seeded.Id($"resident {number}", number + 1);

    private Account AccountOf(NamedPerson person, Guid? resident) => new()
    {
        Id = seeded.Id(person.Handle), Handle = person.Handle, DisplayName = person.Name, Role = person.Role, ResidentId = resident
    };

    private Delegation Delegate(
        string handle, Resident resident, Account account, string relationship, DelegationScope scope, string witnessedBy, int daysAgo,
        DelegationKind kind = DelegationKind.ByResident) => new()
    {
        Id = seeded.Id($"delegation to {handle}"),
        ResidentId = resident.Id,
        DelegateId = account.Id,
        Relationship = relationship,
        Kind = kind,
        Scope = scope,
        WitnessedBy = witnessedBy,
        From = day.At(daysAgo, 10, 30),
        Until = LondonTime.EndOf(day.Ago(-365))
    };
}
