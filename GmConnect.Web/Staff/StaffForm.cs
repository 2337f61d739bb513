using GmConnect.Domain.Common;
using GmConnect.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace GmConnect.Web.Staff;

/// <summary>A part of a staff page that changes something: who acts, what was refused, and what follows.</summary>
public abstract class StaffForm : ComponentBase
{
    [Inject]
    protected Toasts Toasts { get; set; } = null!;

    [Parameter, EditorRequired]
    public Actor Actor { get; set; } = null!;

    /// <summary>It was changed, or is gone: read it again.</summary>
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
