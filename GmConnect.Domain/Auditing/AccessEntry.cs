using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Auditing;

public enum AccessKind
{
    /// <summary>Opened by itself.</summary>
    Looked,

    /// <summary>Shown as one row of a list.</summary>
    Listed,

    Changed,

    /// <summary>A request that carries it to an agency's system has begun.</summary>
    Sent,

    /// <summary>Somebody searched for this name and birth date. Whether they were told that there is a record, the ground or its absence says.</summary>
    Searched,

    /// <summary>Asked for and refused.</summary>
    Refused
}

/// <summary>
/// One access to one resident's data: who, for which agency, in what role, what, why, on what ground, when. Written in
/// the same save as the access; never changed.
/// </summary>
public sealed class AccessEntry : IConcernsResident<AccessEntry>
{
    public const int GroundFactsMaxLength = 1_100;
    public const int PartsMaxLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<AccessEntry> Subject { get; } = new(DataCategory.AccessLog);

    public required DateTime At { get; init; }

    public required Guid AccountId { get; init; }

    public required Role Role { get; init; }

    public Guid? AgencyId { get; init; }

    public required AccessKind Kind { get; init; }

    public required DataCategory Category { get; init; }

    /// <summary>Names of story parts, separated by commas; nothing for other categories.</summary>
    public string Parts { get; init; } = "";

    /// <summary>Reading or writing was asked for; nothing in entries of before it was kept.</summary>
    public Act? Act { get; init; }

    /// <summary>Names of the story parts asked for, where not all were.</summary>
    public string? Wanted { get; init; }

    public required Purpose Purpose { get; init; }

    public required Channel Channel { get; init; }

    public GroundKind? Ground { get; init; }

    /// <summary>Ids of the facts that permitted it, separated by commas.</summary>
    public string GroundFacts { get; init; } = "";

    public RefusedBecause? Because { get; init; }

    /// <summary>The version of the rules it was decided under.</summary>
    public int Rules { get; init; }

    /// <summary>The one referral or case asked for.</summary>
    public Guid? Row { get; init; }

    /// <summary>The open page it belongs to.</summary>
    public Guid? View { get; init; }

    public IReadOnlyList<StoryPartKind> PartsSeen =>
        PartsIn(Parts);

    /// <summary>Nothing when all were.</summary>
    public IReadOnlyList<StoryPartKind>? PartsWanted => Wanted is { } wanted ? PartsIn(wanted) : null;

    private static IReadOnlyList<StoryPartKind> PartsIn(string names) =>
        [.. names.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<StoryPartKind>)];

    internal static AccessEntry Of(AccessRequest request, AccessDecision decision, AccessKind kind, Guid? view) => new()
    {
        ResidentId = request.ResidentId,
        At = request.At,
        AccountId = request.Actor.AccountId,
        Role = request.Actor.Role,
        AgencyId = request.Actor.AgencyId,
        Kind = decision.Permits || kind is AccessKind.Searched ? kind : AccessKind.Refused,
        Category = request.Category,
        Parts = request.Category.HasParts() ? string.Join(',', decision.Parts) : "",
        Act = request.Act,
        Wanted = request.Category.HasParts() && request.Parts is { Count: > 0 } wanted ? string.Join(',', wanted.Distinct().Order()) : null,
        Purpose = request.Purpose,
        Channel = request.Channel,
        Ground = decision.Ground?.Kind,
        GroundFacts = decision.Ground is null ? "" : string.Join(',', decision.Ground.Facts.Select(id => id.ToString("N"))),
        Because = decision.Because,
        Rules = SharingPolicy.RuleVersion,
        Row = request.Row,
        View = view
    };
}
