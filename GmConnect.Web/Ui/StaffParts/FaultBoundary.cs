using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Ui.StaffParts;

/// <summary>A fault inside shows a sentence and a reference, the rest of the page goes on, the log holds the fault under that reference.</summary>
public sealed partial class FaultBoundary(ILogger<FaultBoundary> log, IStringLocalizer<Texts> words) : ErrorBoundaryBase
{
    private string reference = "";

    protected override Task OnErrorAsync(Exception exception)
    {
        reference = Activity.Current?.TraceId.ToString() ?? Guid.NewGuid().ToString("N");
        Fault(log, exception, reference);

        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);

            return;
        }

        builder.OpenElement(1, "div");
        builder.AddAttribute(2, "class", "refusal");
        builder.AddAttribute(3, "role", "alert");
        builder.OpenElement(4, "p");
        builder.AddContent(5, words["PartStopped"].Value);
        builder.CloseElement();
        builder.OpenElement(6, "p");
        builder.AddContent(7, $"{words["Reference"]} ");
        builder.OpenElement(8, "code");
        builder.AddContent(9, reference);
        builder.CloseElement();
        builder.CloseElement();
        builder.OpenElement(10, "button");
        builder.AddAttribute(11, "type", "button");
        builder.AddAttribute(12, "class", "button quiet");
        builder.AddAttribute(13, "onclick", EventCallback.Factory.Create(this, Recover));
        builder.AddContent(14, words["TryAgain"].Value);
        builder.CloseElement();
        builder.CloseElement();
    }

    [LoggerMessage(1, LogLevel.Error, "A fault on a staff page, reference {Reference}")]
    private static partial void Fault(ILogger log, Exception exception, string reference);
}
