using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Oversight;

/// <param name="NotToldBecause">Why it would endanger somebody if the resident were told; nothing when it would not.</param>
public sealed record OverrideTyped(OverrideReason Reason, string? Why, string? NotToldBecause);

public sealed record OverrideGiven(Guid OverrideId, DateTime Until);

/// <summary>
/// Break-glass: a worker who has the right to says why, and reads the minimum for an hour. The guardian is told in the same
/// save. Who may not, and for whom nobody may, is answered as if there were nobody.
/// </summary>
public sealed class MakeOverride(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<OverrideGiven>> ExecuteAsync(
        Guid residentId, OverrideTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<OverrideGiven>>(async database =>
        {
            if (await door.MayOverrideAsync(database, residentId, actor, cancellationToken) is not { } resident)
            {
                return NotFound.Instance;
            }

            var (why, notTold) = (PlainText.Clean(typed.Why), PlainText.Clean(typed.NotToldBecause));
            if (why.Length < OverrideMade.WhyMinLength)
            {
                return new OverrideNeedsReason(OverrideMade.WhyMinLength);
            }

            if (Math.Max(why.Length, notTold.Length) is > StandingFact.WhyMaxLength and var length)
            {
                return new OverrideReasonTooLong(length, StandingFact.WhyMaxLength);
            }

            var now = clock.UtcNow();
            var made = new OverrideMade
            {
                ResidentId = residentId,
                From = now,
                Until = now + SharingPolicy.OverrideLasts,
                RecordedBy = actor.AccountId,
                AccountId = actor.AccountId,
                AgencyId = actor.AgencyId!.Value,
                Reason = typed.Reason,
                Why = why,
                NotToldBecause = notTold.Length == 0 ? null : notTold
            };
            door.Admit(database, resident, made);
            door.Admit(database, resident, new Matter
            {
                Reference = Reference.New(),
                ResidentId = residentId,
                Kind = MatterKind.Review,
                Reason = ReviewReason.Override,
                AgencyId = actor.AgencyId,
                AboutAccountId = actor.AccountId,
                OverrideId = made.Id,
                OpenedAt = now,
                Words = why,
                DueAt = DueDays.For(MatterKind.Review, ReviewReason.Override, now)
            });
            if (made.NotToldBecause is not null)
            {
                door.Admit(database, resident, new LogWithheld
                {
                    ResidentId = residentId,
                    From = now,
                    RecordedBy = actor.AccountId,
                    Why = made.NotToldBecause,
                    GroundId = made.Id,
                    ReviewBy = DueDays.For(MatterKind.Review, ReviewReason.Override, now)
                });
            }

            database.TellAfterCommit(Topics.Desk);
            database.TellAfterCommit(Topics.Resident(residentId));

            return new OverrideGiven(made.Id, made.Until!.Value);
        }, cancellationToken);
}
