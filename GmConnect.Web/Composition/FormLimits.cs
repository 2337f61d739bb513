using System.Text;

namespace GmConnect.Web.Composition;

/// <summary>
/// Reads a posted form before anything else asks for it, so that one over the limits is answered with the page that says so:
/// left to antiforgery it would be a forged form or a fault, whichever limit it met.
/// </summary>
public static class FormLimits
{
    private const string Nul = "%00";
    private const int MostBytesSearched = 4 * 1024 * 1024;

    public static void UseFormLimits(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (await RefusedAsync(context) is { } status)
        {
            context.Response.StatusCode = status;
        }
        else
        {
            await next(context);
        }
    });

    private static async Task<int?> RefusedAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType)
        {
            return null;
        }

        try
        {
            await LeaveOutNulsAsync(context);
            await context.Request.ReadFormAsync(context.RequestAborted);

            return null;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>
    /// The framework refuses a whole form for one NUL in it, and with it everything the person typed. No text needs one.
    /// </summary>
    private static async Task LeaveOutNulsAsync(HttpContext context)
    {
        if (context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is not true
            || context.Request.ContentLength is null or > MostBytesSearched)
        {
            return;
        }

        context.Request.EnableBuffering();
        using var reader = new StreamReader(context.Request.Body, Encoding.Latin1, leaveOpen: true);
        var posted = await reader.ReadToEndAsync(context.RequestAborted);
        context.Request.Body.Position = 0;
        if (posted.Contains(Nul, StringComparison.Ordinal))
        {
            var without = Encoding.Latin1.GetBytes(posted.Replace(Nul, "", StringComparison.Ordinal));
            (context.Request.Body, context.Request.ContentLength) = (new MemoryStream(without), without.Length);
        }
    }
}
