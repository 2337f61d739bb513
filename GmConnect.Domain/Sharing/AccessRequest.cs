using GmConnect.Domain.Common;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Sharing;

/// <summary>One question to the sharing decision: may this actor do this to this category of this resident's data, now?</summary>
/// <param name="Row">The one referral or case that is opened: a fact about another of the same resident does not open it.</param>
/// <param name="Parts">Which story parts are wanted; all of them when nothing is named. Only for <see cref="DataCategory.StoryPart"/>.</param>
public sealed record AccessRequest(
    Actor Actor,
    Guid ResidentId,
    DataCategory Category,
    Act Act,
    Purpose Purpose,
    Channel Channel,
    DateTime At,
    IReadOnlyCollection<StoryPartKind>? Parts = null,
    Guid? Row = null);
