using System.Globalization;

namespace GmConnect.Web.Commands.Deciding;

/// <summary>A line that cannot be read; the message says what to mend.</summary>
internal sealed class LineNotUnderstood(string message) : Exception(message);

/// <summary>Words of the page to our own, letter by letter: a number is no name, and nothing is guessed.</summary>
internal static class Named
{
    public static T? Try<T>(string name)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(name, StringComparer.Ordinal) ? Enum.Parse<T>(name) : null;

    public static T One<T>(string? name, string field)
        where T : struct, Enum =>
        Try<T>(Need(name, field)) ?? throw new LineNotUnderstood($"'{field}' is '{name}', which is none of {string.Join(", ", Enum.GetNames<T>())}.");

    public static IReadOnlyList<T>? Many<T>(IReadOnlyList<string>? names, string field)
        where T : struct, Enum => names?.Select(name => One<T>(name, field)).ToList();

    public static string Need(string? value, string field) => value ?? throw new LineNotUnderstood($"'{field}' is missing.");

    public static DateTime Instant(string? text, string field) =>
        DateTime.TryParse(Need(text, field), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : throw new LineNotUnderstood($"'{field}' is '{text}', which is no instant like 2026-11-23T09:30:00Z.");
}
