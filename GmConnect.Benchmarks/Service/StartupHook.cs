using System.Net.Sockets;
using System.Runtime;
using System.Text;

/// <summary>
/// Loaded by the runtime into the service's process (DOTNET_STARTUP_HOOKS names this assembly, and wants this class in no
/// namespace). Answers every connection to a Unix socket with "managed resident" in bytes, after a full collection.
/// </summary>
internal static class StartupHook
{
    public const string SocketVariable = "GMCONNECT_MEASURE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(SocketVariable) is not { Length: > 0 } path)
        {
            return;
        }

        // Not for the processes that the service may start.
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
        File.Delete(path);
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        new Thread(() => Answer(listener)) { IsBackground = true, Name = "measure" }.Start();
    }

    private static void Answer(Socket listener)
    {
        while (true)
        {
            using var caller = listener.Accept();
            caller.Send(Encoding.ASCII.GetBytes($"{Collect()} {Resident()}"));
        }
    }

    // Twice: the first lets finalizers run, the second takes what they held. Aggressive gives free pages back.
    private static long Collect()
    {
        for (var round = 0; round < 2; round++)
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static long Resident() => File.Exists("/proc/self/status")
        ? long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024
        : Environment.WorkingSet;
}
