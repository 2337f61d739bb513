using GmConnect.Domain.Agencies;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Agreements;

/// <summary>What an agreement can be about. Drafts, permissions, delegations and the log of looks go to no agency.</summary>
public static class Coverable
{
    public static readonly IReadOnlyList<Purpose> Purposes =
        [.. Enum.GetValues<AgencyKind>().SelectMany(Sharing.Purposes.For).Distinct().Order()];

    public static readonly IReadOnlyList<DataCategory> Categories =
    [
        DataCategory.Identity, DataCategory.Place, DataCategory.StoryPart, DataCategory.Referral, DataCategory.CaseHeader, DataCategory.Case,
        DataCategory.Plan, DataCategory.Message
    ];

    /// <summary>What tells of somebody's health or need: special categories of data.</summary>
    internal static readonly IReadOnlySet<DataCategory> Special =
        new HashSet<DataCategory> { DataCategory.StoryPart, DataCategory.Referral, DataCategory.Case, DataCategory.Plan, DataCategory.Message };
}
