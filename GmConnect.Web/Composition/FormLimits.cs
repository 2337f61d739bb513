namespace GmConnect.Web.Composition;

/// <summary>
/// Reads a posted form before anything else asks for it, so that one over the limits is answered with the page that says so:
/// left to antiforgery it would be a forged form or a fault, whichever limit it met.
/// </summary>
public static class FormLimits
{
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
}
