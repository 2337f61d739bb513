using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace GmConnect.Tests.TestSupport;

/// <summary>
/// The built service as operators run it: <c>dotnet GmConnect.Web.dll</c> in a process of its own, with a database file of
/// its own, which a kill and a restart find again at the same address.
/// </summary>
public sealed class RunningService : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();
    private readonly StringBuilder _output = new();
    private readonly HttpClient _health = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private Process? _process;
    private string _program = BuiltService();
    private string _workingFolder;

    private RunningService(IReadOnlyDictionary<string, string> settings)
    {
        _settings = settings;
        _workingFolder = _folder.Path;
        Address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
    }

    public Uri Address { get; private set; }

    /// <summary>Where it runs: what it writes without being told where lands here.</summary>
    public string Folder => _folder.Path;

    public string DatabaseFile => _folder.File("gm-connect.db");

    public int ProcessId => _process!.Id;

    /// <summary>All it ever wrote to standard output and standard error, over every restart.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <param name="settings">
    /// Settings by their name in the environment, such as <c>Demonstration__Residents</c>; they win over what is set here, and an
    /// empty one takes it away.
    /// </param>
    public static async Task<RunningService> StartAsync(params (string Name, string Value)[] settings)
    {
        var service = new RunningService(settings.ToDictionary(setting => setting.Name, setting => setting.Value));

        try
        {
            await service.StartAgainAsync();
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }

        return service;
    }

    /// <summary>Starts it and waits only until it lives: it may not be ready, as before an operator migrates.</summary>
    public static async Task<RunningService> StartUnreadyAsync(params (string Name, string Value)[] settings)
    {
        var service = new RunningService(settings.ToDictionary(setting => setting.Name, setting => setting.Value));

        try
        {
            service.LaunchProcess();
            await service.UntilItAnswersAsync("/health/live");
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }

        return service;
    }

    /// <summary>Starts it on settings that it must refuse: how it ended, and all it said.</summary>
    public static async Task<(int ExitCode, string Output)> StartInVainAsync(params (string Name, string Value)[] settings)
    {
        await using var service = new RunningService(settings.ToDictionary(setting => setting.Name, setting => setting.Value));
        service.LaunchProcess();
        await service._process!.WaitForExitAsync().WaitAsync(LongestStart);

        return (service._process.ExitCode, service.Output);
    }

    /// <summary>Starts it after a kill or a stop: the same address, the same database.</summary>
    public async Task StartAgainAsync()
    {
        LaunchProcess();
        await UntilItAnswersAsync("/health/ready");
    }

    /// <summary>Starts it as after a deploy: the same address and database, the program in another folder.</summary>
    public async Task StartNewReleaseAsync()
    {
        var release = _folder.File("release");
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(_program)!, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(release, Path.GetRelativePath(Path.GetDirectoryName(_program)!, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        (_program, _workingFolder) = (Path.Combine(release, Path.GetFileName(_program)), release);
        await StartAgainAsync();
    }

    /// <summary>Starts it on another port, with the same database.</summary>
    public Task StartElsewhereAsync()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Next()}");

        return StartAgainAsync();
    }

    /// <summary>As when the machine loses power: SIGKILL, no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>As an operator stops it: SIGTERM, and what it acknowledged may be finished. Gives the exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));

        return _process.ExitCode;
    }

    public HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        _health.Dispose();
        _folder.Dispose();
    }

    private void LaunchProcess()
    {
        var start = new ProcessStartInfo("dotnet", [_program, "--urls", Address.ToString()])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = _workingFolder,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Database__Provider"] = "Sqlite",
                ["ConnectionStrings__GmConnect"] = $"Data Source={DatabaseFile}",
                ["Demonstration__Residents"] = "40",
                ["Audit__Key"] = AuditKey.In(_folder)
            }
        };
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value.Length > 0 ? value : null;
        }

        _process?.Dispose();
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task UntilItAnswersAsync(string health)
    {
        var waited = Stopwatch.StartNew();
        var ready = new Uri(Address, health);
        var last = "no answer";

        while (waited.Elapsed < LongestStart)
        {
            if (_process!.HasExited)
            {
                await _process.WaitForExitAsync();
                throw new InvalidOperationException($"The service ended with {_process.ExitCode} before it was ready:\n{Output}");
            }

            try
            {
                using var answer = await _health.GetAsync(ready);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }

                last = $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
            }
            catch (HttpRequestException refused)
            {
                last = refused.Message;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"The service was not ready after {LongestStart}; {ready} last said: {last}\n{Output}");
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }

    // The service's own output folder, not the copy beside the tests: only there its static files are found.
    internal static string BuiltService()
    {
        var path = typeof(RunningService).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "BuiltService").Value!;

        return File.Exists(path) ? path : throw new FileNotFoundException("The service is not built", path);
    }
}
