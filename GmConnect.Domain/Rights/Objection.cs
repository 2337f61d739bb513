using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Rights;

/// <summary>
/// The person objects to what one agency does with their data (UK GDPR Article 21). From that instant the agency gets nothing on the
/// ground of consent; its lead or the data guardian then says that it stops for good, or names the compelling ground on which it goes on.
/// </summary>
public sealed class Objection : IConcernsResident<Objection>, IVersioned
{
    public const int GroundMaxLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<Objection> Subject { get; } = new(DataCategory.Rights);

    /// <summary>Its place on the desk.</summary>
    public required Guid MatterId { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>The <see cref="SharingRestricted"/> that stops the agency.</summary>
    public required Guid RestrictionId { get; init; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>The compelling ground or the law on which it goes on; nothing when it stops.</summary>
    public string? GoesOnBecause { get; private set; }

    public string? Explanation { get; private set; }

    public Guid Version { get; set; }

    internal Outcome Decide(bool stops, string ground, string explanation, DateTime at)
    {
        if (DecidedAt is not null)
        {
            return new CorrectionIsDecided();
        }

        if (Correction.Check(explanation, () => new DecisionNeedsWords()) is { } refused)
        {
            return refused;
        }

        if (!stops && ground.Length is 0 or > GroundMaxLength)
        {
            return new NameTheGround(GroundMaxLength);
        }

        (DecidedAt, Explanation, GoesOnBecause) = (at, explanation, stops ? null : ground);

        return Outcome.Done;
    }
}

/// <summary>An objection as the family and the desk read it.</summary>
public sealed record ObjectionShown(string? Agency, bool IsDecided, string? GoesOnBecause, string? Explanation)
{
    internal static ObjectionShown Of(Objection o, string? agency) => new(agency, o.DecidedAt is not null, o.GoesOnBecause, o.Explanation);
}
