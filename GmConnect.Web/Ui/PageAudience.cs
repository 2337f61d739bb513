using Microsoft.AspNetCore.Components.Endpoints;

namespace GmConnect.Web.Ui;

/// <summary>Whether an address shows a staff page; from the page's namespace, so a page cannot be in the wrong document.</summary>
public static class PageAudience
{
    private static readonly string[] OfStaff = ["GmConnect.Web.Staff", "GmConnect.Web.Governance", "GmConnect.Web.Operations"];

    public static bool IsStaff(HttpContext context) => PageOf(context) is { } page && IsStaff(page);

    public static bool IsStaff(Type page) => Array.Exists(OfStaff, room =>
        page.Namespace == room || page.Namespace?.StartsWith(room + ".", StringComparison.Ordinal) == true);

    public static Type? PageOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
}
