using System.Linq.Expressions;
using GmConnect.Domain.Common;
using GmConnect.Domain.Referrals;

namespace GmConnect.Domain.Retention;

/// <summary>Referrals that ended without a service: refused, redirected, or withdrawn before anybody took them on.</summary>
internal static class EndedReferrals
{
    public static Expression<Func<Referral, bool>> Since(DateTime oldest) => f => f.CaseId == null
        && f.EndedAt < oldest;

    public static bool IsDue(DateTime ended, RetentionRule rule, DateOnly today) => LondonTime.DayOf(ended).AddYears(rule.Years) <= today;
}
