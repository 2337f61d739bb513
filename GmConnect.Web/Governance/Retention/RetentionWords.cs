using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Governance.Retention;

public static class RetentionWords
{
    /// <summary>What a certificate counts, "Story 1, Referral 2", in words. A kind that no longer exists keeps its name.</summary>
    public static IEnumerable<string> Counted(this IStringLocalizer<RetentionTexts> words, string counts) =>
        from one in counts.Split(", ", StringSplitOptions.RemoveEmptyEntries)
        let at = one.LastIndexOf(' ')
        let name = words[$"Kind-{one[..at]}"]
        select words["Counted", name.ResourceNotFound ? one[..at] : name.Value, one[(at + 1)..]].Value;
}
