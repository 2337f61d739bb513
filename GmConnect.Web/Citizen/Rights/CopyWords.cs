using System.Globalization;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Rights;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Web.Citizen.CarePlans;
using GmConnect.Web.Citizen.Stories;
using GmConnect.Web.Governance.Desk;
using GmConnect.Web.Staff;
using GmConnect.Web.Ui;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Citizen.Rights;

/// <summary>Values of a copy as people read them, in the words that other rooms have for them.</summary>
public sealed class CopyWords(
    IStringLocalizer<CopyTexts> words,
    IStringLocalizer<StaffTexts> common,
    IStringLocalizer<StoryTexts> story,
    IStringLocalizer<PlanTexts> plan,
    IStringLocalizer<DeskTexts> desk)
{
    public string Of(PackField field) => field.Value switch
    {
        DateTime time => London.Moment(time),
        DateOnly day => London.Date(day),
        Purpose purpose => Word(common[$"Purpose-{purpose}"], $"{purpose}"),
        StoryPartKind part => Word(common[$"Part-{part}"], $"{part}"),
        GoalStatus goal => Word(plan[$"Goal-{goal}"], $"{goal}"),
        ActionStatus action => Word(plan[$"Action-{action}"], $"{action}"),
        DataCategory category => Word(desk[$"Category-{category}"], $"{category}"),
        Enum word => Word(words[$"{word.GetType().Name}-{word}"], $"{word}"),
        string question when field.Name is "Question" => Word(story[question], question),
        string fact when field.Name is "Fact" => Word(words[$"Fact-{fact}"], fact),
        var value => string.Create(CultureInfo.CurrentCulture, $"{value}")
    };

    /// <summary>What has no words yet is spelled as it is, rather than left out of a person's own record.</summary>
    private static string Word(LocalizedString found, string spelled) => found.ResourceNotFound ? spelled : found.Value;
}
