using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GmConnect.Benchmarks.Service;

/// <summary>
/// The built service in a process of its own, with a temporary database, so that what drives it costs it nothing.
/// A start-up hook of ours lets us ask that process for a collection and its memory; the service knows nothing of it.
/// </summary>
public sealed class MeasuredService : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);

    private readonly string folder = Directory.CreateTempSubdirectory("gm-connect-measured").FullName;
    private readonly ServiceStart how;
    private Process? process;

    public MeasuredService(ServiceStart how)
    {
        this.how = how;
        Address = new Uri($"http://127.0.0.1:{(how.Port == 0 ? FreePort() : how.Port)}");
    }

    public Uri Address { get; }

    public string Log { get; private set; } = "";

    public static async Task<MeasuredService> StartAsync(ServiceStart how)
    {
        var service = new MeasuredService(how);
        service.Launch();
        await service.AnswersAsync("/health/ready");

        return service;
    }

    /// <summary>Starts the process and returns at once. The database of an earlier launch is found again.</summary>
    public void Launch()
    {
        var start = new ProcessStartInfo("dotnet", [.. how.Command, "--urls", Address.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = BuiltService.Repository,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                // Scripts and styles as a published service sends them: compressed, and kept by the browser.
                ["ReloadStaticAssetsAtRuntime"] = "false",
                ["Database__Provider"] = "Sqlite",
                ["ConnectionStrings__GmConnect"] = $"Data Source={Path.Combine(folder, "gm-connect.db")}",
                ["Demonstration__Residents"] = $"{how.Residents}"
            }
        };
        if (how.WithMemory)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
            start.Environment[StartupHook.SocketVariable] = Socket;
        }

        foreach (var (name, value) in how.Settings)
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Asks until the address answers 200.</summary>
    public async Task AnswersAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < LongestStart; await Task.Delay(5))
        {
            if (process is { HasExited: true })
            {
                throw new InvalidOperationException($"The service ended with {process.ExitCode}:\n{Log}");
            }

            try
            {
                using var answer = await client.GetAsync(path);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException($"{path} did not answer 200 within {LongestStart}:\n{Log}");
    }

    /// <summary>After a full, compacting collection in the service's process.</summary>
    public async Task<MemoryUse> CollectAsync()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket));
        await using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream);
        var answer = (await reader.ReadToEndAsync()).Split(' ');

        return new MemoryUse(long.Parse(answer[0]), long.Parse(answer[1]));
    }

    public async Task KillAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string Socket => Path.Combine(folder, "measure");

    private void Keep(string? line)
    {
        lock (folder)
        {
            // The end is enough to see why a start failed.
            Log = (Log.Length > 20_000 ? Log[^10_000..] : Log) + line + "\n";
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <param name="Managed">Bytes on the managed heap.</param>
/// <param name="Resident">Bytes of the process in memory.</param>
public sealed record MemoryUse(long Managed, long Resident);
