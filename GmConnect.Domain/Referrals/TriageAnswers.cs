using System.Globalization;
using System.Text.Json;

namespace GmConnect.Domain.Referrals;

/// <summary>
/// Answers by question. What is not answered, or not by a value that the question takes, is not known. In which order they
/// come says nothing.
/// </summary>
public sealed class TriageAnswers
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string NotKnown = "not-known";

    /// <summary>Of the stored form; every answer of every question fits.</summary>
    public const int StoredMaxLength = 4_000;

    private readonly SortedDictionary<string, string> _given = new(StringComparer.Ordinal);

    public TriageAnswers(IEnumerable<KeyValuePair<string, string>> given)
    {
        foreach (var (question, answer) in given)
        {
            _given[question] = answer;
        }
    }

    public IReadOnlyDictionary<string, string> Given => _given;

    /// <summary>Somebody answered it, if only that it is not known.</summary>
    public bool Has(string question) => _given.ContainsKey(question);

    public bool? IsYes(string question) => _given.GetValueOrDefault(question) switch
    {
        Yes => true,
        No => false,
        _ => null
    };

    /// <summary>Nothing where it is not known, or no number from 0 to the most.</summary>
    public int? Number(string question, int most = int.MaxValue) =>
        int.TryParse(_given.GetValueOrDefault(question), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    public string Store() => JsonSerializer.Serialize(_given);

    public static TriageAnswers Of(string stored) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(stored)!);
}
