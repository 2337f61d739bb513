using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Web.Citizen.Sharing;
using GmConnect.Web.Ui;

namespace GmConnect.Web.Citizen.Stories;

/// <summary>Where a story stands: what comes next, how far each part is and how far each service is.</summary>
public sealed record StoryHome(
    StoryShown Story,
    bool IsOwn,
    IReadOnlyList<PermissionShown> Shared,
    string Next,
    (string Href, string Word)? NextStep,
    ActionShown? NextAction,
    int? OpenActions)
{
    public bool IsConfirmed => Story.LastConfirmedAt is not null;

    public bool HasAnswers => Story.Parts.Any(part => part.Answered > 0);

    public bool HasProblem => Story.Parts.Any(part => StatusOf(part).Tone is Tone.Bad);

    public string CheckWord => this switch
    {
        { HasAnswers: false } => "CannotStart",
        { HasProblem: true } => "Problem",
        { IsConfirmed: false } => "NotStarted",
        _ when Story.Parts.Any(part => part.ChangedSinceConfirmed) => "Changed",
        _ => "Confirmed"
    };

    public Tone CheckTone => CheckWord switch
    {
        "Confirmed" => Tone.Good,
        "Problem" => Tone.Bad,
        "Changed" => Tone.Info,
        "CannotStart" => Tone.Muted,
        _ => Tone.Plain
    };

    /// <summary>Who acts in some parts alone may read neither permissions nor the plan.</summary>
    public static StoryHome Of(Guid resident, StoryShown story, PermissionsShown? permissions, PlanShown? plan)
    {
        var shared = (permissions?.Permissions ?? []).Where(permission => permission.State is PermissionState.InForce)
            .OrderBy(permission => permission.Agency, StringComparer.Ordinal).ToList();
        var open = (plan?.Actions ?? []).Where(action => action.Status is ActionStatus.ToDo or ActionStatus.UnderWay).ToList();
        var (next, step) = NextOf(resident, story, shared);

        return new StoryHome(
            story, permissions is { IsOwn: true }, shared, next, step,
            next == "NextShared" ? open.Where(action => action.Due is not null).MinBy(action => action.Due) : null,
            plan?.PlanId is null ? null : open.Count);
    }

    /// <summary>The word and the tone of one part's state.</summary>
    public static (string Word, Tone Tone) StatusOf(PartShown part) => part switch
    {
        _ when part.Questions.Any(question => question.NeedsAChoice || question.IsTooLong) => ("Problem", Tone.Bad),
        { Answered: 0 } => ("NotStarted", Tone.Plain),
        _ when part.Answered == part.Questions.Count => ("Completed", Tone.Good),
        _ => ("InProgress", Tone.Info)
    };

    private static (string Word, (string Href, string Word)? Step) NextOf(Guid resident, StoryShown story, List<PermissionShown> shared)
    {
        if (!story.MayWrite)
        {
            return ("NextRead", null);
        }

        var twice = story.Parts.SelectMany(part => part.Questions).FirstOrDefault(question => question.NeedsAChoice);
        var (answered, changed) = (story.Parts.Any(part => part.Answered > 0), story.Parts.Any(part => part.ChangedSinceConfirmed));

        return (story.LastConfirmedAt, twice) switch
        {
            (_, not null) => ("NextAnswerAgain", (StoryLinks.Choice(resident, twice.Question.Key), "NextChoose")),
            (null, _) when !answered => ("NextBegin", (StoryLinks.Question(resident, "what-happened"), "NextStart")),
            (null, _) => ("NextGoOn", null),
            _ when changed => ("NextConfirmAgain", (StoryLinks.Check(resident), "DoCheck")),
            _ when shared.Count == 0 && !story.MayShare => ("NextShareByOthers", null),
            _ when shared.Count == 0 => ("NextShare", (SharingLinks.Agencies(resident), "DoShare")),
            _ => ("NextShared", null)
        };
    }
}
