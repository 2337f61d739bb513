using System.Globalization;
using System.Net.Mime;
using System.Text;
using GmConnect.Domain.Common;
using GmConnect.Web.Identity;

namespace GmConnect.Web.Documents;

/// <summary>
/// One document for who asks: a PDF; the same as a page where none can be made; "not found" for what they may not see and for what
/// there is not; and, where too many wait, a word when to come again.
/// </summary>
public sealed class AnswerWithDocument(DocumentPrinter printer, WriteManuscript write, TimeProvider clock)
{
    private const int ComeAgainSeconds = 30;

    /// <param name="read">Reads it as this person, and records it as an export. Nothing where they may not.</param>
    public async Task<IResult> ExecuteAsync(HttpContext context, Func<Actor, CancellationToken, Task<DocumentContent?>> read)
    {
        if (context.User.Person() is not { } reader)
        {
            return Results.NotFound();
        }

        using var place = printer.IsInstalled ? await printer.TakePlaceAsync(context.RequestAborted) : null;
        if (place is null && printer.IsInstalled)
        {
            context.Response.Headers.RetryAfter = ComeAgainSeconds.ToString(CultureInfo.InvariantCulture);

            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (await read(reader.Actor, context.RequestAborted) is not { } content)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var print = new PrintedFor(reader, clock.GetUtcNow().UtcDateTime, context.Request.Query[DocumentLinks.Print] == DocumentLinks.Large);
        if (place is not null && await printer.PrintAsync(await write.ExecuteAsync(content, print)) is { } pdf)
        {
            return Results.File(pdf, MediaTypeNames.Application.Pdf, content.Kind.FileName());
        }

        return Results.Text((await write.ExecuteAsync(content, print with { IsPage = true })).Html, MediaTypeNames.Text.Html, Encoding.UTF8);
    }
}
