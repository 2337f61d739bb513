using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Referrals;

/// <summary>
/// An agency asks before it can go on; the family answers on its own page, or the worker who handed it over. Meanwhile the clock
/// waits, below the top level.
/// </summary>
public sealed class AskForMore(IDbContextFactory<GmConnectDbContext> databases, Door door, AgencyLabels labels, TimeProvider clock)
{
    public Task<Outcome> AskAsync(Guid referralId, string? words, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeReferralAsync(door, referralId, actor, opened => opened.Entity.Ask(words, actor.At(clock.UtcNow())), cancellationToken);

    public Task<Outcome> GoOnWithoutAnswerAsync(Guid referralId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeReferralAsync(door, referralId, actor, opened => opened.Entity.GoOnWithoutAnswer(actor.At(clock.UtcNow())), cancellationToken);

    /// <summary>The question as the family reads it. What was handed over under a law, or is private, is not theirs to answer.</summary>
    public Task<Outcome<QuestionToAnswer>> ReadAsync(Guid residentId, Guid questionId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<QuestionToAnswer>>(async database =>
        {
            var asked = await FindAsync(database, residentId, questionId, Asking.ToRead(actor, Purpose.OwnRecord), cancellationToken);
            if (!asked.Succeeded)
            {
                return asked.Refusal;
            }

            var (entered, referral, question) = asked.Value;
            var agency = await database.Agencies.AsNoTracking().SingleAsync(a => a.Id == referral.AgencyId, cancellationToken);

            return new QuestionToAnswer(
                WhoItIs.For(entered), question.Id, labels.For(agency, entered.MayKnowWhoHelps), question.Words, question.AskedAt, question.Answer, question.ClosedAt,
                entered.May(Act.Write, DataCategory.Rights));
        }, cancellationToken);

    /// <summary>Answering is the family's own right (<see cref="DataCategory.Rights"/>): who may contribute may answer.</summary>
    public Task<Outcome> AnswerAsync(Guid residentId, Guid questionId, string? words, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var asked = await FindAsync(database, residentId, questionId, Asking.ToWrite(actor, Purpose.OwnRecord), cancellationToken);
            if (!asked.Succeeded)
            {
                return asked.Refusal;
            }

            var (_, referral, question) = asked.Value;
            var answered = referral.Answer(question.Id, words, actor.At(clock.UtcNow()));
            if (answered.Succeeded)
            {
                database.Touch(referral);
                ReferralDesk.Tell(database, referral);
            }

            return answered;
        }, cancellationToken);

    private async Task<Outcome<(Opened<Resident> Entered, Referral Referral, ReferralQuestion Question)>> FindAsync(
        GmConnectDbContext database, Guid residentId, Guid questionId, Asking asking, CancellationToken cancellationToken)
    {
        var entered = await door.EnterAsync(database, residentId, DataCategory.Rights, asking, null, cancellationToken);
        if (!entered.Succeeded)
        {
            return entered.Refusal;
        }

        var referral = (await door.AllAboutAsync<Referral>(database, entered.Value.Resident, Asking.ToRead(asking.Actor, Purpose.OwnRecord), null, cancellationToken))
            .SingleOrDefault(r => r.ReferredBy is null && !r.IsPrivate && r.Questions.Any(q => q.Id == questionId));

        return referral is null ? NotFound.Instance : (entered.Value, referral, referral.Questions.Single(q => q.Id == questionId));
    }
}

/// <param name="ClosedAt">Answered, or the agency went on without.</param>
public sealed record QuestionToAnswer(
    WhoItIs Who, Guid QuestionId, string Agency, string Words, DateTime AskedAt, string? Answer, DateTime? ClosedAt, bool MayAnswer);
