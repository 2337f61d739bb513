using System.Text;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>
/// Says a template in the voice of who tells it: <c>[I am|{She} is]</c> is the resident's own voice or somebody else's,
/// and in braces stand the name and the words for her or him.
/// </summary>
internal sealed record StoryVoice(string CalledName, Sex Sex, bool TheirOwn)
{
    public string Say(string template)
    {
        var said = new StringBuilder(template.Length + 20);
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '[')
            {
                var (bar, end) = (template.IndexOf('|', i), template.IndexOf(']', i));
                said.Append(TheirOwn ? template.AsSpan(i + 1, bar - i - 1) : template.AsSpan(bar + 1, end - bar - 1));
                i = end;
            }
            else
            {
                said.Append(template[i]);
            }
        }

        return Named(said.ToString());
    }

    private string Named(string said)
    {
        var female = Sex is Sex.Female;

        return said.Contains('{', StringComparison.Ordinal)
            ? said
                .Replace("{Name}", CalledName, StringComparison.Ordinal)
                .Replace("{She}", female ? "She" : "He", StringComparison.Ordinal)
                .Replace("{she}", female ? "she" : "he", StringComparison.Ordinal)
                .Replace("{Her}", female ? "Her" : "His", StringComparison.Ordinal)
                .Replace("{her}", female ? "her" : "his", StringComparison.Ordinal)
                .Replace("{him}", female ? "her" : "him", StringComparison.Ordinal)
            : said;
    }
}
