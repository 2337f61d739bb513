using System.Globalization;

namespace GmConnect.Benchmarks;

/// <summary>What follows the verb: <c>--name value</c>, or <c>--name</c> alone for yes.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string> given = [];

    public Arguments(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (!words[at].StartsWith("--", StringComparison.Ordinal))
            {
                throw new ArgumentException($"\"{words[at]}\" was not expected; options are --name value.");
            }

            var hasValue = at + 1 < words.Count && !words[at + 1].StartsWith("--", StringComparison.Ordinal);
            given[words[at][2..]] = hasValue ? words[++at] : "true";
        }
    }

    public string Text(string name, string otherwise) => given.GetValueOrDefault(name, otherwise);

    public int Number(string name, int otherwise) =>
        given.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    public bool Said(string name) => given.ContainsKey(name);
}
