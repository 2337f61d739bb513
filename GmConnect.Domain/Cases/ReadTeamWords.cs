using GmConnect.Domain.Assessments;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Cases;

/// <param name="CaseId">With the document's id it names the download.</param>
/// <param name="DocumentId">Nothing of a note, an assessment and a closing.</param>
public sealed record TeamWords(Guid CaseId, Guid? DocumentId, DateTime At, string Who, string? Agency, string Words)
{
    public DateOnly? HappenedOn { get; init; }

    public StruckOut? StruckOut { get; init; }

    /// <summary>The case was closed with these words.</summary>
    public CaseClosedBecause? Closed { get; init; }

    /// <summary>Its agency closed altogether, and this worker leads the case from then on.</summary>
    public string? GoesOnWith { get; init; }

    public AssessmentShown? Assessment { get; init; }
}

public sealed record TeamWordsShown(WhoItIs Who, IReadOnlyList<TeamWords> Words, bool HasMore);

/// <summary>What the care team wrote for the family: notes, documents, finished assessments and how cases ended. A relative who may not know who helps is shown nothing.</summary>
public sealed class ReadTeamWords(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public const int Length = 100;

    public Task<Outcome<TeamWordsShown>> ExecuteAsync(Guid residentId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<TeamWordsShown>>(async database =>
        {
            var entered = await door.EnterAsync(database, residentId, DataCategory.Case, Asking.ToRead(actor), null, cancellationToken);
            if (!entered.Succeeded || !actor.Role.IsCitizen() || !entered.Value.MayKnowWhoHelps)
            {
                return NotFound.Instance;
            }

            var notes = await door.PageOfAsync<CaseNote>(
                database, entered.Value, rows => rows.AsNoTracking().Where(CaseNote.ReadBy(actor)).OrderByDescending(n => n.At).ThenBy(n => n.Id).Take(Length + 1), cancellationToken);
            var documents = (await door.PageOfAsync<CaseDocument>(database, entered.Value, rows => rows.AsNoTracking(), cancellationToken))
                .Where(d => d.IsReadBy(actor) && d.IsThere(clock.Today())).ToList();
            var assessments = (await door.PageOfAsync<Assessment>(
                database, entered.Value, rows => rows.AsNoTracking().Where(a => a.Status == AssessmentStatus.Finished && a.Audience == CaseAudience.Family), cancellationToken))
                .Where(a => a.IsReadBy(actor)).ToList();
            var reading = await AssessmentReading.LoadAsync(database, assessments, entered.Value.MayReadOfStory, cancellationToken);
            var cases = await door.RowsOfAsync<CaseFile>(database, entered.Value, cancellationToken);
            var closings = cases.SelectMany(c => c.Turns.Where(t => t.Kind is CaseTurnKind.Closed or CaseTurnKind.PassedOn), (file, turn) => (file, turn)).ToList();
            var names = await TimelineNames.LoadAsync(database, null, notes, documents, cancellationToken);
            var agencies = await database.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
            var closers = closings.SelectMany(c => new[] { c.turn.By, c.turn.To ?? c.turn.By }).Distinct().ToList();
            var people = await database.Accounts.AsNoTracking().Where(a => closers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
            var words = notes.Select(n => new TeamWords(n.CaseFileId, null, n.At, names.Person(n.WrittenBy), names.Agency(n.AgencyId), n.Words)
                {
                    HappenedOn = n.HappenedOn,
                    StruckOut = n is { StruckOutAt: { } at, StruckOutBy: { } by, StruckOutBecause: { } because } ? new(at, names.Person(by), because) : null
                })
                .Concat(documents.Select(d => new TeamWords(d.CaseFileId, d.Id, d.AddedAt, names.Person(d.AddedBy), names.Agency(d.AgencyId), d.Title)))
                .Concat(closings.Select(c => new TeamWords(c.file.Id, null, c.turn.At, people[c.turn.By], agencies[c.file.AgencyId], c.turn.Words ?? "")
                {
                    Closed = c.turn.Because,
                    GoesOnWith = c.turn.Kind is CaseTurnKind.PassedOn ? people.GetValueOrDefault(c.turn.To!.Value) : null
                }))
                .Concat(assessments.Select(a => new TeamWords(
                    a.CaseFileId, null, a.FinishedAt!.Value, reading.Person(a.StartedBy), reading.Agency(a.AgencyId), a.Form.Title)
                {
                    Assessment = reading.Show(a, actor.AccountId)
                }))
                .OrderByDescending(w => w.At).ToList();

            return new TeamWordsShown(WhoItIs.For(entered.Value), [.. words.Take(Length)], words.Count > Length);
        }, cancellationToken);
}
