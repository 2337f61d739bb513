using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GmConnect.Benchmarks;

/// <summary>A partner that accepts everything at once, in a process of its own that ends with this one.</summary>
internal sealed class PartnerProcess : IAsyncDisposable
{
    /// <summary>The verb under which the benchmarks start themselves as the partner.</summary>
    public const string Verb = "fast-partner";

    private readonly Process _process;

    private PartnerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<PartnerProcess> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(PartnerProcess).Assembly.Location, Verb])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true
        })!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The partner did not start.");

        return new PartnerProcess(process, new Uri(address));
    }

    /// <summary>Says its address, and ends when the process that started it closes its input.</summary>
    public static async Task<int> ServeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var server = builder.Build();
        server.Run(async request =>
        {
            await request.Request.Body.CopyToAsync(Stream.Null, request.RequestAborted);
            request.Response.ContentType = "application/json";
            await request.Response.WriteAsync("{}", request.RequestAborted);
        });
        await server.StartAsync();
        Console.WriteLine(server.Urls.Single());
        await Console.In.ReadToEndAsync();

        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
