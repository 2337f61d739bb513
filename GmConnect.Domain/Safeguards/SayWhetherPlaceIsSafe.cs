using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Safeguards;

/// <param name="MaySayItIsSafe">The person themself. Who acts for them can only say that it is not: whoever is feared may be the one who acts.</param>
public sealed record PlaceQuestion(WhoItIs Who, bool MaySayItIsSafe);

/// <summary>
/// The person, or who acts for them, says whether it is safe that others know where the person is. Not safe takes hold in the same
/// save: nobody but the person knows from then on, and who acts for them where they knew already. The data guardian is told,
/// and asks who must still know.
/// </summary>
public sealed class SayWhetherPlaceIsSafe(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<PlaceQuestion>> ReadAsync(Guid residentId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<PlaceQuestion>>(async database =>
        {
            var entered = await EnterAsync(database, residentId, actor, cancellationToken);

            return entered.Succeeded ? new PlaceQuestion(WhoItIs.For(entered.Value), IsThePerson(entered.Value)) : entered.Refusal;
        }, cancellationToken);

    /// <param name="isSafe">Nothing when it was not said.</param>
    /// <returns>The question on the guardian's desk; nothing when it is safe.</returns>
    public Task<Outcome<QuestionAsked?>> ExecuteAsync(
        Guid residentId, bool? isSafe, string? words, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<QuestionAsked?>>(async database =>
        {
            var entered = await EnterAsync(database, residentId, actor, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var (now, why) = (clock.UtcNow(), PlainText.Clean(words));
            if (isSafe is not { } safe)
            {
                return new SayWhetherItIsSafe();
            }

            if (why.Length > StandingFact.WhyMaxLength)
            {
                return new SafeguardWhyTooLong(why.Length, StandingFact.WhyMaxLength);
            }

            if (safe && !IsThePerson(entered.Value))
            {
                return new OnlyThePersonSaysItIsSafe();
            }

            var asked = Concern.Raise(database, door, entered.Value, safe, why, MatterKind.Question, now);
            database.TellAfterCommit(Topics.Resident(residentId));

            return Outcome.Of(asked);
        }, cancellationToken);

    private static bool IsThePerson(Opened<Resident> entered) => entered.Actor.ResidentId == entered.Resident.Id;

    private Task<Outcome<Opened<Resident>>> EnterAsync(GmConnectDbContext database, Guid residentId, Actor actor, CancellationToken cancellationToken) =>
        door.EnterAsync(database, residentId, DataCategory.Rights, Asking.ToWrite(actor, Purpose.OwnRecord), null, cancellationToken);
}
