using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Web.Identity;

namespace GmConnect.Web.Documents;

/// <summary>Every document under its address. Each is read as who asks, and recorded as an export.</summary>
public static class DocumentAddresses
{
    private static readonly PlanWanted _whatStands = new(History: 0, Channel: Channel.Export);
    private static readonly PlanWanted _all = _whatStands with { Over = true };

    public static void MapDocuments(this WebApplication app)
    {
        MapForFamilies(app);
        MapForWorkers(app);
        app.MapGet(DocumentStyle.Href, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            context.Response.Headers.ETag = "\"document\"";

            return Results.Text(DocumentStyle.Css, "text/css; charset=utf-8");
        }).AllowAnonymous();
    }

    private static void MapForFamilies(WebApplication app)
    {
        var family = app.MapGroup("").RequireAuthorization(Policies.Citizen);
        family.MapGet(DocumentLinks.PassportPattern, (Guid resident, HttpContext context, AnswerWithDocument answer, ReadPassport passport) =>
            answer.ExecuteAsync(context, async (actor, cancellation) =>
                (await passport.ExecuteAsync(resident, actor, cancellation)).Value is { } shown
                    ? new DocumentContent(PrintedKind.Passport, shown.Who, shown.Parts) : null));
        family.MapGet(DocumentLinks.PlanPattern, (Guid resident, HttpContext context, AnswerWithDocument answer, ReadPlan plan) =>
            answer.ExecuteAsync(context, async (actor, cancellation) => OfPlan((await plan.ExecuteAsync(resident, actor, null, _whatStands, cancellation)).Value)));
        family.MapGet(DocumentLinks.ReceiptPattern, (Guid resident, Guid consent, HttpContext context, AnswerWithDocument answer, ReadPermissions permissions) =>
            answer.ExecuteAsync(context, async (actor, cancellation) =>
                (await permissions.ExecuteAsync(resident, actor, Channel.Export, cancellation)).Value is { } all
                && all.Permissions.FirstOrDefault(permission => permission.ConsentId == consent) is { } one
                    ? new DocumentContent(PrintedKind.Receipt, all.Who, one) : null));
        family.MapGet(DocumentLinks.LeavingPattern, (Guid resident, HttpContext context, AnswerWithDocument answer, ReadLeaving leaving, ReadPlan plan) =>
            answer.ExecuteAsync(context, async (actor, cancellation) =>
            {
                var look = Guid.CreateVersion7();

                return (await leaving.ExecuteAsync(resident, actor, look, Channel.Export, cancellation)).Value is { } stay
                    && (await plan.ExecuteAsync(resident, actor, look, _all, cancellation)).Value is { } shown
                        ? new DocumentContent(PrintedKind.Leaving, shown.Who, LeavingSummary.Of(stay, shown)) : null;
            }));
    }

    private static void MapForWorkers(WebApplication app)
    {
        var team = app.MapGroup("").RequireAuthorization(Policies.Worker);
        team.MapGet(DocumentLinks.ReferralPassportPattern, (Guid referralId, HttpContext context, AnswerWithDocument answer, ReadPassport passport) =>
            answer.ExecuteAsync(context, async (actor, cancellation) =>
                (await passport.OfReferralAsync(referralId, actor, cancellation)).Value is { } shown
                    ? new DocumentContent(PrintedKind.Passport, shown.Who, shown.Parts) : null));
        team.MapGet(DocumentLinks.TeamPlanPattern, (Guid resident, HttpContext context, AnswerWithDocument answer, ReadPlan plan) =>
            answer.ExecuteAsync(context, async (actor, cancellation) => OfPlan((await plan.ExecuteAsync(resident, actor, null, _whatStands, cancellation)).Value)));
        team.MapGet(DocumentLinks.SummaryPattern, (Guid stayId, HttpContext context, AnswerWithDocument answer, ReadStay stay) =>
            answer.ExecuteAsync(context, async (actor, cancellation) =>
                (await stay.ExecuteAsync(stayId, actor, Guid.CreateVersion7(), Channel.Export, cancellation)).Value is { } shown
                    ? new DocumentContent(PrintedKind.Leaving, shown.Who, LeavingSummary.Of(shown)) : null));
    }

    /// <summary>A plan that nobody has begun is no document.</summary>
    private static DocumentContent? OfPlan(PlanShown? plan) =>
        plan is { PlanId: not null } ? new DocumentContent(PrintedKind.Plan, plan.Who, plan) : null;
}
