using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

internal static class SharingSubjects
{
    public static readonly Subject<ConsentRecord> Consent = new(DataCategory.Consent, consents => consents.Include(c => c.Parts));
}
