using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Web.Citizen.Stories;
using GmConnect.Web.Ui;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Citizen.Sharing;

/// <summary>
/// The exact words of a permission: shown before it is given, and kept with it. A line a sentence. Standards note 5.10: who,
/// what, with whom, for what, until when, how to withdraw, what cannot be stopped.
/// </summary>
public sealed class PermissionWording(IStringLocalizer<SharingTexts> words, IStringLocalizer<StoryTexts> story)
{
    public string Of(AgencyPreview preview, Actor actor)
    {
        var parts = story.List(preview.Parts.Select(part => part.Part));
        string[] lines =
        [
            actor.ResidentId == preview.Who.ResidentId
                ? words["WordingGives", preview.Who.FullName, preview.Agency, parts]
                : words["WordingGivesFor", actor.DisplayName, preview.Who.FullName, preview.Agency, parts],
            words["WordingSees", preview.Agency, preview.Kind.UsesNhsNumber() ? words["WordingNhs"].Value : ""],
            words["WordingPurpose", words[$"Purpose-{preview.Purpose}"].Value],
            words["WordingUntil", London.Date(preview.LastDay)],
            words["WordingVersions", preview.Agency],
            words["WordingWithdraw", preview.Agency],
            words["WordingLegal", preview.Agency]
        ];

        return string.Join('\n', lines);
    }
}
