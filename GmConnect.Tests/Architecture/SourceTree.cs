using System.Text.RegularExpressions;

namespace GmConnect.Tests.Architecture;

/// <summary>A file of the repository, by its path from the root.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The text without its comments, so that a rule may be explained where it applies.</summary>
    public string Code { get; } = WithoutComments(Text);

    public string Name => System.IO.Path.GetFileName(Path);

    public bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static string WithoutComments(string text) =>
        Regex.Replace(text, @"@\*.*?\*@|/\*.*?\*/|(?<![:""'])//[^\n]*", "", RegexOptions.Singleline);
}

/// <summary>The files of the repository as they are written, for rules that a compiled assembly no longer shows.</summary>
internal static class SourceTree
{
    public static readonly string Root = FindRoot();

    private static readonly HashSet<string> NotOurs =
        ["bin", "obj", ".git", ".vs", ".idea", "App_Data", "TestResults", "BenchmarkDotNet.Artifacts", "artifacts", "node_modules"];

    private static readonly HashSet<string> Pictures = [".png", ".jpg", ".ico", ".woff2", ".pdf", ".db"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> Everything = new(() =>
        [.. Walk(Root).Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)))]);

    public static IReadOnlyList<SourceFile> All => Everything.Value;

    /// <summary>What people wrote in C# and Razor under these folders; migrations are the tool's. Never empty.</summary>
    public static IReadOnlyList<SourceFile> CodeUnder(params string[] folders)
    {
        var files = All
            .Where(file => file.Name.EndsWith(".cs", StringComparison.Ordinal) || file.Name.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => folders.Any(file.IsUnder) && !file.IsUnder("GmConnect.Domain/Data/Migrations"))
            .ToList();

        Assert.All(folders, folder => Assert.Contains(files, file => file.IsUnder(folder)));

        return files;
    }

    /// <summary>Fails with every line on which one of the files says what it must not say.</summary>
    public static void NoneSays(IEnumerable<SourceFile> files, string pattern, string because)
    {
        var found = files.SelectMany(file => Lines(file, pattern)).ToList();

        Assert.True(found.Count == 0, $"{because}:\n  {string.Join("\n  ", found)}");
    }

    private static IEnumerable<string> Lines(SourceFile file, string pattern) =>
        file.Code.Split('\n').Where(line => Regex.IsMatch(line, pattern)).Select(line => $"{file.Path}: {line.Trim()}");

    private static IEnumerable<string> Walk(string folder)
    {
        var files = Directory.GetFiles(folder).Where(file => !Pictures.Contains(Path.GetExtension(file)) && IsText(file));
        var below = Directory.GetDirectories(folder).Where(child => !NotOurs.Contains(Path.GetFileName(child)));

        return files.Concat(below.SelectMany(child => Walk(child)));
    }

    // In a second work tree of the repository, .git is a file, and it holds a path of the machine.
    private static bool IsText(string file) => Path.GetFileName(file) != ".git";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GmConnect.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run from within the repository");
    }
}
