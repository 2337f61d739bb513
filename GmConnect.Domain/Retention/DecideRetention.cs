using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Retention;

/// <summary>
/// How a review of what was kept for its time ends: it is kept until another day, because of a hold, an inquiry or a need, or it is
/// destroyed and a certificate says so. Only the data guardian decides (docs/decisions/0019).
/// </summary>
public sealed class DecideRetention(
    IDbContextFactory<GmConnectDbContext> databases, Door door, IOptions<RetentionOptions> options, TimeProvider clock)
{
    /// <summary>A hold is looked at again at least so often.</summary>
    public const int KeepAtMostYears = 5;

    /// <param name="until">The London day on which it comes to the desk again: tomorrow at the earliest.</param>
    /// <param name="why">Which hold or need: up to <see cref="DestructionCertificate.WhyMaxLength"/> letters.</param>
    public Task<Outcome> KeepAsync(Guid matterId, DateOnly until, string? why, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await OpenAsync(database, matterId, actor, cancellationToken);
            if (!opened.Succeeded)
            {
                return opened.Refusal;
            }

            var (now, words) = (clock.UtcNow(), PlainText.Clean(why));
            var (earliest, latest) = (LondonTime.DayOf(now).AddDays(1), LondonTime.DayOf(now).AddYears(KeepAtMostYears));
            if (until < earliest || until > latest)
            {
                return new KeepUntilAnotherDay(earliest, latest);
            }

            if (WordsRefused(words) is { } refused)
            {
                return refused;
            }

            opened.Value.Entity.End(words, actor.At(now), until);
            database.TellAfterCommit(Topics.Desk);

            return Outcome.Done;
        }, cancellationToken);

    /// <param name="why">What was looked at and found: up to <see cref="DestructionCertificate.WhyMaxLength"/> letters.</param>
    /// <returns>The certificate's reference.</returns>
    public Task<Outcome<string>> DestroyAsync(Guid matterId, string? why, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<string>>(async database =>
        {
            var opened = await OpenAsync(database, matterId, actor, cancellationToken);
            if (!opened.Succeeded)
            {
                return opened.Refusal;
            }

            var (matter, resident, words) = (opened.Value.Entity, opened.Value.Resident, PlainText.Clean(why));
            var refused = WordsRefused(words) ?? (matter.Record is RecordClass.WholeRecord
                ? await StillNeededAsync(database, resident, matter, cancellationToken)
                : null);
            if (refused is not null)
            {
                return refused;
            }

            var now = clock.UtcNow();
            var rule = options.Value.For(matter.Record!.Value, resident.Borough);
            var destroying = new DestroyRecord(database, resident);
            var counts = matter.Record is RecordClass.WholeRecord
                ? await destroying.WholeAsync(now, cancellationToken)
                : await destroying.EndedReferralsAsync(rule, LondonTime.DayOf(now), cancellationToken);
            if (matter.Record is RecordClass.EndedReferral)
            {
                matter.End(words, actor.At(now));
            }

            var certificate = new DestructionCertificate
            {
                Reference = Reference.New(), Class = matter.Record.Value, Rule = rule.Name, Source = rule.Source, Counts = counts, Why = words,
                At = now, By = actor.AccountId, RecordId = matter.Record is RecordClass.WholeRecord ? resident.Id : null
            };
            database.Add(certificate);
            database.TellAfterCommit(Topics.Desk);
            database.TellAfterCommit(Topics.Resident(resident.Id));

            return certificate.Reference;
        }, cancellationToken);

    private async Task<Outcome<Opened<Matter>>> OpenAsync(GmConnectDbContext database, Guid matterId, Actor actor, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync<Matter>(database, matterId, Asking.ToWrite(actor, Purpose.Oversight), cancellationToken);
        if (!opened.Succeeded || actor.Role is not Role.DataGuardian || opened.Value.Entity.Kind is not MatterKind.Retention)
        {
            return NotFound.Instance;
        }

        return opened.Value.Entity.IsOpen ? opened : new MatterIsClosed();
    }

    private async Task<Refusal?> StillNeededAsync(GmConnectDbContext database, Resident resident, Matter matter, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var consents = await door.UnsafeAllOfAsync<ConsentRecord>(database, resident.Id, cancellationToken);
        var cases = await door.UnsafeAllOfAsync<CaseFile>(database, resident.Id, cancellationToken);
        var matters = await door.UnsafeAllOfAsync<Matter>(database, resident.Id, cancellationToken);
        if (consents.Any(c => c.IsInForce(now)) || cases.Any(c => c.Status.IsLive()) || matters.Any(m => m.IsOpen && m.Id != matter.Id))
        {
            return new RecordIsInUse();
        }

        var due = await LastUsed.OfAsync(database, resident.Id, cancellationToken) is { } day
            ? options.Value.WholeRecordDue(resident.BirthDate, day, resident.Borough)
            : DateOnly.MaxValue;

        return due > LondonTime.DayOf(now) ? new RecordIsNotDue(due) : null;
    }

    private static Refusal? WordsRefused(string words) => words.Length switch
    {
        0 => new RetentionNeedsWords(),
        > DestructionCertificate.WhyMaxLength => new RetentionWordsTooLong(words.Length, DestructionCertificate.WhyMaxLength),
        _ => null
    };
}
