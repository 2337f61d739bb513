using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace GmConnect.Web.Composition;

public static class SettingsFile
{
    /// <summary>
    /// The repository's root appsettings.json, copied beside the program, is the only settings file: it takes the
    /// place of the default ones at the same rank, so the environment and the command line still win over it.
    /// </summary>
    public static void UseTheOneSettingsFile(this WebApplicationBuilder builder)
    {
        var sources = builder.Configuration.Sources;
        var defaults = sources.OfType<JsonConfigurationSource>()
            .Where(source => source.Path?.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) == true)
            .ToList();
        var rank = defaults.Count > 0 ? sources.IndexOf(defaults[0]) : 0;

        defaults.ForEach(source => sources.Remove(source));
        sources.Insert(rank, new JsonConfigurationSource
        {
            Path = "appsettings.json",
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
            ReloadOnChange = false
        });
    }
}
