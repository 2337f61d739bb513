using System.Globalization;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Web.Staff;
using GmConnect.Web.Ui;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Governance.Agreements;

/// <summary>Agreements in words.</summary>
public static class AgreementWords
{
    public static Tone ToneOf(AgreementState state) => state switch
    {
        AgreementState.InForce => Tone.Good,
        AgreementState.Suspended => Tone.Warn,
        AgreementState.RanOut => Tone.Bad,
        AgreementState.Ended => Tone.Muted,
        _ => Tone.Info
    };

    /// <summary>The last London day, of the first moment at which nothing flows.</summary>
    public static DateOnly LastDay(DateTime until) => LondonTime.DayOf(until.AddTicks(-1));

    public static string People(this IStringLocalizer<AgreementTexts> words, PeopleCount people) =>
        people.IsHidden ? words["PeopleHidden", PeopleCount.Fewest]
        : people.IsRounded ? words["PeopleAtLeast", people.Number]
        : words["People", people.Number];

    public static string Count(this IStringLocalizer<AgreementTexts> words, PeopleCount people) =>
        people.IsHidden ? words["CountHidden", PeopleCount.Fewest] : people.Number.ToString("N0", CultureInfo.CurrentCulture);

    public static string Parts(
        this IStringLocalizer<AgreementTexts> words, IStringLocalizer<StaffTexts> common, IReadOnlyCollection<StoryPartKind> parts) =>
        parts.Count == StoryQuestions.Parts.Count ? words["EveryPart"] : string.Join("; ", parts.Select(p => common[$"Part-{p}"].Value));

    public static string Categories(this IStringLocalizer<AgreementTexts> words, IEnumerable<DataCategory> categories) =>
        string.Join("; ", categories.Where(c => c is not DataCategory.StoryPart).Select(c => words[$"Category-{c}"].Value));

    /// <summary>What one flow carries: parts of the story, and what else.</summary>
    public static string Carried(this IStringLocalizer<AgreementTexts> words, IStringLocalizer<StaffTexts> common, StoppedFlow flow) =>
        string.Join("; ", new[] { flow.Parts.Count > 0 ? words.Parts(common, flow.Parts) : "", words.Categories(flow.Categories) }.Where(t => t.Length > 0));

    /// <summary>How much would stop, in one sentence.</summary>
    public static string Impact(this IStringLocalizer<AgreementTexts> words, StopForeseen foreseen) => foreseen.Agencies switch
    {
        0 => words["ImpactNone"],
        1 => words["ImpactOne", words.People(foreseen.People)],
        var agencies => words["Impact", agencies, words.People(foreseen.People)]
    };

    public static string Sentence(this IStringLocalizer<AgreementTexts> words, LawfulBasis basis) => string.Join(" ", new[]
    {
        words["Article6", words[$"Article6-{basis.Article6}"].Value, basis.Article6Code].Value,
        basis.Article9 is { } condition ? words["Article9", words[$"Article9-{condition}"].Value, basis.Article9Code!].Value : "",
        basis.Schedule1 is { } schedule ? words["Schedule1", words[$"Schedule1-{schedule}"].Value, basis.Schedule1Paragraph!].Value : ""
    }.Where(t => t.Length > 0));
}
