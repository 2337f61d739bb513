using GmConnect.Web.Staff.CarePlans;
using GmConnect.Web.Staff.Discharge;
using GmConnect.Domain.Agencies;
using GmConnect.Web.Citizen;
using GmConnect.Web.Citizen.Sharing;
using GmConnect.Web.Citizen.WhoLooked;
using GmConnect.Web.Ui;
using MudBlazor.Services;

namespace GmConnect.Web.Composition;

public static class WebShell
{
    public static void AddWebShell(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddLocalization();
        builder.Services.Configure<RequestLocalizationOptions>(Languages.Offer);
        builder.Services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = builder.Environment.IsDevelopment() ? "gm-connect-form" : "__Host-gm-connect-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = builder.Environment.IsDevelopment()
                ? CookieSecurePolicy.SameAsRequest
                : CookieSecurePolicy.Always;
            forms.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddMudServices();

        builder.Services.AddSingleton<ThemeFiles>();
        builder.Services.AddSingleton<RefusalWords>().AddSingleton<DecisionWords>();
        builder.Services.AddSingleton<SaveOrSay>();
        builder.Services.AddSingleton<PermissionWording>();
        builder.Services.AddSingleton(services => new AgencyLabels(services.GetRequiredService<AgencyKindWords>().For));
        builder.Services.AddSingleton<AgencyKindWords>().AddSingleton<LookSentence>();
        builder.Services.AddScoped<Toasts>();
        builder.Services.AddSingleton<PlanPresence>().AddSingleton<WriteBoardLine>();
        builder.Services.TryAddSingletonClock();
    }

    private static void TryAddSingletonClock(this IServiceCollection services)
    {
        if (services.All(service => service.ServiceType != typeof(TimeProvider)))
        {
            services.AddSingleton(TimeProvider.System);
        }
    }
}
