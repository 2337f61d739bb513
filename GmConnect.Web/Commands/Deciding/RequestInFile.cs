using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Web.Commands.Deciding;

internal static class RequestInFile
{
    /// <summary>A word that the page does not know is refused before anything else, then a person it does not know.</summary>
    public static AccessDecision Decide(RequestLine line, IReadOnlyDictionary<Guid, IndexedFacts> facts, IdsInOrder ids)
    {
        var at = Named.Instant(line.At, "at");
        var parts = line.Parts?.Select(Named.Try<StoryPartKind>).ToList() ?? [];
        if (Named.Try<Role>(line.Actor.Role) is not { } role
            || Named.Try<DataCategory>(line.Category) is not { } category
            || Named.Try<Act>(line.Act) is not { } act
            || Named.Try<Purpose>(line.Purpose) is not { } purpose
            || Named.Try<Channel>(line.Channel) is not { } channel
            || parts.Contains(null))
        {
            return AccessDecision.Refuse(RefusedBecause.UnknownWord);
        }

        if (!facts.TryGetValue(ids[line.Person], out var known))
        {
            return AccessDecision.Refuse(RefusedBecause.UnknownPerson);
        }

        var actor = new Actor(
            ids[line.Actor.Account], "", role, ids.Maybe(line.Actor.Resident), ids.Maybe(line.Actor.Agency), ids.Maybe(line.Actor.Team));

        return SharingDecision.Decide(
            new AccessRequest(actor, ids[line.Person], category, act, purpose, channel, at, [.. parts.OfType<StoryPartKind>()], ids.Maybe(line.Row)),
            known);
    }
}
