using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Households;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Cases;

/// <param name="IsThere">It can be downloaded.</param>
public sealed record DocumentShown(
    Guid DocumentId, string Title, DocumentKind Kind, int Size, CaseAudience Audience, DateOnly? KeepUntil, DateTime AddedAt, string AddedBy,
    string? Agency, bool IsThere, DateTime? RemovedAt, string? RemovedBecause, bool MayRemove)
{
    /// <summary>In whose case it is; with the document's id it names the download.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Whom of those on the case together it is about; nothing: the person whose case it is.</summary>
    public string? About { get; init; }
}

public sealed record DocumentDownloaded(byte[] Bytes, DocumentKind Kind);

/// <summary>Files of a case: added by the care team, handed out to those whom each is for, removed with a reason or when their day comes.</summary>
public sealed class KeepDocument(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<Guid>> AddAsync(Guid caseId, DocumentTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InCaseAsync<Guid>(door, caseId, actor, async (database, opened) =>
        {
            if (typed.HouseholdId is { } household)
            {
                if (!await door.AreTogetherAsync(database, opened, household, cancellationToken))
                {
                    return NotFound.Instance;
                }

                database.TellAfterCommit(Topics.Case(household));
            }

            var there = (await AllAsync(database, opened, cancellationToken)).Count(d => d.RemovedAt is null);
            var added = CaseDocument.Add(opened.Entity, actor.AgencyId!.Value, typed, there, clock.Today(), actor.At(clock.UtcNow()));

            return added.Then<Guid>(made =>
            {
                door.Admit(database, opened.Resident, made.Document);
                door.Admit(database, opened.Resident, made.Content);

                return made.Document.Id;
            });
        }, cancellationToken);

    /// <summary>By who added it, or who leads the case.</summary>
    public async Task<Outcome> RemoveAsync(Guid caseId, Guid documentId, string? reason, Actor actor, CancellationToken cancellationToken = default) =>
        await databases.InCaseAsync<Guid>(door, caseId, actor, async (database, opened) =>
        {
            if ((await AllAsync(database, opened, cancellationToken)).SingleOrDefault(d => d.Id == documentId) is not { } document
                || !document.IsReadBy(actor) || !MayRemove(document, opened.Entity, actor))
            {
                return NotFound.Instance;
            }

            var removed = document.Remove(reason, actor.At(clock.UtcNow()));

            if (!removed.Succeeded)
            {
                return removed.Refusal;
            }

            database.RemoveRange(await ContentAsync(database, opened, document, cancellationToken));
            if (document.HouseholdId is { } household)
            {
                database.TellAfterCommit(Topics.Case(household));
            }

            return documentId;
        }, cancellationToken);

    public Task<Outcome<IReadOnlyList<DocumentShown>>> ListAsync(Guid caseId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<IReadOnlyList<DocumentShown>>>(async database =>
        {
            var opened = await door.OpenAsync<CaseFile>(database, caseId, Asking.ToRead(actor, view), cancellationToken);
            if (!opened.Succeeded || !actor.Role.IsWorker())
            {
                return NotFound.Instance;
            }

            var together = await door.TogetherWithAsync(database, opened.Value, cancellationToken);
            var about = together.Count == 0 ? [] : await door.PartsOfAsync<CaseDocument, CaseFile>(
                database, together, rows => rows.AsNoTracking().Where(d => d.HouseholdId == caseId), cancellationToken);
            var documents = (await AllAsync(database, opened.Value, cancellationToken)).Concat(about).Where(d => d.IsReadBy(actor)).ToList();
            var names = await TimelineNames.LoadAsync(database, null, [], documents, cancellationToken);
            var today = clock.Today();
            var files = together.Append(opened.Value).ToDictionary(c => c.Entity.Id);

            return (List<DocumentShown>)[.. documents.OrderByDescending(d => d.AddedAt).Select(d => new DocumentShown(
                d.Id, d.Title, d.Kind, d.Size, d.Audience, d.KeepUntil, d.AddedAt, names.Person(d.AddedBy), names.Agency(d.AgencyId), d.IsThere(today),
                d.RemovedAt, d.RemovedBecause, MayRemove(d, files[d.CaseFileId].Entity, actor))
                {
                    CaseId = d.CaseFileId, About = d.CaseFileId == caseId ? null : files[d.CaseFileId].Resident.CalledName
                })];
        }, cancellationToken);

    /// <summary>One file, as a download: an export, and recorded as one.</summary>
    public Task<Outcome<DocumentDownloaded>> DownloadAsync(Guid caseId, Guid documentId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<DocumentDownloaded>>(async database =>
        {
            var opened = await door.OpenAsync<CaseFile>(database, caseId, Asking.ToRead(actor) with { Channel = Channel.Export }, cancellationToken);
            if (!opened.Succeeded || !opened.Value.MayKnowWhoHelps
                || (await AllAsync(database, opened.Value, cancellationToken)).SingleOrDefault(d => d.Id == documentId) is not { } document
                || !document.IsReadBy(actor) || !document.IsThere(clock.Today()))
            {
                return NotFound.Instance;
            }

            return new DocumentDownloaded((await ContentAsync(database, opened.Value, document, cancellationToken)).Single().Bytes, document.Kind);
        }, cancellationToken);

    private Task<IReadOnlyList<CaseDocument>> AllAsync(GmConnectDbContext database, Opened<CaseFile> opened, CancellationToken cancellationToken) =>
        door.PartsOfAsync<CaseDocument, CaseFile>(database, opened, documents => documents, cancellationToken);

    private Task<IReadOnlyList<CaseDocumentContent>> ContentAsync(
        GmConnectDbContext database, Opened<CaseFile> opened, CaseDocument document, CancellationToken cancellationToken) =>
        door.PartsOfAsync<CaseDocumentContent, CaseDocument>(database, opened.With(document), content => content, cancellationToken);

    private static bool MayRemove(CaseDocument document, CaseFile file, Actor actor) => document.RemovedAt is null
        && file.Status.IsLive()
        && (document.AddedBy == actor.AccountId || (file.LeadAccountId == actor.AccountId && !actor.Role.IsCitizen()));
}
