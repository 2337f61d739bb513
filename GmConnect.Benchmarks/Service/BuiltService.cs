namespace GmConnect.Benchmarks.Service;

/// <summary>Where the service was built. In its own output folder alone it finds its static files.</summary>
public static class BuiltService
{
    public static string Repository { get; } = FindRepository();

    public static string Program(string configuration)
    {
        var output = Path.Combine(Repository, "GmConnect.Web", "bin", configuration);

        return (Directory.Exists(output) ? Directory.EnumerateFiles(output, "GmConnect.Web.dll", SearchOption.AllDirectories) : [])
            .FirstOrDefault(file => File.Exists(Path.ChangeExtension(file, ".runtimeconfig.json")))
            ?? throw new FileNotFoundException($"The service is not built: dotnet build GmConnect.Web -c {configuration}");
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GmConnect.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("GmConnect.sln is in none of the folders above the benchmarks.");
    }
}
