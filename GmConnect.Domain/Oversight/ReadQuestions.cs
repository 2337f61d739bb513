using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Rights;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Oversight;

/// <param name="Answer">Nothing while it waits.</param>
public sealed record QuestionShown(
    Guid MatterId, string Reference, MatterKind Kind, string Words, string? AskedBy, DateTime OpenedAt, DateTime DueAt, Guid? EntryId, string? Answer, Finding? Finding, DateTime? ClosedAt,
    CorrectionShown? Correction, DateTime? CopyReadyAt, ObjectionShown? Objection);

/// <param name="MayAsk">The reader may ask more.</param>
public sealed record QuestionsShown(WhoItIs Who, bool MayAsk, IReadOnlyList<QuestionShown> Questions);

/// <summary>What the family asked the guardian, and the answers; newest first. What is reviewed without their asking is not here.</summary>
public sealed class ReadQuestions(IDbContextFactory<GmConnectDbContext> databases, Door door)
{
    public Task<Outcome<QuestionsShown>> ExecuteAsync(Guid residentId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<QuestionsShown>>(async database =>
        {
            var entered = await door.EnterAsync(
                database, residentId, DataCategory.Rights, Asking.ToRead(actor, Purpose.OwnRecord), null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var asked = (await door.RowsOfAsync<Matter>(database, entered.Value, cancellationToken))
                .Where(m => m.Kind is not (MatterKind.Review or MatterKind.Retention)).ToList();
            var corrections = (await door.RowsOfAsync<Correction>(database, entered.Value, cancellationToken)).ToDictionary(c => c.MatterId);
            var copies = (await door.RowsOfAsync<AccessPack>(database, entered.Value, cancellationToken)).ToDictionary(p => p.MatterId, p => p.ReadyAt);
            var objections = (await door.RowsOfAsync<Objection>(database, entered.Value, cancellationToken)).ToDictionary(o => o.MatterId);
            var agencies = entered.Value.MayKnowWhoHelps ? await AgenciesAsync(database, objections.Values, cancellationToken) : [];
            var mayHave = AskForPack.MayHaveEverything(entered.Value);
            var people = asked.Select(m => m.OpenedBy).OfType<Guid>().Distinct().ToList();
            var names = await database.Accounts.AsNoTracking().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);

            return new QuestionsShown(
                WhoItIs.For(entered.Value),
                entered.Value.May(Act.Write, DataCategory.Rights),
                [.. asked.OrderByDescending(m => m.OpenedAt).Select(m => new QuestionShown(
                    m.Id, m.Reference, m.Kind, m.Words, m.OpenedBy is { } by ? names.GetValueOrDefault(by) : null, m.OpenedAt, m.DueAt, m.EntryId,
                    m.Answer, m.Finding, m.ClosedAt,
                    corrections.TryGetValue(m.Id, out var correction) ? Known(CorrectionShown.Of(correction), entered.Value.MayKnowWhoHelps) : null,
                    mayHave ? copies.GetValueOrDefault(m.Id) : null,
                    objections.TryGetValue(m.Id, out var objection) ? ObjectionShown.Of(objection, agencies.GetValueOrDefault(objection.AgencyId)) : null))]);
        }, cancellationToken);

    private static async Task<Dictionary<Guid, string>> AgenciesAsync(
        GmConnectDbContext database, IEnumerable<Objection> objections, CancellationToken cancellationToken)
    {
        var ids = objections.Select(o => o.AgencyId).ToList();

        return await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
    }

    /// <summary>What professionals wrote tells a relative where a protected person is helped.</summary>
    private static CorrectionShown Known(CorrectionShown shown, bool places) => places ? shown : shown with { Quoted = "", SaysNow = null };
}
