using GmConnect.Domain.Residents;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Documents;

/// <summary>What one kind of document says below its title.</summary>
public abstract class DocumentBody<TShown> : ComponentBase
{
    [Parameter, EditorRequired]
    public required WhoItIs Who { get; set; }

    [Parameter, EditorRequired]
    public required TShown Shown { get; set; }

    [Inject]
    protected IStringLocalizer<DocumentTexts> Words { get; set; } = null!;
}
