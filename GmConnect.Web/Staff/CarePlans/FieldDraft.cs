using GmConnect.Domain.CarePlans;

namespace GmConnect.Web.Staff.CarePlans;

/// <summary>
/// One field of the plan while somebody edits it: what it said when they were first shown it, what they want, and what
/// stands now that others may have saved.
/// </summary>
public sealed class FieldDraft(PlanField of, string shown)
{
    public PlanField Field => of;

    public string FirstShown { get; } = shown;

    public string Wanted { get; set; } = shown;

    public string StandsNow { get; private set; } = shown;

    /// <summary>Who changed it while it was being edited.</summary>
    public ChangeShown? ChangedBy { get; private set; }

    public bool IsTouched => Wanted != FirstShown;

    public bool ChangedMeanwhile => StandsNow != FirstShown && StandsNow != Wanted;

    /// <summary>
    /// An open field keeps what it shows and says what happened, also when nothing was typed yet: a letter may be on its way,
    /// and written upon words that its writer never saw it would overwrite them unnoticed.
    /// </summary>
    public void Follow(string now, ChangeShown? by)
    {
        ChangedBy = now == StandsNow ? ChangedBy : by;
        StandsNow = now;
    }
}
