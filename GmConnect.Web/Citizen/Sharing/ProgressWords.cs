using GmConnect.Domain.Exchange;
using GmConnect.Web.Ui;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Citizen.Sharing;

/// <summary>How far an agency is, as a family reads it.</summary>
public static class ProgressWords
{
    public static string Name(this IStringLocalizer<SharingTexts> words, AgencyProgress progress) => words[$"Step-{progress.Step}"];

    public static string Says(this IStringLocalizer<SharingTexts> words, AgencyProgress progress) => words[$"Step-{progress.Step}-Says"];

    public static Tone Tone(this AgencyProgress progress) => progress.Step switch
    {
        ProgressStep.Acting or ProgressStep.Received => Ui.Tone.Info,
        ProgressStep.Done or ProgressStep.Closed => Ui.Tone.Good,
        ProgressStep.Refused or ProgressStep.Redirected or ProgressStep.Asking => Ui.Tone.Warn,
        ProgressStep.BeingToldItEnded or ProgressStep.ToldItEnded => Ui.Tone.Muted,
        _ => Ui.Tone.Plain
    };
}
