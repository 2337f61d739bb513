using System.Globalization;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>Which parts an agency of a kind is usually given, and the sentence a family agreed to.</summary>
internal static class ConsentTexts
{
    public const string Language = "en-GB";

    public static IReadOnlyList<StoryPartKind> PartsFor(AgencyKind kind) => kind switch
    {
        AgencyKind.Hospital or AgencyKind.AdultSocialCare or AgencyKind.ChildrensSocialCare =>
        [
            StoryPartKind.AboutMe, StoryPartKind.WhatHappened, StoryPartKind.WhatIsNeededNow, StoryPartKind.HomeAndAccess,
            StoryPartKind.Medicines, StoryPartKind.Equipment, StoryPartKind.PeopleInvolved
        ],
        AgencyKind.CommunityHealth or AgencyKind.GpPractice or AgencyKind.Reablement =>
            [StoryPartKind.AboutMe, StoryPartKind.WhatIsNeededNow, StoryPartKind.HomeAndAccess, StoryPartKind.Medicines],
        AgencyKind.CommunityEquipment or AgencyKind.Wheelchairs or AgencyKind.PatientTransport =>
            [StoryPartKind.WhatIsNeededNow, StoryPartKind.HomeAndAccess, StoryPartKind.Equipment],
        AgencyKind.CouncilHousing or AgencyKind.HousingAssociation => [StoryPartKind.WhatIsNeededNow, StoryPartKind.HomeAndAccess],
        AgencyKind.Police => [StoryPartKind.WhatHappened, StoryPartKind.WhatIsNeededNow],
        AgencyKind.Fire => [StoryPartKind.WhatIsNeededNow, StoryPartKind.HomeAndAccess, StoryPartKind.Equipment],
        AgencyKind.Employment => [StoryPartKind.WhatIsNeededNow, StoryPartKind.MoneyAndWork],
        _ => [StoryPartKind.AboutMe, StoryPartKind.WhatIsNeededNow, StoryPartKind.PeopleInvolved]
    };

    public static string Wording(Household household, string agency, Purpose purpose, IEnumerable<StoryPartKind> parts, DateOnly lastDay)
    {
        var giver = household.Delegation is null
            ? $"I, {household.Resident.FullName},"
            : $"I, {household.Teller!.DisplayName}, on behalf of {household.Resident.FullName},";
        var named = string.Join(", ", parts.Select(Name));
        var until = lastDay.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

        return $"{giver} allow {agency} to see these parts of the story: {named}. They may use them for {Name(purpose)}, "
            + $"until the end of {until}. I can end this at any time, and they will be told.";
    }

    private static string Name(StoryPartKind part) => part switch
    {
        StoryPartKind.AboutMe => "about me",
        StoryPartKind.WhatHappened => "what happened",
        StoryPartKind.WhatIsNeededNow => "what is needed now",
        StoryPartKind.HomeAndAccess => "home and access",
        StoryPartKind.Medicines => "medicines and who can give them",
        StoryPartKind.Equipment => "equipment",
        StoryPartKind.MoneyAndWork => "money and work",
        _ => "people involved so far"
    };

    private static string Name(Purpose purpose) => purpose switch
    {
        Purpose.Housing => "housing",
        Purpose.Equipment => "equipment",
        Purpose.MoneyAndWork => "money and work",
        Purpose.Safety => "safety at home",
        _ => "care and support"
    };
}
