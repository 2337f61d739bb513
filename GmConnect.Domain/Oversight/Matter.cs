using GmConnect.Domain.Common;
using GmConnect.Domain.Retention;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Oversight;

/// <summary>Why somebody's look is put on the desk.</summary>
public enum ReviewReason
{
    Override,

    /// <summary>A worker looked at the record that is their own.</summary>
    OwnRecord,

    Colleague,
    SameAddress,
    SameSurname,

    /// <summary>Opened without a referral or a place in a care team behind it.</summary>
    NoCase,

    /// <summary>One in a hundred, drawn at random.</summary>
    Random,

    /// <summary>A worker overrides again and again.</summary>
    RepeatedOverride,

    /// <summary>A worker asks the guardian to decide something.</summary>
    Raised,

    /// <summary>It may be dangerous if others know where the person is.</summary>
    PlaceAtRisk,

    /// <summary>Two people with parental responsibility disagree.</summary>
    ParentsDisagree,

    /// <summary>Looks are withheld from the log, and the day to ask whether they still must be has come.</summary>
    StillWithheld,

    /// <summary>A worker told another agency under a law, without permission.</summary>
    SharedUnderLaw
}

public static class ReviewReasons
{
    /// <summary>Whether it is somebody's look that is reviewed.</summary>
    public static bool JudgesALook(this ReviewReason reason) =>
        reason is not (ReviewReason.Raised or ReviewReason.PlaceAtRisk or ReviewReason.ParentsDisagree or ReviewReason.StillWithheld
            or ReviewReason.SharedUnderLaw);
}

public enum Finding
{
    Justified,

    /// <summary>Within the rules, yet somebody needs help to do it better.</summary>
    NeedsLearning,

    NotJustified,

    /// <summary>Not a person's act: a fault of the service or of data.</summary>
    Mistake,

    /// <summary>It was about no look: what had to be done is done.</summary>
    DealtWith
}

/// <summary>
/// Something about one resident that the data guardian must see to: a look to review, a question, a correction, an
/// objection, a subject-access request. It has a day it is due, and it ends with a finding and words.
/// </summary>
public sealed class Matter : IConcernsResident<Matter>, IVersioned
{
    public const int WordsMaxLength = 4_000;
    public const int ReferenceMaxLength = 20;

    /// <summary>How long a closed matter can still be opened: who disagrees with a finding needs time to say so.</summary>
    public static readonly TimeSpan StaysFor = TimeSpan.FromDays(90);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Reference { get; init; }

    public required Guid ResidentId { get; init; }

    public static Subject<Matter> Subject { get; } = new(DataCategory.Rights);

    public required MatterKind Kind { get; init; }

    /// <summary>Why a look is reviewed; nothing for what a family asked.</summary>
    public ReviewReason? Reason { get; init; }

    /// <summary>The agency it is about, whose governance lead may see it.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>The worker whose look it is about.</summary>
    public Guid? AboutAccountId { get; init; }

    /// <summary>The look it is about.</summary>
    public Guid? EntryId { get; init; }

    /// <summary>The override it is about, or the disclosure whose looks are withheld.</summary>
    public Guid? OverrideId { get; init; }

    /// <summary>What was kept for its time; nothing for what is no retention review.</summary>
    public RecordClass? Record { get; init; }

    public required DateTime OpenedAt { get; init; }

    /// <summary>Nothing when the service raised it.</summary>
    public Guid? OpenedBy { get; init; }

    /// <summary>What the family asks, or why the worker says they had to look.</summary>
    public string Words { get; init; } = "";

    public required DateTime DueAt { get; init; }

    public DateTime? EscalatedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    public Finding? Finding { get; private set; }

    /// <summary>The guardian's words: for a question the answer that the family reads.</summary>
    public string? Answer { get; private set; }

    /// <summary>The London day on which what was kept is looked at again.</summary>
    public DateOnly? KeptUntil { get; private set; }

    public Guid Version { get; set; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>It ends by a finding. The others end by rules of their own.</summary>
    public bool EndsWithFinding => Kind is MatterKind.Review or MatterKind.Question;

    /// <summary>Somebody's look is judged. What is about none is only dealt with.</summary>
    public bool JudgesALook => EndsWithFinding && (Reason?.JudgesALook() ?? true);

    public bool IsOverdue(DateTime at) => IsOpen && at >= DueAt;

    internal DateTime OnTheDeskUntil(DateTime at) => ClosedAt is { } closed && closed <= at ? closed + StaysFor : DateTime.MaxValue;

    /// <summary>Nobody closes a matter about their own look.</summary>
    public Outcome Close(Finding finding, string? answer, Stamp stamp)
    {
        var words = PlainText.Clean(answer);
        if (!IsOpen)
        {
            return new MatterIsClosed();
        }

        if (stamp.By == AboutAccountId)
        {
            return new MatterIsAboutYourself();
        }

        switch (words.Length)
        {
            case 0: return new MatterNeedsWords();
            case > WordsMaxLength: return new MatterWordsTooLong(words.Length, WordsMaxLength);
        }

        (ClosedAt, ClosedBy, Finding, Answer) = (stamp.At, stamp.By, JudgesALook ? finding : Oversight.Finding.DealtWith, words);

        return Outcome.Done;
    }

    /// <summary>A matter of this kind that this person deals with: a governance lead those of their own agency.</summary>
    internal bool IsFor(Actor actor, MatterKind kind) =>
        Kind == kind && (actor.Role is Role.DataGuardian || (actor.Role is Role.GovernanceLead && AgencyId == actor.AgencyId));

    /// <summary>Ends what is no question of a look: its own rules decide how, and have.</summary>
    internal void End(string words, Stamp stamp, DateOnly? keptUntil = null) =>
        (ClosedAt, ClosedBy, Answer, KeptUntil) = (stamp.At, stamp.By, words, keptUntil);

    /// <summary>Escalating what is closed, not yet due or escalated already changes nothing.</summary>
    internal bool Escalate(DateTime at)
    {
        if (!IsOverdue(at) || EscalatedAt is not null)
        {
            return false;
        }

        EscalatedAt = at;

        return true;
    }
}
