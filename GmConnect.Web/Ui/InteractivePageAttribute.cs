using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace GmConnect.Web.Ui;

/// <summary>
/// On every staff page. The layout stays static and the page is interactive, without prerendering: OnInitialized
/// would run twice, and one look would be recorded as two. The title is fixed here, so no name can get into it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InteractivePageAttribute(string title) : RenderModeAttribute
{
    public static readonly IComponentRenderMode WithoutPrerendering = new InteractiveServerRenderMode(prerender: false);

    public string Title { get; } = title;

    public override IComponentRenderMode Mode => WithoutPrerendering;
}
