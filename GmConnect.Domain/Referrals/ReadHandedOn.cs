using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Referrals;

/// <param name="Reason">Why it was refused or redirected.</param>
/// <param name="QuestionId">A question that waits for an answer.</param>
public sealed record HandedOn(
    string Reference, string To, DateTime At, string? Words, ReferralStatus Status, TriageLevel? Level, DateTime? DueAt, string? Reason, string? RightAgency,
    Guid? QuestionId, string? Question);

/// <summary>What a worker's agency handed on to others about somebody it works with, and what they answered.</summary>
public sealed class ReadHandedOn(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<IReadOnlyList<HandedOn>>> FromReferralAsync(Guid referralId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        ReadAsync<Referral>(referralId, actor, view, cancellationToken);

    public Task<Outcome<IReadOnlyList<HandedOn>>> FromCaseAsync(Guid caseId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        ReadAsync<CaseFile>(caseId, actor, view, cancellationToken);

    public Task<Outcome> AnswerFromReferralAsync(Guid referralId, Guid questionId, string? words, Actor actor, CancellationToken cancellationToken = default) =>
        AnswerAsync<Referral>(referralId, questionId, words, actor, cancellationToken);

    public Task<Outcome> AnswerFromCaseAsync(Guid caseId, Guid questionId, string? words, Actor actor, CancellationToken cancellationToken = default) =>
        AnswerAsync<CaseFile>(caseId, questionId, words, actor, cancellationToken);

    private Task<Outcome<IReadOnlyList<HandedOn>>> ReadAsync<T>(Guid id, Actor actor, Guid view, CancellationToken cancellationToken)
        where T : class, IConcernsResident<T> =>
        databases.InOneSaveAsync<Outcome<IReadOnlyList<HandedOn>>>(async database =>
        {
            var opened = await door.OpenAsync<T>(database, id, Asking.ToRead(actor, view), cancellationToken);
            if (!opened.Succeeded || !actor.Role.IsWorker())
            {
                return NotFound.Instance;
            }

            var handed = await door.HandedOnAsync(database, opened.Value, cancellationToken);
            var ids = handed.SelectMany(r => new[] { r.AgencyId, r.RedirectedTo ?? r.AgencyId }).Distinct().ToList();
            var names = await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);

            return (List<HandedOn>)[.. handed.Select(r =>
            {
                var question = r.Questions.FirstOrDefault(q => q.IsOpen);

                return new HandedOn(
                    r.Reference, names[r.AgencyId], r.ReceivedAt, r.Words, r.Status, r.Level, r.Status.IsOpen() ? r.DueAt : null, r.RefusalReason,
                    r.RedirectedTo is { } right ? names[right] : null, question?.Id, question?.Words);
            })];
        }, cancellationToken);

    private Task<Outcome> AnswerAsync<T>(Guid id, Guid questionId, string? words, Actor actor, CancellationToken cancellationToken)
        where T : class, IConcernsResident<T> =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await door.OpenAsync<T>(database, id, Asking.ToWrite(actor), cancellationToken);
            if (!opened.Succeeded || await door.HandedOnAsync(database, opened.Value, questionId, cancellationToken) is not { } referral)
            {
                return NotFound.Instance;
            }

            var answered = referral.Answer(questionId, words, actor.At(clock.UtcNow()));
            if (answered.Succeeded)
            {
                database.Touch(referral);
                ReferralDesk.Tell(database, referral);
            }

            return answered;
        }, cancellationToken);
}
