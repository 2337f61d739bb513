using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>Tables A, B and C of docs/sharing-decision.md, and London's midnight by the rule of the calendar (as it is since 1996).</summary>
internal static class SecondEngineTables
{
    public static readonly StoryPartKind[] MinimumView =
    [
        StoryPartKind.AboutMe, StoryPartKind.WhatHappened, StoryPartKind.WhatIsNeededNow, StoryPartKind.Medicines, StoryPartKind.PeopleInvolved
    ];

    public static Purpose[] Purposes(AgencyKind kind) => kind switch
    {
        AgencyKind.CouncilHousing => [Purpose.Housing, Purpose.Care],
        AgencyKind.HousingAssociation => [Purpose.Housing, Purpose.Safety],
        AgencyKind.CommunityEquipment or AgencyKind.Wheelchairs => [Purpose.Equipment, Purpose.Care],
        AgencyKind.Police or AgencyKind.Fire => [Purpose.Safety],
        AgencyKind.Employment => [Purpose.MoneyAndWork],
        AgencyKind.Voluntary => [Purpose.Care, Purpose.MoneyAndWork],
        AgencyKind.Oversight => [],
        _ => [Purpose.Care]
    };

    public static bool MayOverride(AgencyKind kind, Role role) => kind switch
    {
        AgencyKind.Hospital or AgencyKind.CommunityHealth or AgencyKind.GpPractice or AgencyKind.AdultSocialCare
            or AgencyKind.ChildrensSocialCare or AgencyKind.Police or AgencyKind.Fire => true,
        AgencyKind.Reablement or AgencyKind.CouncilHousing => role is Role.TeamManager,
        _ => false
    };

    public static DateTime LondonMidnight(DateOnly born, int age)
    {
        var year = born.Year + age;
        var day = born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year) ? new DateOnly(year, 3, 1) : new DateOnly(year, born.Month, born.Day);
        // The clocks change at 01:00 UTC, so that midnight of the March day is still winter's and that of the October day still summer's.
        var summer = day > LastSunday(year, 3) && day <= LastSunday(year, 10);

        return day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(summer ? -1 : 0);
    }

    /// <summary>Of March or October: both have 31 days.</summary>
    private static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, 31);

        return last.AddDays(-(int)last.DayOfWeek);
    }
}
