namespace GmConnect.Web.Commands.Deciding;

/// <summary>The files' ids may be any text; the engine's are Guids. Their order is kept, since ties are broken by it.</summary>
internal sealed class IdsInOrder
{
    private readonly string[] texts;
    private readonly Dictionary<string, Guid> guids;

    public IdsInOrder(IEnumerable<string?> all)
    {
        texts = [.. all.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        guids = texts.Select((text, i) => (text, i)).ToDictionary(t => t.text, t => new Guid((uint)t.i + 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    public Guid this[string text] => guids[text];

    public Guid? Maybe(string? text) => text is null ? null : guids[text];

    public string Text(Guid id) => texts[BitConverter.ToUInt32(id.ToByteArray()) - 1];
}
