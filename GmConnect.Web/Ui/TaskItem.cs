namespace GmConnect.Web.Ui;

/// <summary>A row of a task list, named with a verb. Without <paramref name="Href"/> it cannot start yet.</summary>
public sealed record TaskItem(string Text, string? Href, string Status, Tone Tone = Tone.Plain, string? Hint = null);
