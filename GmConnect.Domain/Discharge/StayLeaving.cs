using GmConnect.Domain.Common;

namespace GmConnect.Domain.Discharge;

/// <content>How a stay ends, and what is watched after it.</content>
public sealed partial class HospitalStay
{
    public const int LeavingWhyMaxLength = 500;

    /// <summary>For so many hours somebody's leaving can be cancelled, because the transport failed or nobody was in; after that they came back.</summary>
    public const int CancelWithinHours = 24;

    /// <summary>Somebody rings within so many days of leaving (standards 4.6).</summary>
    public const int FollowUpDays = 3;

    /// <summary>By then, London time, the dose of the day is recorded, or somebody is told the same day (standards 4.6).</summary>
    public static readonly TimeOnly DoseBy = new(12, 0);

    /// <summary>UTC.</summary>
    public DateTime? LeftAt { get; private set; }

    public Guid? LeftBy { get; private set; }

    /// <summary>Why they left although something was not accepted, or why leaving was cancelled, in the ward's words.</summary>
    public string? LeavingWhy { get; private set; }

    /// <summary>Notes that they left. While what must be accepted first is not, only with the reason why they went all the same.</summary>
    /// <param name="stopping">How many tasks of the plan stop it (<see cref="LeavingTask.Stops"/>).</param>
    /// <param name="at">UTC.</param>
    public Outcome Leave(DateTime at, int stopping, bool allTheSame, string? why, Stamp stamp)
    {
        var words = PlainText.Clean(why);
        if (Over is { } over)
        {
            return over;
        }

        if (NotPossible(at, stamp) is { } refusal)
        {
            return refusal;
        }

        if (stopping > 0 && !allTheSame)
        {
            return new LeavingIsStopped(stopping);
        }

        if (words.Length > LeavingWhyMaxLength || (stopping > 0 && words.Length == 0))
        {
            return new LeavingNeedsWhy(words.Length, LeavingWhyMaxLength);
        }

        (Status, LeftAt, LeftBy, LeavingWhy) = (StayStatus.Left, at, stamp.By, words.Length == 0 ? null : words);
        EndBlockers(stamp);

        return Outcome.Done;
    }

    /// <summary>They are there after all.</summary>
    public Outcome CancelLeaving(string? why, Stamp stamp)
    {
        var words = PlainText.Clean(why);
        if (!Status.CanBecome(StayStatus.InHospital))
        {
            return new HasNotLeft();
        }

        if (LeftAt!.Value.AddHours(CancelWithinHours) < stamp.At)
        {
            return new CancelledTooLate(CancelWithinHours);
        }

        if (words.Length is 0 or > LeavingWhyMaxLength)
        {
            return new LeavingNeedsWhy(words.Length, LeavingWhyMaxLength);
        }

        (Status, LeftAt, LeftBy, LeavingWhy) = (StayStatus.InHospital, null, null, words);

        return Outcome.Done;
    }

    /// <summary>They died there. Nothing is to be done any more about their leaving.</summary>
    public Outcome Die(DateTime at, Stamp stamp)
    {
        if (Over is { } over)
        {
            return over;
        }

        if (NotPossible(at, stamp) is { } refusal)
        {
            return refusal;
        }

        (Status, LeftAt, LeftBy) = (StayStatus.Died, at, stamp.By);
        EndBlockers(stamp);

        return Outcome.Done;
    }

    /// <summary>The day has a dose that a nurse gives, as they left with so many of them.</summary>
    public bool HasDoseOn(DateOnly day) => Status is StayStatus.Left && Needs.Injections is Injections.Nurse && LeftAt is { } left
        && day > LondonTime.DayOf(left) && day <= LondonTime.DayOf(left).AddDays(Needs.Doses);

    /// <summary>The London day whose dose nobody recorded although it is noon; nothing: none is missed.</summary>
    public DateOnly? MissedDose(DateTime now)
    {
        var today = LondonTime.DayOf(now);

        return HasDoseOn(today) && now >= LondonTime.At(today, DoseBy) && _doses.All(d => d.Day != today) ? today : null;
    }

    public Outcome GiveDose(DateOnly day, DateOnly today, Stamp stamp)
    {
        if (day > today || !HasDoseOn(day))
        {
            return new NoDoseOnThatDay();
        }

        if (_doses.Any(d => d.Day == day))
        {
            return new DoseIsRecorded();
        }

        _doses.Add(new DoseGiven { StayId = Id, Day = day, At = stamp.At, By = stamp.By });

        return Outcome.Done;
    }

    private Refusal? NotPossible(DateTime at, Stamp stamp) =>
        LondonTime.DayOf(at) < AdmittedOn ? new LeftBeforeAdmission() : at > stamp.At ? new LeftInTheFuture() : null;

    private void EndBlockers(Stamp stamp)
    {
        foreach (var blocker in _blockers.Where(b => b.Until is null))
        {
            (blocker.Until, blocker.EndedBy) = (stamp.At, stamp.By);
        }
    }
}
