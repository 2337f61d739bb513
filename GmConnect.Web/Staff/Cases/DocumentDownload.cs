using GmConnect.Domain.Cases;
using GmConnect.Web.Citizen.CarePlans;
using GmConnect.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace GmConnect.Web.Staff.Cases;

/// <summary>One file of a case, for the care team and for the family: never shown in the page's own origin, always a download.</summary>
public static class DocumentDownload
{
    public static void MapDocumentDownload(this WebApplication app)
    {
        app.MapGet(CaseLinks.DocumentPattern, DownloadAsync).RequireAuthorization(Policies.Worker);
        app.MapGet(PlanLinks.DocumentPattern, DownloadAsync).RequireAuthorization(Policies.Citizen);
    }

    private static async Task<IResult> DownloadAsync(Guid file, Guid document, HttpContext context, [FromServices] KeepDocument keep)
    {
        if (context.User.Current() is not { } actor
            || await keep.DownloadAsync(file, document, actor, context.RequestAborted) is not { Succeeded: true } found)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";

        // The name tells nothing of whose it is: a downloads folder is read by others.
        return Results.File(found.Value.Bytes, found.Value.Kind.ContentType(), $"document{found.Value.Kind.Extension()}");
    }
}
