using GmConnect.Domain.Assessments;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Households;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Cases;

public enum TimelineKind
{
    CaseOpened,
    Joined,
    Left,
    Turn,
    Note,
    DocumentAdded,
    DocumentRemoved,
    Assessment
}

/// <param name="Id">Of the note, the document, the turn, the membership, the assessment’s turn or the case.</param>
/// <param name="Who">Who did it; of somebody who joined or left, they themselves.</param>
/// <param name="Words">What was written, the title of a document, what a colleague does here, whom the lead went to, the form of an assessment.</param>
public sealed record TimelineRow(TimelineKind Kind, Guid Id, DateTime At, string Who, string? Agency, string? Words)
{
    public CaseTurnKind? Turn { get; init; }

    public CaseClosedBecause? Because { get; init; }

    public AssessmentTurnKind? Assessment { get; init; }

    public CaseAudience? Audience { get; init; }

    public DateOnly? HappenedOn { get; init; }

    /// <summary>A draft of the reader.</summary>
    public bool IsDraft { get; init; }

    public bool MayStrikeOut { get; init; }

    public StruckOut? StruckOut { get; init; }

    /// <summary>Of a note, in whose case it is.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Whom of those on the case together it is about; nothing: the person whose case it is.</summary>
    public string? About { get; init; }
}

public sealed record StruckOut(DateTime At, string By, string Because);

/// <param name="Before">Of the rows that follow; nothing when these are the last.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineRow> Drafts, IReadOnlyList<TimelineRow> Rows, DateTime? Before);

/// <summary>What happened in a case, the newest first, a page at a time: as fast after five years as on the first day.</summary>
public sealed class ReadTimeline(IDbContextFactory<GmConnectDbContext> databases, Door door)
{
    public const int Length = 25;

    /// <param name="before">Rows older than this; nothing: the newest.</param>
    public Task<Outcome<TimelinePage>> ExecuteAsync(
        Guid caseId, DateTime? before, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<TimelinePage>>(async database =>
        {
            var opened = await door.OpenAsync<CaseFile>(database, caseId, Asking.ToRead(actor, view), cancellationToken);
            // The family reads what was written for it (ReadTeamWords), and not the team's working record.
            if (!opened.Succeeded || !actor.Role.IsWorker())
            {
                return NotFound.Instance;
            }

            var file = opened.Value.Entity;
            var until = before ?? DateTime.MaxValue;
            var readable = CaseNote.ReadBy(actor);
            var notes = await door.PartsOfAsync<CaseNote, CaseFile>(
                database, opened.Value, rows => rows.AsNoTracking().Where(readable).Where(n => n.IsApproved && n.At < until)
                    .OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(Length + 1), cancellationToken);
            var drafts = before is not null ? [] : await door.PartsOfAsync<CaseNote, CaseFile>(
                database, opened.Value, rows => rows.AsNoTracking().Where(readable).Where(n => !n.IsApproved).OrderByDescending(n => n.At), cancellationToken);
            // What is about another person on it is in that person's case, and opened for that person.
            var together = await door.TogetherWithAsync(database, opened.Value, cancellationToken);
            var about = together.Count == 0 ? [] : await door.PartsOfAsync<CaseNote, CaseFile>(
                database, together, rows => rows.AsNoTracking().Where(readable).Where(n => n.HouseholdId == caseId && (!n.IsApproved || n.At < until))
                    .OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(Length + 1), cancellationToken);
            var files = together.Append(opened.Value).ToDictionary(c => c.Entity.Id);
            var documents = (await door.PartsOfAsync<CaseDocument, CaseFile>(database, opened.Value, rows => rows.AsNoTracking(), cancellationToken))
                .Where(d => d.IsReadBy(actor)).ToList();
            var assessments = (await door.PartsOfAsync<Assessment, CaseFile>(database, opened.Value, rows => rows.AsNoTracking(), cancellationToken))
                .Where(a => a.IsReadBy(actor)).ToList();
            var names = await TimelineNames.LoadAsync(database, file, [.. notes, .. drafts, .. about], documents, cancellationToken, assessments);
            var rows = notes.Concat(about.Where(n => n.IsApproved)).Select(n => Show(n, files[n.CaseFileId], caseId, actor, names)).Concat(TurnsOf(file, names)).Concat(documents.SelectMany(d => Show(d, names)))
                .Concat(assessments.SelectMany(a => a.Turns, (a, turn) => Show(a, turn, names)))
                .Where(r => r.At < until)
                .OrderByDescending(r => r.At).ThenByDescending(r => r.Id).ToList();

            return new TimelinePage(
                [.. drafts.Concat(before is null ? about.Where(n => !n.IsApproved) : []).OrderByDescending(n => n.At).Select(n => Show(n, files[n.CaseFileId], caseId, actor, names))],
                [.. rows.Take(Length)],
                rows.Count > Length ? rows[Length - 1].At : null);
        }, cancellationToken);

    private static TimelineRow Show(CaseNote note, Opened<CaseFile> of, Guid shownOn, Actor actor, TimelineNames names) =>
        new(TimelineKind.Note, note.Id, note.At, names.Person(note.WrittenBy), names.Agency(note.AgencyId), note.Words)
        {
            Audience = note.Audience,
            HappenedOn = note.HappenedOn,
            IsDraft = !note.IsApproved,
            MayStrikeOut = note is { IsApproved: true, StruckOutAt: null }
                && of.Entity.Status.IsLive() && (note.WrittenBy == actor.AccountId || of.Entity.LeadAccountId == actor.AccountId),
            CaseId = note.CaseFileId,
            About = note.CaseFileId == shownOn ? null : of.Resident.CalledName,
            StruckOut = note is { StruckOutAt: { } at, StruckOutBy: { } by, StruckOutBecause: { } because } ? new(at, names.Person(by), because) : null
        };

    private static IEnumerable<TimelineRow> TurnsOf(CaseFile file, TimelineNames names) =>
    [
        new(TimelineKind.CaseOpened, file.Id, file.OpenedAt, names.Person(file.CareTeam.MinBy(m => m.From)?.AccountId ?? file.LeadAccountId), names.Agency(file.CareTeam.MinBy(m => m.From)?.AgencyId ?? file.AgencyId), file.Summary),
        .. file.CareTeam.Where(m => m.From > file.OpenedAt)
            .Select(m => new TimelineRow(TimelineKind.Joined, m.Id, m.From, names.Person(m.AccountId), names.Agency(m.AgencyId), m.Role)),
        .. file.CareTeam.Where(m => m.Until is not null)
            .Select(m => new TimelineRow(TimelineKind.Left, m.Id, m.Until!.Value, names.Person(m.AccountId), names.Agency(m.AgencyId), m.Role)),
        .. file.Turns.Select(t => new TimelineRow(TimelineKind.Turn, t.Id, t.At, names.Person(t.By), null, t.To is { } to ? names.Person(to) : t.Words)
        {
            Turn = t.Kind, Because = t.Because
        })
    ];

    private static TimelineRow Show(Assessment assessment, AssessmentTurn turn, TimelineNames names) =>
        new(TimelineKind.Assessment, turn.Id, turn.At, names.Person(turn.By), names.Agency(assessment.AgencyId), assessment.Form.Title)
        {
            Assessment = turn.Kind, Audience = assessment.Audience
        };

    private static IEnumerable<TimelineRow> Show(CaseDocument document, TimelineNames names)
    {
        yield return new(
            TimelineKind.DocumentAdded, document.Id, document.AddedAt, names.Person(document.AddedBy), names.Agency(document.AgencyId), document.Title)
        {
            Audience = document.Audience
        };
        if (document.RemovedAt is { } gone)
        {
            yield return new(
                TimelineKind.DocumentRemoved, document.Id, gone, document.RemovedBy is { } by ? names.Person(by) : "", null, document.Title)
            {
                Audience = document.Audience
            };
        }
    }
}

/// <summary>The people and agencies that a page of the timeline names.</summary>
internal sealed record TimelineNames(IReadOnlyDictionary<Guid, string> People, IReadOnlyDictionary<Guid, string> Agencies)
{
    public static async Task<TimelineNames> LoadAsync(
        GmConnectDbContext database, CaseFile? file, IReadOnlyList<CaseNote> notes, IReadOnlyList<CaseDocument> documents, CancellationToken cancellationToken,
        IReadOnlyList<Assessment>? assessments = null)
    {
        var people = notes.Select(n => n.WrittenBy).Concat(notes.Select(n => n.StruckOutBy).OfType<Guid>())
            .Concat(documents.Select(d => d.AddedBy)).Concat(documents.Select(d => d.RemovedBy).OfType<Guid>())
            .Concat(file is null ? [] : file.CareTeam.Select(m => m.AccountId).Append(file.LeadAccountId))
            .Concat(file is null ? [] : file.Turns.SelectMany(t => new[] { t.By, t.To ?? t.By }))
            .Concat((assessments ?? []).SelectMany(a => a.Turns.Select(t => t.By)))
            .Distinct().ToList();
        var agencies = notes.Select(n => n.AgencyId).Concat(documents.Select(d => d.AgencyId)).Concat((assessments ?? []).Select(a => a.AgencyId))
            .Concat(file is null ? [] : file.CareTeam.Select(m => m.AgencyId).Append(file.AgencyId)).Distinct().ToList();

        return new TimelineNames(
            await database.Accounts.AsNoTracking().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken),
            await database.Agencies.AsNoTracking().Where(a => agencies.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken));
    }

    public string Person(Guid id) => People.GetValueOrDefault(id, "");

    public string? Agency(Guid id) => Agencies.GetValueOrDefault(id);
}
