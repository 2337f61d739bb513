namespace GmConnect.Domain.Sharing;

/// <summary>What is the family's to change without deciding for others; referrals, cases and the log are others' work, which they read.</summary>
internal static class Family
{
    public static bool MayChange(DataCategory category) =>
        category is DataCategory.StoryDraft or DataCategory.Plan or DataCategory.Rights;
}
