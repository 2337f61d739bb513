using System.Linq.Expressions;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Cases;

/// <param name="HappenedOn">The London day it tells of, where that is not the day it was written.</param>
/// <param name="HouseholdId">The case of another person on which it is written, where the two are on it together.</param>
public sealed record NoteTyped(string? Words, CaseAudience Audience, DateOnly? HappenedOn, Guid? HouseholdId = null);

/// <summary>
/// What a worker writes in a case. A draft is its writer's alone; once approved its words stay as they are, and what was wrong is put
/// right by a further note or struck out with a reason, still to be read.
/// </summary>
public sealed class CaseNote : IPartOf<CaseFile>, IConcernsResident<CaseNote>, IVersioned
{
    public const int WordsMaxLength = 10_000;
    public const int ReasonMaxLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<CaseNote> Subject { get; } = CaseSubjects.Note;

    public required Guid CaseFileId { get; init; }

    public required Guid AgencyId { get; init; }

    public required Guid WrittenBy { get; init; }

    /// <summary>It is shown on this case too, of another person who is on it together with the one whom it is about.</summary>
    public Guid? HouseholdId { get; init; }

    /// <summary>When it was approved; of a draft, when it was last written.</summary>
    public DateTime At { get; private set; }

    public string Words { get; private set; } = "";

    public CaseAudience Audience { get; private set; }

    public DateOnly? HappenedOn { get; private set; }

    public bool IsApproved { get; private set; }

    public DateTime? StruckOutAt { get; private set; }

    public Guid? StruckOutBy { get; private set; }

    public string? StruckOutBecause { get; private set; }

    public Guid Version { get; set; }

    /// <summary>Those of a case that somebody who opened it reads: their own drafts, and what was approved for them.</summary>
    public static Expression<Func<CaseNote, bool>> ReadBy(Actor actor)
    {
        var (account, agency) = (actor.AccountId, actor.AgencyId);

        return actor.Role.IsCitizen()
            ? note => note.IsApproved && note.Audience == CaseAudience.Family
            : note => note.IsApproved ? note.Audience != CaseAudience.Agency || note.AgencyId == agency : note.WrittenBy == account;
    }

    /// <summary>Writes a draft, or over it. Refuses no words or too many, and a day that has not come.</summary>
    /// <param name="today">Today in London.</param>
    public Outcome Write(NoteTyped typed, DateOnly today, Stamp stamp)
    {
        var words = PlainText.Clean(typed.Words);
        if (IsApproved)
        {
            return new NoteIsApproved();
        }

        if (words.Length is 0 or > WordsMaxLength)
        {
            return new NoteNeedsWords(words.Length, WordsMaxLength);
        }

        if (typed.HappenedOn > today)
        {
            return new NoteDayInTheFuture();
        }

        (Words, Audience, HappenedOn, At) = (words, typed.Audience, typed.HappenedOn, stamp.At);

        return Outcome.Done;
    }

    public Outcome Approve(Stamp stamp)
    {
        if (IsApproved)
        {
            return new NoteIsApproved();
        }

        (IsApproved, At) = (true, stamp.At);

        return Outcome.Done;
    }

    public Outcome StrikeOut(string? reason, Stamp stamp)
    {
        var words = PlainText.Clean(reason);
        if (StruckOutAt is not null)
        {
            return new NoteIsStruckOut();
        }

        if (words.Length is 0 or > ReasonMaxLength)
        {
            return new StrikingOutNeedsReason(words.Length, ReasonMaxLength);
        }

        (StruckOutAt, StruckOutBy, StruckOutBecause) = (stamp.At, stamp.By, words);

        return Outcome.Done;
    }
}
