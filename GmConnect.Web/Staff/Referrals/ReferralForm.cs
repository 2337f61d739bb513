using GmConnect.Domain.Common;
using GmConnect.Domain.Referrals;
using GmConnect.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace GmConnect.Web.Staff.Referrals;

/// <summary>A form by which an agency answers a referral: which, who answers, and what follows.</summary>
public abstract class ReferralForm : ComponentBase
{
    [Inject]
    protected Toasts Toasts { get; set; } = null!;

    [Parameter, EditorRequired]
    public ReferralShown Referral { get; set; } = null!;

    [Parameter, EditorRequired]
    public Actor Actor { get; set; } = null!;

    /// <summary>It was answered, or is gone: read the referral again.</summary>
    [Parameter, EditorRequired]
    public EventCallback Done { get; set; }

    [Parameter, EditorRequired]
    public EventCallback Cancelled { get; set; }

    protected Refusal? Refused { get; private set; }

    /// <param name="says">What is said when it succeeded.</param>
    protected async Task AnsweredAsync(Outcome outcome, string says)
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
