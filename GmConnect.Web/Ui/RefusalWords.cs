using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using GmConnect.Domain.Common;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Ui;

/// <summary>
/// A refusal in the reader's words. They are in <c>Ui/Refusals/{Feature}.resx</c>, where Feature is the last part of
/// the refusal's namespace, under the refusal's type name; <c>{Count}</c> there is the refusal's property Count,
/// <c>{Due:d MMMM}</c> one with a format.
/// </summary>
public sealed partial class RefusalWords(IStringLocalizerFactory resources, ILogger<RefusalWords> log)
{
    private static readonly string Assembly = typeof(RefusalWords).Assembly.GetName().Name!;

    public string For(Refusal refusal)
    {
        var type = refusal.GetType();
        var words = WordsOf(type);
        if (words.ResourceNotFound)
        {
            NoWords(log, type.FullName ?? type.Name);

            return resources.Create(typeof(Texts))["RefusedWithoutWords"];
        }

        return Argument().Replace(words.Value, match => Value(refusal, match.Groups["name"].Value, match.Groups["format"].Value));
    }

    public bool HasWordsFor(Type refusal) => !WordsOf(refusal).ResourceNotFound;

    private LocalizedString WordsOf(Type refusal) =>
        resources.Create($"Ui.Refusals.{refusal.Namespace?.Split('.')[^1]}", Assembly)[refusal.Name];

    private static string Value(Refusal refusal, string name, string format) =>
        refusal.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)?.GetValue(refusal) switch
        {
            null => "",
            IFormattable value => value.ToString(format.Length == 0 ? null : format, CultureInfo.CurrentCulture),
            var value => value.ToString() ?? ""
        };

    [GeneratedRegex(@"\{(?<name>\w+)(:(?<format>[^}]+))?\}")]
    private static partial Regex Argument();

    [LoggerMessage(1, LogLevel.Error, "The refusal {Refusal} has no words in the resources")]
    private static partial void NoWords(ILogger log, string refusal);
}
