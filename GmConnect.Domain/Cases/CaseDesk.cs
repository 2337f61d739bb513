using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Cases;

/// <summary>How the care team changes a case and what hangs on it: through the door, in one save, and whoever shows it is told.</summary>
internal static class CaseDesk
{
    /// <summary>Changes something that hangs on the case, and not the case: two who write a note do not meet.</summary>
    public static Task<Outcome<T>> InCaseAsync<T>(
        this IDbContextFactory<GmConnectDbContext> databases,
        Door door,
        Guid caseId,
        Actor actor,
        Func<GmConnectDbContext, Opened<CaseFile>, Task<Outcome<T>>> change,
        CancellationToken cancellationToken) =>
        databases.InOneSaveAsync<Outcome<T>>(async database =>
        {
            var opened = await door.OpenAsync<CaseFile>(database, caseId, Asking.ToWrite(actor), cancellationToken);
            if (!opened.Succeeded)
            {
                return opened.Refusal;
            }

            var outcome = await change(database, opened.Value);
            if (outcome.Succeeded)
            {
                database.TellAfterCommit(Topics.Case(caseId));
            }

            return outcome;
        }, cancellationToken);

    /// <summary>Changes the case itself: its course, its team.</summary>
    public static async Task<Outcome> ChangeCaseAsync(
        this IDbContextFactory<GmConnectDbContext> databases,
        Door door,
        Guid caseId,
        Actor actor,
        Func<GmConnectDbContext, Opened<CaseFile>, Task<Outcome>> change,
        CancellationToken cancellationToken) =>
        await databases.InCaseAsync<bool>(door, caseId, actor, async (database, opened) =>
        {
            var outcome = await change(database, opened);
            if (!outcome.Succeeded)
            {
                return outcome.Refusal;
            }

            database.Touch(opened.Entity);
            database.TellAfterCommit(Topics.Resident(opened.Resident.Id));

            return true;
        }, cancellationToken);
}
