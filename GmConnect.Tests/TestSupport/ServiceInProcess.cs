using System.Text.RegularExpressions;
using GmConnect.Domain.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace GmConnect.Tests.TestSupport;

/// <summary>
/// The service in this process, on real Kestrel and a database of its own: a test acts through the use cases and sees a real
/// page change. Who needs it killed or restarted takes a <see cref="RunningService"/>.
/// </summary>
public sealed class ServiceInProcess : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();
    private bool _started;

    public Uri Address { get; private set; } = null!;

    /// <summary>The service's own time, where a test moves it; else the real one.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What a test changes in it.</summary>
    public Action<IServiceCollection> With { get; init; } = _ => { };

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Started by the first that asks: where no browser is, nobody does.</summary>
    public ServiceInProcess Started()
    {
        lock (_folder)
        {
            if (!_started)
            {
                UseKestrel(0);
                StartServer();
                Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
                _started = true;
            }
        }

        return this;
    }

    /// <summary>Its own tables.</summary>
    public Task<GmConnectDbContext> DatabaseAsync() => Services.GetRequiredService<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();

    /// <summary>A new person at a new machine, signed in and at this address.</summary>
    public async Task<IPage> OpenAsync(Browser browser, string handle, string path, Screen screen = Screen.Desk, ColorScheme colours = ColorScheme.Light)
    {
        var page = await browser.OpenAsync(screen, at: Address.ToString(), colours: colours);
        await page.GotoAsync("/demo");
        await page.Locator($"button[value='{handle}']").ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("/demo$"));
        await page.GotoAsync(path);

        return page;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:GmConnect", $"Data Source={_folder.File("gm-connect.db")}");
        builder.UseSetting("Demonstration:Residents", "3");
        builder.ConfigureTestServices(services => With(services.AddSingleton(Clock)));
    }

    /// <summary>Its pages first: a service that stops waits for what is open.</summary>
    public override async ValueTask DisposeAsync()
    {
        if (_started)
        {
            await Browser.CloseWhatWasOpenedAsync(Address.ToString());
        }

        await base.DisposeAsync();
        _folder.Dispose();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}
