using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace GmConnect.Web.Documents;

/// <summary>Draws a document outside any request, so that what it says hangs on its content and its reader alone.</summary>
public sealed class WriteManuscript(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    public async Task<Manuscript> ExecuteAsync(DocumentContent content, PrintedFor print)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);

        return new Manuscript(
            "<!DOCTYPE html>" + await renderer.Dispatcher.InvokeAsync(() => DrawAsync<PrintedPage>(renderer, content, print)),
            await renderer.Dispatcher.InvokeAsync(() => DrawAsync<PrintedFoot>(renderer, content, print)),
            print.IsLarge);
    }

    private static async Task<string> DrawAsync<TComponent>(HtmlRenderer renderer, DocumentContent content, PrintedFor print)
        where TComponent : PrintedPart =>
        (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(PrintedPart.Content)] = content,
            [nameof(PrintedPart.Print)] = print
        }))).ToHtmlString();
}

/// <summary>The page itself, and its foot.</summary>
public abstract class PrintedPart : ComponentBase
{
    [Parameter, EditorRequired]
    public required DocumentContent Content { get; set; }

    [Parameter, EditorRequired]
    public required PrintedFor Print { get; set; }
}
