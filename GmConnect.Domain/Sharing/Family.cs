namespace GmConnect.Domain.Sharing;

/// <summary>What is the family's to change without deciding for others; referrals, cases and the log are others' work, which they read.</summary>
internal static class Family
{
    public static bool MayChange(DataCategory category) =>
        category is DataCategory.StoryDraft or DataCategory.Plan or DataCategory.Rights;

    /// <summary>Whether parental responsibility is what let them in.</summary>
    public static bool ActsAsParent<T>(Opened<T> opened) =>
        opened.Decision.Ground is { Kind: GroundKind.Delegation } ground
        && opened.Facts.Facts.Delegations.Any(d => d.Kind is DelegationKind.Parent && ground.Facts.Contains(d.Id));
}
