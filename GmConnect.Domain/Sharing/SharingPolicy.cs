using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using static GmConnect.Domain.Agencies.AgencyKind;
using static GmConnect.Domain.Stories.StoryPartKind;

namespace GmConnect.Domain.Sharing;

/// <summary>What is policy and may change, and not law: the tables of docs/sharing-decision.md.</summary>
public static class SharingPolicy
{
    /// <summary>Of the rules and these tables together; every access entry keeps the one it was decided under.</summary>
    public const int RuleVersion = 3;

    /// <summary>How long one override lasts at most.</summary>
    public static readonly TimeSpan OverrideLasts = TimeSpan.FromMinutes(60);

    private static readonly HashSet<AgencyKind> _allWorkersOverride =
        [Hospital, CommunityHealth, GpPractice, AdultSocialCare, ChildrensSocialCare, AgencyKind.Police, AgencyKind.Fire];

    private static readonly HashSet<AgencyKind> _managersOverride = [Reablement, CouncilHousing];

    /// <summary>The parts that an override shows.</summary>
    public static PartSet MinimumView { get; } = PartSet.Of(AboutMe, WhatHappened, WhatIsNeededNow, Medicines, PeopleInvolved);

    /// <summary>The parts that those who look after somebody's money reach.</summary>
    public static PartSet MoneyMatters { get; } = PartSet.Of(MoneyAndWork);

    internal static bool AgenciesMayBeGiven(DataCategory category) => category is DataCategory.Identity or DataCategory.Place
        or DataCategory.StoryPart or DataCategory.Referral or DataCategory.CaseHeader or DataCategory.Case or DataCategory.Plan
        or DataCategory.Message;

    internal static bool AgenciesMayChange(DataCategory category) =>
        category is DataCategory.Referral or DataCategory.Case or DataCategory.Plan;

    internal static bool AnOverrideShows(DataCategory category) => category is DataCategory.Identity or DataCategory.Place
        or DataCategory.CaseHeader or DataCategory.StoryPart;

    public static bool MayOverride(Role role, AgencyKind kind) =>
        role.IsWorker() && (_allWorkersOverride.Contains(kind) || (role is Role.TeamManager && _managersOverride.Contains(kind)));
}
