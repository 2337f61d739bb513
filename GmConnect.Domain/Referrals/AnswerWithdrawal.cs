using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Referrals;

/// <summary>
/// An agency says what it did with what it had: the family reads it on the permission's receipt. A worker of the agency answers
/// for it; another agency's notice does not exist for them.
/// </summary>
public sealed class AnswerWithdrawal(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    public Task<Outcome> ExecuteAsync(
        Guid noticeId, WithdrawalAnswer answer, string? law, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var notice = await database.AgencyNotices.SingleOrDefaultAsync(n => n.Id == noticeId, cancellationToken);
            if (notice is null || !actor.Role.IsWorker() || notice.AgencyId != actor.AgencyId)
            {
                return NotFound.Instance;
            }

            var taken = notice.Take(answer, law, actor.At(clock.UtcNow()));
            if (taken.Succeeded)
            {
                database.TellAfterCommit(Topics.InboxOf(notice.AgencyId));
            }

            return taken;
        }, cancellationToken);
}
