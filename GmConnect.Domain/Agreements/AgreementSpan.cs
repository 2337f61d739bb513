using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Agreements;

/// <summary>One agency bound by one version of an agreement, without a break from and until.</summary>
/// <param name="Id">The agreement's.</param>
public sealed record AgreementSpan(
    Guid Id,
    int Version,
    Guid AgencyId,
    IReadOnlyList<Purpose> Purposes,
    IReadOnlyList<DataCategory> Categories,
    IReadOnlyList<StoryPartKind> Parts,
    DateTime From,
    DateTime Until)
{
    public bool IsOn(DateTime at) => From <= at && at < Until;

    /// <summary>
    /// What binds these agencies at an instant, past ones included, and what is already signed for later. Suspended, ended and
    /// not wholly signed agreements give nothing.
    /// </summary>
    internal static async Task<IReadOnlyList<AgreementSpan>> LoadAsync(
        GmConnectDbContext database, IReadOnlyCollection<Guid> agencies, DateTime at, CancellationToken cancellationToken = default)
    {
        var agreements = await database.Set<SharingAgreement>().AsNoTracking().AsSingleQuery()
            .Include(a => a.Suspensions)
            .Include(a => a.Versions).ThenInclude(v => v.Parties.Where(p => agencies.Contains(p.AgencyId)))
            .Where(a => (a.EndedAt == null || a.EndedAt > at) && a.Versions.Any(v =>
                v.SignedAt <= at && v.Until > at && v.Parties.Any(p => agencies.Contains(p.AgencyId))))
            .ToListAsync(cancellationToken);

        return [.. agreements.SelectMany(a => a.SpansAt(at))];
    }
}
