using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Safeguards;

/// <summary>What every safeguard has: why, in the recorder's words, and the last London day; nothing there: until somebody ends it.</summary>
public abstract record SafeguardTyped(string? Why, DateOnly? LastDay);

/// <param name="MayKnow">Accounts that need to know where the person is, and may.</param>
public sealed record ProtectionTyped(string? Why, DateOnly? LastDay, IReadOnlyList<Guid> MayKnow) : SafeguardTyped(Why, LastDay);

/// <param name="AccountId">One person; with no <paramref name="AgencyId"/> either, everybody.</param>
/// <param name="Parts">Nothing: everything and not the story alone.</param>
public sealed record RestrictionTyped(
    string? Why, DateOnly? LastDay, RestrictionKind Kind, Guid? AccountId, Guid? AgencyId, IReadOnlyList<StoryPartKind>? Parts)
    : SafeguardTyped(Why, LastDay);

/// <param name="JudgedBy">Who judged, and in what office.</param>
/// <param name="Consulted">Who was asked who knows the person well.</param>
public sealed record FindingTyped(string? Why, DateOnly? LastDay, FindingKind Kind, string? JudgedBy, string? Consulted) : SafeguardTyped(Why, LastDay);

/// <param name="WithPlace">Also where the person is.</param>
/// <param name="NotToldBecause">Why it would endanger somebody if the person were told now; nothing when it would not.</param>
public sealed record DisclosureTyped(
    string? Why, DateOnly? LastDay, Guid? AgencyId, Purpose Purpose, IReadOnlyList<StoryPartKind> Parts, bool WithPlace, string? Law, string? NotToldBecause)
    : SafeguardTyped(Why, LastDay);
