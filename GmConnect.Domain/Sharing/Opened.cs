using GmConnect.Domain.Common;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Sharing;

/// <summary>What the door hands over: the row, whose it is, and the request and decision that opened it.</summary>
public sealed record Opened<T>(T Entity, Resident Resident, AccessRequest Request, AccessDecision Decision, Guid? View = null)
{
    public DataCategory Category => Request.Category;

    public Actor Actor => Request.Actor;

    /// <summary>To ask for more about the same person, for the purpose that opened this.</summary>
    public Asking Asking => new(Request.Actor, Request.Purpose, Request.Act, Request.Channel, View);

    /// <summary>What the decision was taken from.</summary>
    internal IndexedFacts Facts { get; init; } = null!;

    /// <summary>
    /// Whether the asker may also do this, so that a page offers nobody what would be refused, and shows no field that they may
    /// not see. It opens nothing and is no attempt, so it leaves no entry.
    /// </summary>
    public bool May(Act act, DataCategory category) => SharingDecision.Decide(
        Request with { Act = act, Category = category, Parts = null, Row = null }, Facts).Permits;

    /// <summary>Whether the asker may know where the person is.</summary>
    public bool MayKnowPlace => May(Act.Read, DataCategory.Place);

    /// <summary>
    /// Whether they may read which agencies and workers help. For a relative that tells where a protected person is; those who
    /// help must know of each other.
    /// </summary>
    public bool MayKnowWhoHelps => !Actor.Role.IsCitizen() || MayKnowPlace;

    /// <summary>The parts of the story that they may read. It opens none of them and leaves no entry.</summary>
    internal IReadOnlyList<StoryPartKind> MayReadOfStory => SharingDecision.Decide(
        Request with { Act = Act.Read, Category = DataCategory.StoryPart, Parts = null, Row = null }, Facts).Parts;

    /// <summary>When the permission that let them in ends; nothing where no permission did.</summary>
    public DateTime? PermittedUntil => Facts.Facts.Consents
        .Where(c => Decision.Ground?.Facts.Contains(c.Id) == true).Select(c => (DateTime?)c.Until).Min();

    internal Opened<TOther> With<TOther>(TOther other) => new(other, Resident, Request, Decision, View) { Facts = Facts };
}

/// <summary>As many permitted rows as fit, and whether there are more of them.</summary>
public sealed record OpenedPage<T>(IReadOnlyList<Opened<T>> Rows, bool HasMore);
