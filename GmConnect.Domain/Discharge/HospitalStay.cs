using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Discharge;

/// <summary>
/// One stay in hospital, from the day somebody came: whether they still need the bed, when and how they are to leave, what keeps them,
/// and how it ended (standards 4.3). What is to be done about it is in the one plan.
/// </summary>
public sealed partial class HospitalStay : IConcernsResident<HospitalStay>, IVersioned
{
    public const int WardMaxLength = 100;
    public const int WhatMustBeTrueMaxLength = 500;
    public const int AdmittedMaxYears = 5;
    public const int ExpectedMaxDays = 365;

    private readonly List<ExpectedDate> _expectedDates = [];
    private readonly List<CriteriaReview> _reviews = [];
    private readonly List<PathwayDecision> _pathways = [];
    private readonly List<Blocker> _blockers = [];
    private readonly List<CarerTold> _carersTold = [];
    private readonly List<DoseGiven> _doses = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<HospitalStay> Subject { get; } = StaySubjects.Stay;

    /// <summary>The hospital.</summary>
    public required Guid AgencyId { get; init; }

    public required string Ward { get; set; }

    /// <summary>A day in London.</summary>
    public required DateOnly AdmittedOn { get; init; }

    /// <summary>It was planned when they last left; then it is no readmission.</summary>
    public required bool WasPlanned { get; init; }

    public required DateTime BegunAt { get; init; }

    public required Guid BegunBy { get; init; }

    public StayStatus Status { get; private set; }

    /// <summary>What must be true of them on the day, in the ward's words: "safe with a frame, pain controlled, can do three steps".</summary>
    public string? WhatMustBeTrue { get; private set; }

    public HomeNeeds Needs { get; private set; } = new();

    public Guid Version { get; set; }

    public IReadOnlyList<ExpectedDate> ExpectedDates => _expectedDates;

    public IReadOnlyList<CriteriaReview> Reviews => _reviews;

    public IReadOnlyList<PathwayDecision> Pathways => _pathways;

    public IReadOnlyList<Blocker> Blockers => _blockers;

    public IReadOnlyList<CarerTold> CarersTold => _carersTold;

    public IReadOnlyList<DoseGiven> Doses => _doses;

    public ExpectedDate? Expected => _expectedDates.MaxBy(d => d.At);

    public CriteriaReview? LastReview => _reviews.MaxBy(r => r.At);

    public PathwayDecision? Decided => _pathways.MaxBy(p => p.At);

    public CarerTold? LastTold => _carersTold.MaxBy(t => t.At);

    public DischargeReady Ready(DateOnly today) => DischargeReady.Of(AdmittedOn, _reviews, LeftAt, today);

    /// <summary>They could go, and something keeps them: a reason that is noted, or a task that must be accepted first. Gate G7 of triage (standards 7.4).</summary>
    /// <param name="actions">The tasks of this stay in the plan.</param>
    public bool IsHeldUp(IEnumerable<PlanAction> actions, DateTime now) =>
        Status is StayStatus.InHospital && Ready(LondonTime.DayOf(now)).On is not null
        && (_blockers.Any(b => b.IsInForce(now)) || actions.Any(LeavingTasks.IsStopping));

    /// <param name="ward">Where in the hospital, as its people call it.</param>
    /// <param name="admittedOn">A day in London.</param>
    /// <param name="today">Today in London.</param>
    public static Outcome<HospitalStay> Begin(Guid residentId, Guid hospital, string? ward, DateOnly admittedOn, bool wasPlanned, DateOnly today, Stamp stamp)
    {
        var where = PlainText.Clean(ward);

        return where.Length is 0 or > WardMaxLength ? new StayNeedsWard(where.Length, WardMaxLength)
            : admittedOn > today ? new AdmittedInTheFuture()
            : admittedOn < today.AddYears(-AdmittedMaxYears) ? new AdmittedTooLongAgo(AdmittedMaxYears)
            : new HospitalStay
            {
                ResidentId = residentId, AgencyId = hospital, Ward = where, AdmittedOn = admittedOn, WasPlanned = wasPlanned, BegunAt = stamp.At, BegunBy = stamp.By
            };
    }

    public Outcome MoveTo(string? ward)
    {
        var where = PlainText.Clean(ward);
        if (Over is { } over)
        {
            return over;
        }

        if (where.Length is 0 or > WardMaxLength)
        {
            return new StayNeedsWard(where.Length, WardMaxLength);
        }

        Ward = where;

        return Outcome.Done;
    }

    /// <summary>Says on which day they are expected to leave. Another day than before needs a reason; the earlier ones stay to be read.</summary>
    /// <param name="whatMustBeTrue">Nothing leaves it as it is.</param>
    public Outcome Expect(DateOnly day, string? why, string? whatMustBeTrue, DateOnly today, Stamp stamp)
    {
        var (words, must) = (PlainText.Clean(why), PlainText.Clean(whatMustBeTrue));
        if (Over is { } over)
        {
            return over;
        }

        var isAnother = Expected is { } before && before.Day != day;
        if (day < today)
        {
            return new ExpectedDateInThePast();
        }

        if (day > today.AddDays(ExpectedMaxDays))
        {
            return new ExpectedDateTooFar(ExpectedMaxDays);
        }

        if (words.Length > ExpectedDate.WhyMaxLength || (isAnother && words.Length == 0))
        {
            return new ChangedDateNeedsWhy(words.Length, ExpectedDate.WhyMaxLength);
        }

        if (must.Length > WhatMustBeTrueMaxLength)
        {
            return new WhatMustBeTrueTooLong(must.Length, WhatMustBeTrueMaxLength);
        }

        WhatMustBeTrue = must.Length == 0 ? WhatMustBeTrue : must;
        if (Expected is null || isAnother)
        {
            _expectedDates.Add(new ExpectedDate { StayId = Id, Day = day, Why = words.Length == 0 ? null : words, At = stamp.At, By = stamp.By });
        }

        return Outcome.Done;
    }

    /// <summary>Notes which criteria to reside they meet: none, and they are ready; one or more, and they need the bed, again or still.</summary>
    public Outcome Review(IReadOnlyCollection<string> criteria, Stamp stamp)
    {
        if (Over is { } over)
        {
            return over;
        }

        if (criteria.Any(c => DischargeCodes.Current.Criterion(c) is null))
        {
            return new CriteriaNotKnown();
        }

        _reviews.Add(new CriteriaReview { StayId = Id, At = stamp.At, By = stamp.By, Criteria = [.. criteria] });

        return Outcome.Done;
    }

    public Outcome DecidePathway(Pathway pathway, string? why, Stamp stamp)
    {
        var words = PlainText.Clean(why);
        if (Over is { } over)
        {
            return over;
        }

        if (words.Length > PathwayDecision.WhyMaxLength)
        {
            return new PathwayWhyTooLong(words.Length, PathwayDecision.WhyMaxLength);
        }

        _pathways.Add(new PathwayDecision { StayId = Id, Pathway = pathway, Why = words.Length == 0 ? null : words, At = stamp.At, By = stamp.By });

        return Outcome.Done;
    }

    /// <summary>Says what keeps them, and who can take it away. Twice the same of the same agency is refused.</summary>
    /// <param name="reason">The id of a <see cref="DelayReason"/>.</param>
    public Outcome<Blocker> Block(string? reason, Guid owner, Stamp stamp)
    {
        if (Over is { } over)
        {
            return over;
        }

        if (DischargeCodes.Current.Reason(reason ?? "") is not { } known)
        {
            return new BlockerReasonNotKnown();
        }

        if (_blockers.Any(b => b.Until is null && b.Reason == known.Id && b.OwnerAgencyId == owner))
        {
            return new BlockerStands();
        }

        var blocker = new Blocker { StayId = Id, Reason = known.Id, OwnerAgencyId = owner, From = stamp.At, SaidBy = stamp.By };
        _blockers.Add(blocker);

        return blocker;
    }

    public Outcome Unblock(Guid blockerId, Stamp stamp)
    {
        if (_blockers.SingleOrDefault(b => b.Id == blockerId) is not { } blocker)
        {
            return NotFound.Instance;
        }

        if (blocker.Until is not null)
        {
            return new BlockerIsOver();
        }

        (blocker.Until, blocker.EndedBy) = (stamp.At, stamp.By);

        return Outcome.Done;
    }

    /// <summary>Those who could take them away are not there any more: the hospital's own from now on. How long they stand stays.</summary>
    internal void PassBlockersOn(IReadOnlyCollection<Guid> gone, Stamp stamp)
    {
        foreach (var blocker in _blockers.Where(b => b.Until is null && gone.Contains(b.OwnerAgencyId)).ToList())
        {
            if (_blockers.Any(b => b.Until is null && b.Reason == blocker.Reason && b.OwnerAgencyId == AgencyId))
            {
                (blocker.Until, blocker.EndedBy) = (stamp.At, stamp.By);
            }
            else
            {
                blocker.OwnerAgencyId = AgencyId;
            }
        }
    }

    public Outcome Ask(HomeNeeds needs)
    {
        if (Over is { } over)
        {
            return over;
        }

        if (needs.Doses is < 0 or > HomeNeeds.DosesMax)
        {
            return new DosesOutOfRange(HomeNeeds.DosesMax);
        }

        Needs = needs;

        return Outcome.Done;
    }

    public Outcome TellCarer(string? name, Stamp stamp)
    {
        var words = PlainText.Clean(name);
        if (Over is { } over)
        {
            return over;
        }

        if (words.Length is 0 or > CarerTold.NameMaxLength)
        {
            return new CarerNeedsName(words.Length, CarerTold.NameMaxLength);
        }

        _carersTold.Add(new CarerTold { StayId = Id, Name = words, At = stamp.At, By = stamp.By });

        return Outcome.Done;
    }

    private StayIsOver? Over => Status is StayStatus.InHospital ? null : new StayIsOver();
}
