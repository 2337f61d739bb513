using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Rights;

/// <param name="About">Nothing when nothing was chosen.</param>
/// <param name="RowId">The case or referral; nothing for something else.</param>
public sealed record CorrectionTyped(CorrectedThing? About, Guid? RowId, string? Wrong, string? ShouldSay);

/// <summary>
/// The person, or who acts for them, says what is wrong and what it should say. It is due in a calendar month (UK GDPR Article 12(3))
/// and goes to the lead of the agency whose words they are; something else goes to the data guardian.
/// </summary>
public sealed class AskForCorrection(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<QuestionAsked>> ExecuteAsync(
        Guid residentId, CorrectionTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<QuestionAsked>>(async database =>
        {
            var entered = await door.EnterAsync(database, residentId, DataCategory.Rights, Asking.ToWrite(actor, Purpose.OwnRecord), null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var (wrong, should) = (PlainText.Clean(typed.Wrong), PlainText.Clean(typed.ShouldSay));
            var written = (await ReadCorrectable.OfAsync(database, door, entered.Value, cancellationToken))
                .FirstOrDefault(w => w.About == typed.About && w.RowId == typed.RowId);
            if (typed.About is not { } about || (about is not CorrectedThing.SomethingElse && written is null))
            {
                return new ChooseWhatIsWrong();
            }

            if ((Correction.Check(wrong, () => new SayWhatIsWrong()) ?? Correction.Check(should, () => new SayWhatItShouldSay())) is { } refused)
            {
                return refused;
            }

            var now = clock.UtcNow();
            var matter = new Matter
            {
                Reference = Reference.New(), ResidentId = residentId, Kind = MatterKind.Correction, AgencyId = written?.AgencyId,
                OpenedAt = now, OpenedBy = actor.AccountId, Words = wrong, DueAt = DueDays.For(MatterKind.Correction, null, now)
            };
            door.Admit(database, entered.Value.Resident, matter);
            door.Admit(database, entered.Value.Resident, new Correction
            {
                ResidentId = residentId, MatterId = matter.Id, About = about, RowId = written?.RowId, Quoted = written?.Words ?? "",
                Wrong = wrong, ShouldSay = should, AskedBy = actor.AccountId, AskedAt = now
            });
            database.TellAfterCommit(Topics.Desk);
            database.TellAfterCommit(Topics.Resident(residentId));

            return new QuestionAsked(matter.Reference, matter.DueAt);
        }, cancellationToken);
}
