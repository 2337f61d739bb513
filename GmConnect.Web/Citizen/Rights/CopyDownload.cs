using GmConnect.Domain.Rights;
using GmConnect.Web.Identity;

namespace GmConnect.Web.Citizen.Rights;

/// <summary>The released copy as one file: <c>GET /questions/{resident}/copy/{matter}</c>.</summary>
public static class CopyDownload
{
    /// <summary>It names nobody: a downloads folder is read by others.</summary>
    private const string FileName = "gm-connect-copy.zip";

    public static void MapCopyDownload(this WebApplication app) =>
        app.MapGet("/questions/{resident:guid}/copy/{matter:guid}", DownloadAsync).RequireAuthorization(Policies.Citizen);

    private static async Task<IResult> DownloadAsync(
        Guid resident, Guid matter, HttpContext context, DownloadPack download, CopyFile file)
    {
        if (context.User.Current() is not { } actor
            || await download.ExecuteAsync(resident, matter, actor, context.RequestAborted) is not { Succeeded: true } content)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";

        return Results.File(file.Write(content.Value), "application/zip", FileName);
    }
}
