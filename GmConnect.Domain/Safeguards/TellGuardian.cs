using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Safeguards;

/// <summary>What a worker tells the data guardian of somebody they work with.</summary>
public enum Told
{
    /// <summary>Asked alone, the person says nobody must be kept from knowing where they are.</summary>
    PlaceIsSafe,

    /// <summary>It may be dangerous if others know where the person is: protected at once.</summary>
    PlaceIsNotSafe,

    /// <summary>Whatever else the guardian should decide: capacity, a court order, a disclosure.</summary>
    SomethingElse
}

/// <summary>
/// A worker with the person's referral or case tells the data guardian. The right to write the referral or the case is what lets them;
/// what they tell they cannot take back, and a protection only the guardian ends.
/// </summary>
public sealed class TellGuardian(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome> OfReferralAsync(Guid referralId, Told told, string? words, Actor actor, CancellationToken cancellationToken = default) =>
        TellAsync<Referral>(referralId, told, words, actor, cancellationToken);

    public Task<Outcome> OfCaseAsync(Guid caseId, Told told, string? words, Actor actor, CancellationToken cancellationToken = default) =>
        TellAsync<CaseFile>(caseId, told, words, actor, cancellationToken);

    private Task<Outcome> TellAsync<T>(Guid id, Told told, string? words, Actor actor, CancellationToken cancellationToken)
        where T : class, IConcernsResident<T> =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await door.OpenAsync<T>(database, id, Asking.ToWrite(actor), cancellationToken);
            if (!opened.Succeeded || actor.AgencyId is null)
            {
                return NotFound.Instance;
            }

            var (now, why) = (clock.UtcNow(), PlainText.Clean(words));
            switch (why.Length)
            {
                case 0: return new SafeguardNeedsWhy();
                case > StandingFact.WhyMaxLength: return new SafeguardWhyTooLong(why.Length, StandingFact.WhyMaxLength);
            }

            if (told is Told.SomethingElse)
            {
                PutOnDesk.Now(database, door, opened.Value, MatterKind.Review, ReviewReason.Raised, why, now);
            }
            else
            {
                Concern.Raise(database, door, opened.Value, told is Told.PlaceIsSafe, why, MatterKind.Review, now);
                database.TellAfterCommit(Topics.Resident(opened.Value.Resident.Id));
            }

            return Outcome.Done;
        }, cancellationToken);
}
