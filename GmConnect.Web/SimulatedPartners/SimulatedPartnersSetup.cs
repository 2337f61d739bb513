namespace GmConnect.Web.SimulatedPartners;

public static class SimulatedPartnersSetup
{
    public static void AddSimulatedPartners(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddSingleton<SimulatedPartners>();
            // After the database is prepared: they start in this order.
            builder.Services.AddHostedService<FollowServedAddress>();
            builder.Services.AddHttpClient(SimulatedPartners.ClientName).RemoveAllLoggers();
        }
    }

    public static void MapSimulatedPartners(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.MapPost("/simulated-partners/{agency}/events", (string agency, HttpContext context, SimulatedPartners partners) =>
                    partners.ReceiveAsync(agency, context))
                .DisableAntiforgery().AllowAnonymous();
        }
    }
}
