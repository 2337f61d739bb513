using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Agreements;

/// <summary>
/// What was written down to be signed. Nothing of it is ever changed: other terms are another version, and this one stays
/// for whoever asks what was in force on a day long past.
/// </summary>
public sealed class AgreementVersion
{
    private readonly List<AgreementParty> _parties = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AgreementId { get; init; }

    public required int Number { get; init; }

    public required IReadOnlyList<Purpose> Purposes { get; init; }

    public required IReadOnlyList<DataCategory> Categories { get; init; }

    public required IReadOnlyList<StoryPartKind> Parts { get; init; }

    public required DateTime From { get; init; }

    public required DateTime Until { get; init; }

    public required DateOnly ReviewOn { get; init; }

    public required string DpiaReference { get; init; }

    /// <summary>An office, where people ask for their rights under it.</summary>
    public required string RightsContact { get; init; }

    /// <summary>When the last of its parties signed.</summary>
    public DateTime? SignedAt { get; private set; }

    public IReadOnlyList<AgreementParty> Parties => _parties;

    /// <summary>It takes effect when it says and when all have signed, whichever is later: no signature reaches back.</summary>
    internal DateTime? Begins => SignedAt > From ? SignedAt : SignedAt is null ? null : From;

    internal static AgreementVersion Of(Guid agreementId, int number, AgreementTerms terms)
    {
        var version = new AgreementVersion
        {
            AgreementId = agreementId,
            Number = number,
            Purposes = [.. terms.Purposes.Distinct().Order()],
            Categories = [.. terms.Categories.Distinct().Order()],
            Parts = [.. terms.Parts.Distinct().Order()],
            From = LondonTime.EndOf(terms.FirstDay.AddDays(-1)),
            Until = LondonTime.EndOf(terms.LastDay),
            ReviewOn = terms.ReviewOn,
            DpiaReference = PlainText.Clean(terms.DpiaReference),
            RightsContact = PlainText.Clean(terms.RightsContact)
        };
        version._parties.AddRange(terms.Parties.Select(p => AgreementParty.Of(version.Id, p)));

        return version;
    }

    internal Outcome Sign(Guid agencyId, string office, Stamp stamp)
    {
        if (_parties.SingleOrDefault(p => p.AgencyId == agencyId) is not { } party)
        {
            return NotFound.Instance;
        }

        if (stamp.At >= Until)
        {
            return new AgreementRanOut();
        }

        var signed = party.Sign(office, stamp);
        if (signed.Succeeded && _parties.All(p => p.SignedAt is not null))
        {
            SignedAt = stamp.At;
        }

        return signed;
    }
}
