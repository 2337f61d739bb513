using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Referrals;

/// <param name="Answers">By question; what is not answered is not known.</param>
/// <param name="Wanted">Another level than the rules say, with a reason.</param>
/// <param name="Seen">The triage that the page showed; nothing where it showed none.</param>
public sealed record TriageTyped(IReadOnlyDictionary<string, string> Answers, TriageLevel? Wanted = null, string? Why = null, string? Note = null, Guid? Seen = null);

/// <summary>A person confirms the level that the rules give, or another one with a reason; a second person lets it step down from the top.</summary>
public sealed class TriageReferral(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome> ExecuteAsync(Guid referralId, TriageTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeReferralAsync(door, referralId, actor, opened => opened.Entity.Triage(
            new TriageTaken(new TriageAnswers(typed.Answers), IsAdult(opened), typed.Wanted, typed.Why, typed.Note, typed.Seen),
            actor.At(clock.UtcNow())), cancellationToken);

    public Task<Outcome> SecondAsync(Guid referralId, Guid triageId, bool agrees, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeReferralAsync(
            door, referralId, actor, opened => opened.Entity.Second(triageId, agrees, actor.At(clock.UtcNow())), cancellationToken);

    /// <summary>The legal route: of age on the day the referral came.</summary>
    internal static bool IsAdult(Opened<Referral> opened) => IsOfAge(opened.Entity.ReceivedAt, opened.Resident.BirthDate);

    internal static bool IsOfAge(DateTime received, DateOnly born) => received >= Birthday.Begins(born, 18);
}
