using GmConnect.Domain.Agreements;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Web.Governance.Agreements;
using GmConnect.Web.Governance.Desk;
using GmConnect.Web.Identity;
using GmConnect.Web.Staff.Cases;
using GmConnect.Web.Staff.Discharge;
using GmConnect.Web.Staff.Overrides;
using GmConnect.Web.Staff.Referrals;
using GmConnect.Web.Ui;

namespace GmConnect.Web.Composition;

/// <summary>
/// A staff page about one record is drawn only in its circuit, too late to answer "not found". So the door is asked before:
/// what may not be seen is the same 404 as what does not exist. The page goes on under the same view, so both are one look.
/// </summary>
public static class KnownRecords
{
    private const string View = nameof(CasePage.View);

    private static readonly Dictionary<Type, Func<HttpContext, Actor, Guid, Task<bool>>> MayBeSeen = new()
    {
        [typeof(ReferralPage)] = async (context, actor, view) => (await context.RequestServices.GetRequiredService<ReadReferral>()
            .ExecuteAsync(Asked(context, nameof(ReferralPage.ReferralId)), actor, view, context.RequestAborted)).Succeeded,
        [typeof(CasePage)] = async (context, actor, view) => (await context.RequestServices.GetRequiredService<ReadCase>()
            .ExecuteAsync(Asked(context, nameof(CasePage.CaseId)), actor, view, context.RequestAborted)).Succeeded,
        [typeof(StayPage)] = async (context, actor, view) => (await context.RequestServices.GetRequiredService<ReadStay>()
            .ExecuteAsync(Asked(context, nameof(StayPage.StayId)), actor, view, cancellationToken: context.RequestAborted)).Succeeded,
        [typeof(MinimumPage)] = async (context, actor, view) => (await context.RequestServices.GetRequiredService<ReadMinimum>()
            .ExecuteAsync(Asked(context, nameof(MinimumPage.ResidentId)), actor, view, context.RequestAborted)).Succeeded,
        [typeof(MatterPage)] = async (context, actor, view) => (await context.RequestServices.GetRequiredService<ReadMatter>()
            .ExecuteAsync(Asked(context, nameof(MatterPage.MatterId)), actor, view, context.RequestAborted)).Succeeded,
        [typeof(AgreementPage)] = async (context, actor, _) => (await context.RequestServices.GetRequiredService<ReadAgreement>()
            .ExecuteAsync(Asked(context, nameof(AgreementPage.AgreementId)), actor, context.RequestAborted)).Succeeded
    };

    public static void UseNotFoundForUnknownRecords(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (PageAudience.PageOf(context) is { } page && MayBeSeen.TryGetValue(page, out var mayBeSeen) && context.User.Current() is { } actor)
        {
            var view = Guid.CreateVersion7();
            if (!await mayBeSeen(context, actor, view))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;

                return;
            }

            context.Request.RouteValues[View] = view;
        }

        await next(context);
    });

    private static Guid Asked(HttpContext context, string name) => Guid.Parse(context.GetRouteValue(name)!.ToString()!);
}
