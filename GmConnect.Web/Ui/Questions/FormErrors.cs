namespace GmConnect.Web.Ui.Questions;

/// <summary>What is wrong with a posted form: by field name, in the order of the page. Field "" is about the whole form.</summary>
public sealed class FormErrors
{
    private readonly List<(string Field, string Message)> all = [];

    public IReadOnlyList<(string Field, string Message)> All => all;

    public bool Any => all.Count > 0;

    public string? this[string field] => all.Find(error => error.Field == field).Message;

    public void Add(string field, string message) => all.Add((field, message));

    /// <summary>The id of a field's input: its name without the characters an id should not have.</summary>
    public static string IdOf(string field) => string.Concat(field.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
}
