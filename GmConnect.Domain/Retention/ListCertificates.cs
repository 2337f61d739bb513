using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Retention;

public sealed record CertificateRow(
    string Reference, RecordClass Class, string Rule, string Counts, string Why, DateTime At, string By, DateTime? LogDestroyedAt);

/// <summary>The rules as they stand, and the latest certificates.</summary>
public sealed record RetentionKept(IReadOnlyList<RetentionRule> Rules, IReadOnlyList<CertificateRow> Certificates, bool HasMore);

/// <summary>What is kept for how long, and what was destroyed: it concerns no resident any more. For who oversees.</summary>
public sealed class ListCertificates(IDbContextFactory<GmConnectDbContext> databases, IOptions<RetentionOptions> options)
{
    public const int Length = 100;

    public async Task<Outcome<RetentionKept>> ExecuteAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.Role.Oversees())
        {
            return NotFound.Instance;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from certificate in database.Set<DestructionCertificate>().AsNoTracking()
            join account in database.Accounts on certificate.By equals account.Id
            orderby certificate.At descending, certificate.Id
            select new CertificateRow(
                certificate.Reference, certificate.Class, certificate.Rule, certificate.Counts, certificate.Why, certificate.At,
                account.DisplayName, certificate.LogDestroyedAt)).Take(Length + 1).ToListAsync(cancellationToken);

        return new RetentionKept(options.Value.InForce, [.. rows.Take(Length)], rows.Count > Length);
    }
}
