using GmConnect.Domain.Accounts;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Oversight;

/// <summary>Which looks somebody reviews, whatever permitted them. An override puts itself on the desk.</summary>
public static class ReviewRules
{
    /// <summary>One worker's looks at one record are reviewed for one reason once in this time.</summary>
    public static readonly TimeSpan NotAgainFor = TimeSpan.FromDays(30);

    /// <summary>Of one worker, in <see cref="NotAgainFor"/>, whomever they were about.</summary>
    public const int ManyOverrides = 3;

    private const int OneIn = 100;

    /// <param name="own">The worker's own record, where it is known.</param>
    /// <param name="isColleague">The record is that of a worker of the same agency.</param>
    /// <param name="overrides">How many overrides the worker has made lately.</param>
    /// <param name="look">The entries of one look.</param>
    public static IEnumerable<ReviewReason> For(
        Account worker, Resident? own, Resident resident, bool isColleague, int overrides, IReadOnlyList<AccessEntry> look)
    {
        if (own?.Id == resident.Id)
        {
            yield return ReviewReason.OwnRecord;
        }
        else if (isColleague)
        {
            yield return ReviewReason.Colleague;
        }
        else if (own is not null && Same(own.Postcode, resident.Postcode) && Same(own.AddressLine, resident.AddressLine))
        {
            yield return ReviewReason.SameAddress;
        }
        else if (Same(own?.FamilyName ?? worker.DisplayName.Split(' ')[^1], resident.FamilyName))
        {
            yield return ReviewReason.SameSurname;
        }

        if (look.All(e => e.Ground is GroundKind.Consent && e.Kind is not AccessKind.Searched))
        {
            yield return ReviewReason.NoCase;
        }

        if (overrides >= ManyOverrides && look.Any(e => e.Ground is GroundKind.Override))
        {
            yield return ReviewReason.RepeatedOverride;
        }

        if (look.Any(IsDrawn))
        {
            yield return ReviewReason.Random;
        }
    }

    /// <summary>By the random end of the entry's id, so that nobody can tell before, and everybody finds the same after.</summary>
    private static bool IsDrawn(AccessEntry entry)
    {
        var bytes = entry.Id.ToByteArray();

        return entry.Kind is AccessKind.Looked && BitConverter.ToUInt32(bytes, 12) % OneIn == 0;
    }

    private static bool Same(string one, string other) =>
        string.Equals(one.Replace(" ", "", StringComparison.Ordinal), other.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
