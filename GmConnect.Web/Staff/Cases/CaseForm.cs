using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace GmConnect.Web.Staff.Cases;

/// <summary>A form by which the care team changes a case: which, who acts, and what follows.</summary>
public abstract class CaseForm : ComponentBase
{
    [Inject]
    protected Toasts Toasts { get; set; } = null!;

    [Parameter, EditorRequired]
    public CaseShown Case { get; set; } = null!;

    [Parameter, EditorRequired]
    public Actor Actor { get; set; } = null!;

    [Parameter, EditorRequired]
    public Guid View { get; set; }

    /// <summary>It was changed, or is gone: read the case again.</summary>
    [Parameter, EditorRequired]
    public EventCallback Done { get; set; }

    [Parameter]
    public EventCallback Cancelled { get; set; }

    protected Refusal? Refused { get; private set; }

    /// <param name="says">What is said when it succeeded.</param>
    protected async Task DidAsync(Outcome outcome, string says)
    {
        Refused = outcome.Refusal;
        if (Refused is null)
        {
            Toasts.Done(says);
        }

        if (Refused is null or NotFound)
        {
            await Done.InvokeAsync();
        }
    }
}
