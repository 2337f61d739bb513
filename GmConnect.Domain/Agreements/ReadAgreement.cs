using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Agreements;

public sealed record PartyShown(Guid AgencyId, string Agency, PartyRole Role, LawfulBasis Basis, string? SignedAs, DateTime? SignedAt);

public sealed record VersionShown(
    int Number,
    IReadOnlyList<PartyShown> Parties,
    IReadOnlyList<Purpose> Purposes,
    IReadOnlyList<DataCategory> Categories,
    IReadOnlyList<StoryPartKind> Parts,
    DateTime From,
    DateTime Until,
    DateOnly ReviewOn,
    string DpiaReference,
    string RightsContact,
    DateTime? SignedAt);

public sealed record AgreementChangeShown(AgreementAct Act, int Number, DateTime At, string By, string? Agency, string Why);

/// <summary>What the actor may do with it now.</summary>
public sealed record AgreementActs(bool Sign, bool Suspend, bool Resume, bool End, bool Change);

/// <param name="Standing">The version in force now, or else the one that comes next.</param>
/// <param name="Pending">A later version: it lacks signatures, or its first day is still ahead.</param>
public sealed record AgreementShown(
    Guid AgreementId,
    string Reference,
    string Title,
    AgreementState State,
    DateTime? EndedAt,
    VersionShown Standing,
    VersionShown? Pending,
    IReadOnlyList<AgreementChangeShown> Changes,
    AgreementActs May);

public sealed class ReadAgreement(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    public async Task<Outcome<AgreementShown>> ExecuteAsync(Guid agreementId, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var agreement = await database.Set<SharingAgreement>().AsNoTracking().WithTerms()
            .SingleOrDefaultAsync(a => a.Id == agreementId, cancellationToken);
        if (agreement is null || !agreement.MayBeReadBy(actor))
        {
            return NotFound.Instance;
        }

        var ids = agreement.Versions.SelectMany(v => v.Parties).Select(p => p.AgencyId).Distinct().ToList();
        var names = await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        var (now, latest) = (clock.UtcNow(), agreement.Latest);
        var standing = agreement.Versions.Where(v => v.Begins <= now).MaxBy(v => v.Number) ?? agreement.Standing ?? latest;

        return new AgreementShown(
            agreement.Id,
            agreement.Reference,
            agreement.Title,
            agreement.StateAt(now),
            agreement.EndedAt,
            Shown(standing, names),
            latest.Number > standing.Number && agreement.EndedAt is null ? Shown(latest, names) : null,
            await ChangesAsync(database, agreement.Id, cancellationToken),
            new AgreementActs(
                agreement.AwaitsSignatureOf(actor),
                agreement.Status is AgreementStatus.Signed && agreement.MayBeSuspendedBy(actor),
                agreement.Status is AgreementStatus.Suspended && agreement.MayBeChangedBy(actor),
                agreement.Status.CanBecome(AgreementStatus.Ended) && agreement.MayBeChangedBy(actor),
                agreement.Status is not AgreementStatus.Ended && agreement.MayBeChangedBy(actor)));
    }

    private static VersionShown Shown(AgreementVersion version, Dictionary<Guid, string> names) => new(
        version.Number,
        [
            .. version.Parties
                .Select(p => new PartyShown(p.AgencyId, names[p.AgencyId], p.Role, p.Basis, p.SignedAs, p.SignedAt))
                .OrderBy(p => p.Agency, StringComparer.Ordinal)
        ],
        version.Purposes,
        version.Categories,
        version.Parts,
        version.Begins ?? version.From,
        version.Until,
        version.ReviewOn,
        version.DpiaReference,
        version.RightsContact,
        version.SignedAt);

    private static async Task<IReadOnlyList<AgreementChangeShown>> ChangesAsync(
        GmConnectDbContext database, Guid agreementId, CancellationToken cancellationToken) =>
        await (
            from change in database.Set<AgreementChange>().AsNoTracking()
            where change.AgreementId == agreementId
            join account in database.Accounts on change.By equals account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            join agency in database.Agencies on account.AgencyId equals agency.Id into agencies
            from agency in agencies.DefaultIfEmpty()
            orderby change.At descending, change.Id descending
            select new AgreementChangeShown(
                change.Act, change.Number, change.At, account == null ? "" : account.DisplayName, agency == null ? null : agency.Name, change.Why))
            .ToListAsync(cancellationToken);
}
