using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace GmConnect.Web.Identity;

public static class DemonstrationSignIn
{
    public const string Page = "/demo";

    /// <summary>Anybody could be anybody: no setting of the demonstration may be on where real people are.</summary>
    public static void RefuseDemonstrationOutsideDevelopment(this WebApplicationBuilder builder)
    {
        var demonstration = builder.Configuration.GetSection("Demonstration");
        if (!builder.Environment.IsDevelopment() && demonstration.Exists())
        {
            throw new InvalidOperationException(
                "The settings hold a section \"Demonstration\", and this is not the Development environment. "
                + "The demonstration lets anybody sign in as anybody. Remove the section to start.");
        }
    }

    public static void MapDemonstrationSignIn(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.MapPost("/demo/sign-in", SignInAsync).AddEndpointFilter<RefuseForgedForms>().DisableAntiforgery().AllowAnonymous();
        }
    }

    private static async Task<IResult> SignInAsync([FromForm] string? person, HttpContext context, DemonstrationPeople people)
    {
        var chosen = (await people.ListAsync(context.RequestAborted)).FirstOrDefault(one => one.Handle == person);
        if (chosen is null)
        {
            return Results.NotFound();
        }

        await context.SignInAsync(chosen.Person.ToPrincipal());

        return Results.LocalRedirect(Homes.Of(chosen.Person.Actor.Role));
    }
}
