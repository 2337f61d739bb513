using System.Text.Json;
using System.Text.Json.Serialization;

namespace GmConnect.Domain.Assessments;

/// <summary>Every form in every version; a new version is added behind the old one.</summary>
public static class AssessmentForms
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<AssessmentForm> All { get; } = Load();

    /// <summary>The latest of each: what is begun today is begun with these.</summary>
    public static IReadOnlyList<AssessmentForm> Current { get; } = [.. All.GroupBy(f => f.Id).Select(versions => versions.MaxBy(f => f.Version)!)];

    public static AssessmentForm? Find(string id) => Current.FirstOrDefault(f => f.Id == id);

    public static AssessmentForm Of(string id, int version) => All.Single(f => f.Id == id && f.Version == version);

    private static List<AssessmentForm> Load()
    {
        using var data = typeof(AssessmentForms).Assembly.GetManifestResourceStream($"{typeof(AssessmentForms).Namespace}.{nameof(AssessmentForms)}.json")!;

        return JsonSerializer.Deserialize<List<AssessmentForm>>(data, _options)!;
    }
}
