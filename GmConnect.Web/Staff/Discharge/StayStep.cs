namespace GmConnect.Web.Staff.Discharge;

/// <summary>Which of the forms about a stay is open; one at a time.</summary>
public enum StayStep
{
    None,
    Review,
    Expect,
    Pathway,
    Needs,
    Carer,
    Move,
    Leave,
    Cancel,
    Died
}
