using GmConnect.Domain.Residents;
using GmConnect.Web.Identity;
using GmConnect.Web.Ui;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Documents;

/// <summary>Who has a document printed: what it holds is what they may see, and every page says so.</summary>
/// <param name="At">UTC.</param>
/// <param name="IsLarge">Letters of 18 points and more, and lists in place of tables.</param>
/// <param name="IsPage">For the reader's own print dialog, because nothing here prints.</param>
public sealed record PrintedFor(SignedInPerson Reader, DateTime At, bool IsLarge = false, bool IsPage = false)
{
    /// <summary>"Printed by Amira Khan (Discharge coordinator), for Salford Royal, on 12 March 2026, 10:00".</summary>
    public string Line(IStringLocalizer<DocumentTexts> words, WhoItIs who) => Reader switch
    {
        { AgencyName: { } agency } => words["PrintedForAgency", Reader.Actor.DisplayName, Reader.JobTitle, agency, London.Moment(At)],
        { Actor.ResidentId: { } own } when own == who.ResidentId => words["PrintedForThemselves", Reader.Actor.DisplayName, London.Moment(At)],
        _ => words["PrintedForDelegate", Reader.Actor.DisplayName, who.FullName, London.Moment(At)]
    };
}
