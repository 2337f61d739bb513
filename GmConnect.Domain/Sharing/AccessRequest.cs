using GmConnect.Domain.Common;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Sharing;

/// <summary>One question to the sharing decision: may this actor do this to this category of this resident's data, now?</summary>
/// <param name="Parts">Which story parts are wanted; all of them when nothing is named. Only for the categories that have parts.</param>
/// <param name="Row">The one referral or case that is opened: a fact about another of the same resident does not open it.</param>
public sealed record AccessRequest(
    Actor Actor,
    Guid ResidentId,
    DataCategory Category,
    Act Act,
    Purpose Purpose,
    Channel Channel,
    DateTime At,
    IReadOnlyCollection<StoryPartKind>? Parts = null,
    Guid? Row = null)
{
    /// <summary>Nothing for a whole category.</summary>
    internal PartSet Wanted => !Category.HasParts() ? PartSet.None : Parts is { Count: > 0 } ? PartSet.Of(Parts) : PartSet.All;
}
