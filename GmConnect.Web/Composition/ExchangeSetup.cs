using GmConnect.Domain.Data.Demonstration;
using GmConnect.Domain.Exchange;

namespace GmConnect.Web.Composition;

public static class ExchangeSetup
{
    /// <summary>Where partners reach us, and where the invented ones are reached: both this service, unless settings say otherwise.</summary>
    public static void AddTheExchange(this IHostApplicationBuilder builder)
    {
        var here = Here(builder.Configuration);
        builder.Services.Configure<ExchangeOptions>(builder.Configuration.GetSection("Exchange"));
        builder.Services.PostConfigure<ExchangeOptions>(exchange =>
            exchange.PublicAddress = exchange.PublicAddress.Length == 0 ? here : exchange.PublicAddress.TrimEnd('/'));
        builder.Services.Configure<DemonstrationOptions>(demonstration => demonstration.PartnersAddress = here);
        builder.Services.Configure<DemonstrationOptions>(builder.Configuration.GetSection("Demonstration"));
    }

    private static string Here(IConfiguration settings) => OnThisMachine(
        (settings["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("http://127.0.0.1:5080"));

    /// <summary>Where this machine itself reaches what listens at the address; without a slash at the end.</summary>
    public static string OnThisMachine(string listening) =>
        listening
            .Replace("://*", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://+", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://[::]", "://127.0.0.1", StringComparison.Ordinal)
            .TrimEnd('/');
}
