using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace GmConnect.Web.Composition;

public static class Listening
{
    /// <summary>How the service is reached and how it stops: proxies by name, TLS outside Development, time to finish.</summary>
    public static void AddListening(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment() && File.Exists(BuiltAssets))
        {
            builder.WebHost.UseStaticWebAssets();
        }

        builder.Services.Configure<HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(builder.Configuration.GetValue("Stopping:Seconds", 30)));
        var proxies = (builder.Configuration.GetSection("Proxy:Addresses").Get<string[]>() ?? []).Select(Proxy).ToList();
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            proxies.ForEach(forwarded.KnownProxies.Add);
        });
        builder.Services.AddHttpsRedirection(https => https.HttpsPort = builder.Configuration.GetValue("Proxy:HttpsPort", 443));
        builder.Services.AddHsts(hsts =>
        {
            hsts.MaxAge = TimeSpan.FromDays(365);
            hsts.IncludeSubDomains = true;
        });
    }

    private static IPAddress Proxy(string written) => IPAddress.TryParse(written, out var address)
        ? address
        : throw new InvalidOperationException($"The setting Proxy:Addresses holds \"{written}\". Each must be an IP address.");

    // Only a built, unpublished tree has this list; published, the files lie in wwwroot.
    private static string BuiltAssets => Path.Combine(
        AppContext.BaseDirectory, $"{typeof(Listening).Assembly.GetName().Name}.staticwebassets.runtime.json");

    public static void UseTheProxyAndTls(this WebApplication app)
    {
        if (app.Configuration.GetSection("Proxy:Addresses").Get<string[]>() is { Length: > 0 })
        {
            app.UseForwardedHeaders();
        }

        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
            // A probe asks on the loopback without TLS.
            app.UseWhen(context => !context.Request.Path.StartsWithSegments("/health"), secured => secured.UseHttpsRedirection());
        }
    }
}
