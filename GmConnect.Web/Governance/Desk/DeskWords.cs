using GmConnect.Domain.Oversight;
using GmConnect.Web.Ui;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Governance.Desk;

public static class DeskWords
{
    public static string WhatItIs(this IStringLocalizer<DeskTexts> words, MatterRow row) =>
        row.Reason is { } reason ? words[$"Reason-{reason}"] : words[$"Kind-{row.Kind}"];

    public static (string Text, Tone Tone) StateOf(this IStringLocalizer<DeskTexts> words, MatterRow row) => row switch
    {
        { Finding: { } finding } => (words[$"Finding-{finding}"], finding is Finding.NotJustified ? Tone.Bad : Tone.Muted),
        { KeptUntil: { } day } => (words["KeptUntil", London.Date(day)], Tone.Muted),
        { ClosedAt: not null } => (words["Decided"], Tone.Muted),
        { IsEscalated: true } => (words["Escalated"], Tone.Bad),
        { IsOverdue: true } => (words["Overdue"], Tone.Bad),
        _ => (words["Waits"], Tone.Info)
    };
}
