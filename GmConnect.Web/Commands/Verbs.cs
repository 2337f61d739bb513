using System.CommandLine;

namespace GmConnect.Web.Commands;

/// <summary>
/// What operators run instead of serving (docs/operations.md). Exit code 0: good; 1: the answer is no, or it failed; 2: wrong use.
/// </summary>
public static class Verbs
{
    private const int Failed = 1;
    private const int WrongUse = 2;

    private static readonly string[] HelpSwitches = ["--help", "-h", "-?", "/?", "/h", "--version"];

    /// <summary>A word in the first place, known or mistyped; settings begin with a dash or a slash, or hold an equals sign.</summary>
    public static bool Asked(string[] args) => args is [var first, ..]
        && (HelpSwitches.Contains(first) || (first.Length > 0 && first[0] is not ('-' or '/') && !first.Contains('=')));

    public static async Task<int> RunAsync(string[] args)
    {
        var all = new RootCommand("GM-Connect. Without a verb it serves; settings are given as --Name:Of:Setting value.")
        {
            MigrateVerb.Make(), SeedVerb.Make(), JobsVerb.Make(), SharingVerb.Make(), AuditVerb.Make()
        };
        var parsed = all.Parse(args);
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });

            return parsed.Errors.Count > 0 ? WrongUse : code;
        }
        catch (Exception fault)
        {
            await Console.Error.WriteLineAsync($"{fault.GetType().Name}: {fault.Message}");

            return Failed;
        }
    }
}
