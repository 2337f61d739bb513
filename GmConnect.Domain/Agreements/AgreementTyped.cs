using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Agreements;

public sealed record PartyTyped(Guid AgencyId, PartyRole Role, LawfulBasis Basis);

/// <summary>Terms as a lead writes them down.</summary>
/// <param name="ReviewOn">Nothing: as late as it may be.</param>
/// <param name="Why">What it is for, or what changes and why.</param>
public sealed record AgreementTyped(
    IReadOnlyList<PartyTyped> Parties,
    IReadOnlyList<Purpose> Purposes,
    IReadOnlyList<DataCategory> Categories,
    IReadOnlyList<StoryPartKind> Parts,
    DateOnly FirstDay,
    DateOnly LastDay,
    DateOnly? ReviewOn,
    string? DpiaReference,
    string? RightsContact,
    string? Why)
{
    internal async Task<Outcome<AgreementTerms>> ReadAsync(GmConnectDbContext database, CancellationToken cancellationToken)
    {
        var ids = Parties.Select(p => p.AgencyId).ToList();
        var names = await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        if (!ids.TrueForAll(names.ContainsKey))
        {
            return new AgreementNamesUnknownAgency();
        }

        return new AgreementTerms(
            [.. Parties.Select(p => new PartyTerms(p.AgencyId, names[p.AgencyId], p.Role, p.Basis))],
            Purposes,
            Categories,
            Parts,
            FirstDay,
            LastDay,
            ReviewOn ?? AgreementTerms.LatestReview(FirstDay, LastDay),
            DpiaReference,
            RightsContact);
    }
}
