using Microsoft.AspNetCore.Antiforgery;

namespace GmConnect.Web.Identity;

/// <summary>Antiforgery for posts that are not Blazor forms.</summary>
public sealed class RefuseForgedForms(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await antiforgery.IsRequestValidAsync(context.HttpContext) ? await next(context) : Results.BadRequest();
}
