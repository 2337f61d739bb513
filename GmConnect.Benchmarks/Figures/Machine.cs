using System.Runtime.InteropServices;

namespace GmConnect.Benchmarks.Figures;

/// <summary>What the figures were measured on, since an absolute time means nothing without it.</summary>
public static class Machine
{
    public static string Description =>
        $"{Environment.ProcessorCount} cores of {Processor}, {MemoryGiB} GiB, {RuntimeInformation.OSDescription}, .NET {Environment.Version}";

    /// <summary>Processes that ran or waited to run, averaged over the last minute.</summary>
    public static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Processor => LineOf("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static long MemoryGiB => (long)Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30));

    private static string? LineOf(string file, string name) => !File.Exists(file)
        ? null
        : File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
}
