namespace GmConnect.Domain.Rights;

/// <summary>The chapters of a copy, in their order.</summary>
public enum PackSection
{
    Story,
    ConfirmedParts,
    Permissions,
    Delegations,
    Facts,
    Referrals,
    Cases,
    Plan,
    Messages,
    Looks,
    Questions
}

/// <param name="Name">Names a text of the page: what the value is.</param>
/// <param name="Value">A text as it stands, a time in UTC, a day, a number or a word of the service (an enum).</param>
public sealed record PackField(string Name, object Value);

/// <summary>One piece of a copy.</summary>
/// <param name="Key">The same each time the same piece is gathered.</param>
/// <param name="NeedsLook">
/// It may tell of somebody else or do harm: the guardian must have decided before it goes out.
/// </param>
public sealed record PackItem(string Key, PackSection Section, DateTime At, bool NeedsLook, IReadOnlyList<PackField> Fields);
