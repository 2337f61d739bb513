using System.Linq.Expressions;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Retention;

internal static class LastUsed
{
    /// <summary>Somebody used the record: not who merely searched, was refused or oversees.</summary>
    public static readonly Expression<Func<AccessEntry, bool>> IsUse = e => e.Ground != null
        && (e.Kind == AccessKind.Looked || e.Kind == AccessKind.Changed || e.Kind == AccessKind.Sent)
        && e.Role != Role.DataGuardian && e.Role != Role.GovernanceLead;

    /// <returns>The London day; nothing when it was never used.</returns>
    public static async Task<DateOnly?> OfAsync(GmConnectDbContext database, Guid residentId, CancellationToken cancellationToken) =>
        await database.Set<AccessEntry>().Where(e => e.ResidentId == residentId).Where(IsUse)
            .MaxAsync(e => (DateTime?)e.At, cancellationToken) is { } at ? LondonTime.DayOf(at) : null;
}
