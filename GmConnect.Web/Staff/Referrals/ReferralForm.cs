using GmConnect.Domain.Referrals;
using Microsoft.AspNetCore.Components;

namespace GmConnect.Web.Staff.Referrals;

/// <summary>A form by which an agency answers a referral.</summary>
public abstract class ReferralForm : StaffForm
{
    [Parameter, EditorRequired]
    public ReferralShown Referral { get; set; } = null!;
}
