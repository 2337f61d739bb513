using GmConnect.Domain.Data.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Architecture;

/// <summary>Contexts whose model can be asked; no server is behind them.</summary>
internal static class Contexts
{
    public static ServiceProvider Services(DatabaseProvider provider) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddDatabase(provider, provider switch
            {
                DatabaseProvider.Sqlite => "Data Source=:memory:",
                DatabaseProvider.SqlServer => "Server=127.0.0.1;Database=none",
                _ => "Host=127.0.0.1;Database=none"
            })
            .BuildServiceProvider();
}
