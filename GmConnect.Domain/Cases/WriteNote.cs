using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Households;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Cases;

/// <summary>
/// Notes in a case. A draft is read and changed by its writer only; approving it shows it to those whom it is for; a note that was
/// wrong is struck out by its writer, or by who leads the case.
/// </summary>
public sealed class WriteNote(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    /// <summary>Keeps a draft: a new one, or over the one named.</summary>
    public Task<Outcome<Guid>> SaveDraftAsync(
        Guid caseId, Guid? noteId, NoteTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        WriteAsync(caseId, noteId, typed, false, actor, cancellationToken);

    /// <summary>Writes and approves it in one: from then on its words stay.</summary>
    public Task<Outcome<Guid>> ApproveAsync(
        Guid caseId, Guid? noteId, NoteTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        WriteAsync(caseId, noteId, typed, true, actor, cancellationToken);

    public Task<Outcome> DiscardDraftAsync(Guid caseId, Guid noteId, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeAsync(caseId, noteId, actor, (database, _, note) =>
        {
            if (note.IsApproved)
            {
                return new NoteIsApproved();
            }

            database.Remove(note);

            return Outcome.Done;
        }, cancellationToken);

    public Task<Outcome> StrikeOutAsync(Guid caseId, Guid noteId, string? reason, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeAsync(caseId, noteId, actor, (_, file, note) =>
            note.IsApproved && (note.WrittenBy == actor.AccountId || file.LeadAccountId == actor.AccountId)
                ? note.StrikeOut(reason, actor.At(clock.UtcNow()))
                : NotFound.Instance, cancellationToken);

    private Task<Outcome<Guid>> WriteAsync(
        Guid caseId, Guid? noteId, NoteTyped typed, bool approves, Actor actor, CancellationToken cancellationToken) =>
        databases.InCaseAsync<Guid>(door, caseId, actor, async (database, opened) =>
        {
            if (actor.AgencyId is not { } agency)
            {
                return NotFound.Instance;
            }

            if (typed.HouseholdId is { } household && !await door.AreTogetherAsync(database, opened, household, cancellationToken))
            {
                return NotFound.Instance;
            }

            var stamp = actor.At(clock.UtcNow());
            var note = noteId is { } id
                ? (await FindAsync(database, opened, id, cancellationToken)) is { } found && found.WrittenBy == actor.AccountId ? found : null
                : new CaseNote { ResidentId = opened.Resident.Id, CaseFileId = caseId, AgencyId = agency, WrittenBy = actor.AccountId, HouseholdId = typed.HouseholdId };
            if (note is null)
            {
                return NotFound.Instance;
            }

            var written = note.Write(typed, clock.Today(), stamp);
            if (!written.Succeeded)
            {
                return written.Refusal;
            }

            if (approves)
            {
                note.Approve(stamp);
            }

            TellHousehold(database, note);
            if (noteId is null)
            {
                door.Admit(database, opened.Resident, note);
            }

            return note.Id;
        }, cancellationToken);

    private async Task<Outcome> ChangeAsync(
        Guid caseId, Guid noteId, Actor actor, Func<GmConnectDbContext, CaseFile, CaseNote, Outcome> change, CancellationToken cancellationToken) =>
        await databases.InCaseAsync<Guid>(door, caseId, actor, async (database, opened) =>
        {
            if (await FindAsync(database, opened, noteId, cancellationToken) is not { } note)
            {
                return NotFound.Instance;
            }

            var changed = change(database, opened.Entity, note);
            TellHousehold(database, note);

            return changed.Succeeded ? noteId : changed.Refusal;
        }, cancellationToken);

    private static void TellHousehold(GmConnectDbContext database, CaseNote note)
    {
        if (note.HouseholdId is { } household)
        {
            database.TellAfterCommit(Topics.Case(household));
        }
    }

    private async Task<CaseNote?> FindAsync(GmConnectDbContext database, Opened<CaseFile> opened, Guid noteId, CancellationToken cancellationToken) =>
        (await door.PartsOfAsync<CaseNote, CaseFile>(database, opened, notes => notes.Where(n => n.Id == noteId).Where(CaseNote.ReadBy(opened.Actor)), cancellationToken)).SingleOrDefault();
}
