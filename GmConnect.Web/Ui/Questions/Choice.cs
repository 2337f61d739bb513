namespace GmConnect.Web.Ui.Questions;

/// <summary>One answer to choose. <paramref name="Value"/> is what is posted.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);
