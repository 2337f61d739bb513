using GmConnect.Domain.CarePlans;

namespace GmConnect.Web.Staff.CarePlans;

/// <summary>
/// One field of the plan while somebody edits it: what it said when they were first shown it, what they want, and what
/// stands now that others may have saved.
/// </summary>
public sealed class FieldDraft(PlanField of, string shown)
{
    public PlanField Field => of;

    public string FirstShown { get; private set; } = shown;

    public string Wanted { get; set; } = shown;

    public string StandsNow { get; private set; } = shown;

    /// <summary>Who changed it while it was being edited.</summary>
    public ChangeShown? ChangedBy { get; private set; }

    public bool IsTouched => Wanted != FirstShown;

    public bool ChangedMeanwhile => IsTouched && StandsNow != FirstShown && StandsNow != Wanted;

    /// <summary>A field nobody typed in follows the others; one that was typed in keeps its words and says what happened.</summary>
    public void Follow(string now, ChangeShown? by)
    {
        if (!IsTouched)
        {
            FirstShown = Wanted = now;
        }

        ChangedBy = now == StandsNow ? ChangedBy : by;
        StandsNow = now;
    }
}
