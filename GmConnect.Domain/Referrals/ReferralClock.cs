using GmConnect.Domain.Common;

namespace GmConnect.Domain.Referrals;

/// <summary>By when a referral must be answered: its clock runs from receipt, and stops only for a stated reason.</summary>
public sealed partial class Referral
{
    /// <summary>The share of its time at which it warns.</summary>
    public const double WarnsAt = 0.75;

    public ClockKind ClockKind { get; private set; }

    public int ClockMinutes { get; private set; }

    public bool ClockSameDay { get; private set; }

    /// <summary>When it warns; nothing while the clock is stopped before that.</summary>
    public DateTime? WarnsOn { get; private set; }

    /// <summary>Nothing while the clock is stopped.</summary>
    public DateTime? DueAt { get; private set; }

    public DateTime? WarnedAt { get; private set; }

    public DateTime? EscalatedAt { get; private set; }

    /// <summary>What of its time is used up, from 0; past 1 it is late. Nothing once it is answered.</summary>
    public double? ClockUsed(DateTime now) => Status.IsOpen() ? Clock.Used(ReceivedAt, Stops, now) : null;

    private ClockRule Clock => new(ClockKind, ClockMinutes, ClockSameDay);

    private IEnumerable<ClockStop> Stops => _pauses.Select(p => new ClockStop(p.From, p.Until));

    /// <summary>It has arrived: the clock of what nobody has triaged yet begins.</summary>
    public Referral Begin()
    {
        SetClock(TriageRules.Current.Arrival);

        return this;
    }

    /// <summary>Stops the clock for a stated reason. The top level waits for nobody.</summary>
    public Outcome Stop(PauseReason reason, Stamp stamp)
    {
        if (!Status.IsOpen() || Pause is not null)
        {
            return new ClockIsNotRunning();
        }

        if (Level is TriageLevel.P1)
        {
            return new TopLevelNeverWaits();
        }

        _pauses.Add(new ReferralPause { ReferralId = Id, Reason = reason, From = stamp.At, By = stamp.By });
        Recount();

        return Outcome.Done;
    }

    public Outcome GoOnCounting(Stamp stamp)
    {
        if (!Status.IsOpen() || Pause is not { } pause || Status is ReferralStatus.MoreAsked)
        {
            return new ClockIsNotStopped();
        }

        pause.Until = stamp.At;
        Recount();

        return Outcome.Done;
    }

    internal void MarkWarned(DateTime at) => WarnedAt = at;

    internal void MarkEscalated(DateTime at) => (WarnedAt, EscalatedAt) = (WarnedAt ?? at, at);

    private void SetClock(ClockRule rule)
    {
        (ClockKind, ClockMinutes, ClockSameDay) = (rule.Clock, rule.Minutes, rule.SameDay);
        // It warns and escalates for the new clock again.
        (WarnedAt, EscalatedAt) = (null, null);
        Recount();
    }

    private void Recount() => (WarnsOn, DueAt) = (Clock.At(ReceivedAt, Stops, WarnsAt), Clock.At(ReceivedAt, Stops));
}
