using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Sharing;

/// <summary>
/// The person, or who acts for them, was told that an audience gets data for a purpose. Beside consent and lawful basis the
/// third thing that is needed. Source: UK GDPR Articles 13 and 14; Caldicott principle 8.
/// </summary>
public sealed class NoticeGiven : StandingFact
{
    public Guid? AgencyId { get; init; }

    public Guid? TeamId { get; init; }

    public AgencyKind? AgencyKind { get; init; }

    public required Purpose Purpose { get; init; }

    /// <summary>SHA-256 of the words shown.</summary>
    public required string WordingHash { get; init; }

    /// <summary>BCP 47 tag of the language they were shown in.</summary>
    public required string Language { get; init; }
}

/// <summary>
/// Somebody asked whether it is safe that others know where the person is. What came of it, if it is not, is a
/// <see cref="PlaceProtected"/> beside it.
/// </summary>
public sealed class PlaceAsked : StandingFact;

/// <summary>It would be dangerous if others knew where the person is.</summary>
public sealed class PlaceProtected : StandingFact
{
    /// <summary>Accounts that need to know and may.</summary>
    public IReadOnlyList<Guid> MayKnow { get; init; } = [];
}

/// <summary>What may not be shared although there is a ground; what is nothing here means any.</summary>
public sealed class SharingRestricted : StandingFact
{
    public required RestrictionKind Kind { get; init; }

    public Guid? AccountId { get; init; }

    public Guid? AgencyId { get; init; }

    public AgencyKind? AgencyKind { get; init; }

    public IReadOnlyList<DataCategory>? Categories { get; init; }

    public IReadOnlyList<StoryPartKind>? Parts { get; init; }

    public IReadOnlyList<Purpose>? Purposes { get; init; }
}

/// <summary>Somebody qualified found whether the person can take decisions about sharing: who judged, when, for which purposes.</summary>
public sealed class CapacityFound : StandingFact
{
    public const int PeopleMaxLength = 400;

    public required FindingKind Kind { get; init; }

    public IReadOnlyList<Purpose>? Purposes { get; init; }

    /// <summary>Who judged, and in what office.</summary>
    public string? JudgedBy { get; init; }

    /// <summary>Who was asked who knows the person well (Mental Capacity Act 2005 section 4(7)).</summary>
    public string? Consulted { get; init; }
}

/// <summary>A decision to disclose under a named law, without consent.</summary>
public sealed class DisclosureDecided : StandingFact
{
    public const int LawMaxLength = 200;

    public required Guid AgencyId { get; init; }

    public required Purpose Purpose { get; init; }

    public required IReadOnlyList<DataCategory> Categories { get; init; }

    public IReadOnlyList<StoryPartKind> Parts { get; init; } = [];

    /// <summary>As lawyers cite it.</summary>
    public required string Law { get; init; }
}

/// <summary>
/// Looks on one ground that the resident's log does not show yet, because telling would endanger somebody or defeat an
/// inquiry. Somebody reviews it by a day; ended, the looks are shown.
/// </summary>
public sealed class LogWithheld : StandingFact
{
    /// <summary>The override or disclosure whose looks are withheld.</summary>
    public required Guid GroundId { get; init; }

    public required DateTime ReviewBy { get; init; }

    /// <summary>For a month: then somebody is asked whether it still must be.</summary>
    internal static LogWithheld ForAMonth(Guid ground, Guid resident, string because, Actor actor, DateTime at) => new()
    {
        ResidentId = resident, From = at, RecordedBy = actor.AccountId, Why = because, GroundId = ground,
        ReviewBy = LondonTime.EndOf(LondonTime.DayOf(at).AddMonths(1))
    };
}

public enum OverrideReason
{
    LifeAtRisk,
    Safeguarding,
    LacksCapacityInAnEmergency,
    CourtOrder,
    IdentityCheck
}

/// <summary>Break-glass by one worker, for an hour, to read.</summary>
public sealed class OverrideMade : StandingFact
{
    public const int WhyMinLength = 15;

    public required Guid AccountId { get; init; }

    public required Guid AgencyId { get; init; }

    public required OverrideReason Reason { get; init; }

    /// <summary>Why telling the resident at once would not be safe; nothing when it is.</summary>
    public string? NotToldBecause { get; init; }
}
