using GmConnect.Domain.Common;

namespace GmConnect.Domain.Agreements;

/// <summary>An agency that one version binds: in what role, on what lawful basis, and its signature.</summary>
public sealed class AgreementParty
{
    public const int OfficeMaxLength = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid VersionId { get; init; }

    public required Guid AgencyId { get; init; }

    public required PartyRole Role { get; init; }

    public required Article6 Article6 { get; init; }

    public Article9? Article9 { get; init; }

    public Schedule1? Schedule1 { get; init; }

    /// <summary>In what office it was signed: "Caldicott Guardian", "Senior information risk owner".</summary>
    public string? SignedAs { get; private set; }

    public Guid? SignedBy { get; private set; }

    public DateTime? SignedAt { get; private set; }

    public LawfulBasis Basis => new(Article6, Article9, Schedule1);

    internal static AgreementParty Of(Guid versionId, PartyTerms terms) => new()
    {
        VersionId = versionId,
        AgencyId = terms.AgencyId,
        Role = terms.Role,
        Article6 = terms.Basis.Article6,
        Article9 = terms.Basis.Article9,
        Schedule1 = terms.Basis.Schedule1
    };

    internal Outcome Sign(string office, Stamp stamp)
    {
        if (SignedAt is not null)
        {
            return new AgreementSignedAlready();
        }

        (SignedAs, SignedBy, SignedAt) = (office, stamp.By, stamp.At);

        return Outcome.Done;
    }
}
