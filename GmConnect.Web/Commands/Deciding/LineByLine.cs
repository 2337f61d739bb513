using System.Text.Json;
using System.Text.Json.Serialization;

namespace GmConnect.Web.Commands.Deciding;

/// <summary>JSON, one object a line; empty lines are passed over. What a line should not have is said, not ignored.</summary>
internal static class LineByLine
{
    private static readonly JsonSerializerOptions _asWritten = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, PropertyNameCaseInsensitive = false
    };

    public static IReadOnlyList<T> Read<T>(FileInfo file)
    {
        var read = new List<T>();
        var number = 0;
        foreach (var line in File.ReadLines(file.FullName))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                read.Add(JsonSerializer.Deserialize<T>(line, _asWritten) ?? throw new LineNotUnderstood("it is null."));
            }
            catch (Exception fault) when (fault is JsonException or LineNotUnderstood)
            {
                throw new LineNotUnderstood($"Line {number} of {file.Name}: {fault.Message}");
            }
        }

        return read;
    }
}
