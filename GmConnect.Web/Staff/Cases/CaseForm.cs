using GmConnect.Domain.Cases;
using Microsoft.AspNetCore.Components;

namespace GmConnect.Web.Staff.Cases;

/// <summary>A part of the case page by which the care team changes the case.</summary>
public abstract class CaseForm : StaffForm
{
    [Parameter, EditorRequired]
    public CaseShown Case { get; set; } = null!;

    /// <summary>The open page.</summary>
    [Parameter, EditorRequired]
    public Guid View { get; set; }
}
