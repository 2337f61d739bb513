using GmConnect.Domain.Discharge;
using Microsoft.AspNetCore.Components;

namespace GmConnect.Web.Staff.Discharge;

/// <summary>A part of a page by which the care team changes somebody's stay in hospital.</summary>
public abstract class StayForm : StaffForm
{
    [Inject]
    protected ChangeStay Change { get; set; } = null!;

    [Parameter, EditorRequired]
    public StayShown Stay { get; set; } = null!;

    protected Guid StayId => Stay.Row.StayId;

    protected string Name => Stay.Who.CalledName;

    protected bool IsInHospital => Stay.Row.Status is StayStatus.InHospital;
}
