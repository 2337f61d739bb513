using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Agreements;

/// <param name="Until">The first moment at which it carries nothing.</param>
/// <param name="AwaitsMe">The actor's own agency has not signed the latest version.</param>
public sealed record AgreementLine(
    Guid AgreementId, string Reference, string Title, AgreementState State, int Parties, DateTime From, DateTime Until, DateOnly ReviewOn, bool AwaitsMe)
{
    /// <summary>For one that ends soon.</summary>
    public StopForeseen? Impact { get; init; }
}

/// <param name="EndingSoon">The nearest end first.</param>
public sealed record AgreementsShown(IReadOnlyList<AgreementLine> EndingSoon, IReadOnlyList<AgreementLine> Others);

/// <summary>The guardian sees every agreement, a governance lead those that their agency is or was a party to.</summary>
public sealed class ListAgreements(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    /// <summary>Time enough to have a new version signed by everybody. Source: decision 0014.</summary>
    public const int SoonDays = 90;

    public async Task<Outcome<AgreementsShown>> ExecuteAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        if (actor.Role is not (Role.DataGuardian or Role.GovernanceLead))
        {
            return NotFound.Instance;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var isGuardian = actor.Role is Role.DataGuardian;
        var agreements = await database.Set<SharingAgreement>().AsNoTracking().WithTerms()
            .Where(a => isGuardian || a.Versions.Any(v => v.Parties.Any(p => p.AgencyId == actor.AgencyId)))
            .ToListAsync(cancellationToken);
        var now = clock.UtcNow();
        var soon = new List<AgreementLine>();
        foreach (var agreement in agreements.Where(a => EndsSoon(a, now)))
        {
            var line = LineOf(agreement, actor, now);
            soon.Add(line with { Impact = await ForeseeStop.OfAsync(database, agreement, now, line.Until, cancellationToken) });
        }

        return new AgreementsShown(
            [.. soon.OrderBy(l => l.Until).ThenBy(l => l.Title, StringComparer.Ordinal)],
            [
                .. agreements.Where(a => !EndsSoon(a, now)).Select(a => LineOf(a, actor, now))
                    .OrderBy(l => l.State).ThenBy(l => l.Title, StringComparer.Ordinal)
            ]);
    }

    private static bool EndsSoon(SharingAgreement agreement, DateTime now) =>
        agreement.StateAt(now) is AgreementState.InForce or AgreementState.Suspended && agreement.Standing!.Until <= now.AddDays(SoonDays);

    private static AgreementLine LineOf(SharingAgreement agreement, Actor actor, DateTime now)
    {
        var shown = agreement.Standing ?? agreement.Latest;

        return new AgreementLine(
            agreement.Id,
            agreement.Reference,
            agreement.Title,
            agreement.StateAt(now),
            shown.Parties.Count,
            shown.Begins ?? shown.From,
            agreement.EndedAt ?? shown.Until,
            shown.ReviewOn,
            agreement.AwaitsSignatureOf(actor));
    }
}
