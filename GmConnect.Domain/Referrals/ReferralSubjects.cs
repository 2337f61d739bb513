using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Referrals;

internal static class ReferralSubjects
{
    public static readonly Subject<Referral> Referral = new(
        DataCategory.Referral,
        referrals => referrals.Include(r => r.Triages).Include(r => r.Questions).Include(r => r.Pauses).AsSplitQuery());
}
