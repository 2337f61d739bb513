namespace GmConnect.Benchmarks.Service;

/// <summary>Settings for many open staff pages at once: a person's cap would otherwise count our few demonstration workers.</summary>
public static class StaffSettings
{
    public static IReadOnlyDictionary<string, string> Of(bool compressed) => new Dictionary<string, string>
    {
        ["Limits__CircuitsPerPerson"] = "1000",
        ["Limits__ConnectionAttemptsPerMinute"] = "100000",
        ["Limits__CompressWebSockets"] = compressed ? "true" : "false",
        ["Logging__LogLevel__Default"] = "Warning"
    };
}
