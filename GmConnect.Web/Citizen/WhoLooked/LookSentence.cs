using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Web.Citizen.Stories;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Citizen.WhoLooked;

/// <summary>One look as a sentence: who, at what, what for and because of what.</summary>
public sealed class LookSentence(IStringLocalizer<WhoLookedTexts> words, IStringLocalizer<StoryTexts> story, AgencyKindWords kinds)
{
    public string Of(Look look)
    {
        var did = words[look is { Kind: AccessKind.Looked, IsExport: true } ? "Exported" : look.Kind.ToString(), What(look)].Value;

        if (look.Kind is AccessKind.Searched)
        {
            return words["SentenceRefused", Who(look), words[nameof(AccessKind.Searched)].Value];
        }

        return look.Ground is not { } ground
            ? words["SentenceRefused", Who(look), did]
            : words["Sentence", Who(look), did, words[$"For-{look.Purpose}"].Value, words[$"Because-{ground}", look.ConsentReference ?? ""].Value];
    }

    private string Who(Look look) => look switch
    {
        { IsMe: true } => words["WhoYou"],
        { AgencyKind: { } kind, Agency: null } => words[look.Role is Role.PartnerSystem ? "WhoASystem" : "WhoAWorker", kinds.For(kind)],
        { Role: Role.PartnerSystem } => words["WhoSystem", look.Agency ?? look.Who],
        { Agency: { } agency, JobTitle.Length: > 0 } => words["WhoWorker", look.Who, InASentence(look.JobTitle), agency],
        { Agency: { } agency } => words["WhoWorkerPlain", look.Who, agency],
        _ => look.Who
    };

    private string What(Look look)
    {
        List<string> seen = [.. look.Categories.Where(c => c is not DataCategory.StoryPart).Select(c => words[c.ToString()].Value)];
        if (look.Categories.Contains(DataCategory.StoryPart))
        {
            seen.Add(look.Parts.Count > 0 ? story.List(look.Parts) : words[nameof(DataCategory.StoryPart)]);
        }

        return seen.Count == 1 ? seen[0] : words["ListAnd", string.Join(", ", seen.SkipLast(1)), seen[^1]];
    }

    // "Discharge coordinator" stands in the middle of the sentence; "GP" stays as it is.
    private static string InASentence(string jobTitle) =>
        jobTitle.Length > 1 && char.IsLower(jobTitle[1]) ? char.ToLowerInvariant(jobTitle[0]) + jobTitle[1..] : jobTitle;
}
