using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Agreements;

public enum PartyRole
{
    Controller,
    JointController,
    Processor
}

/// <summary>A party as it is written into a version.</summary>
/// <param name="Agency">Its name, for what is refused.</param>
public sealed record PartyTerms(Guid AgencyId, string Agency, PartyRole Role, LawfulBasis Basis);

/// <summary>What one version covers, between whom and for how long. Days are London's, the last one included.</summary>
public sealed record AgreementTerms(
    IReadOnlyList<PartyTerms> Parties,
    IReadOnlyList<Purpose> Purposes,
    IReadOnlyList<DataCategory> Categories,
    IReadOnlyList<StoryPartKind> Parts,
    DateOnly FirstDay,
    DateOnly LastDay,
    DateOnly ReviewOn,
    string? DpiaReference,
    string? RightsContact)
{
    /// <summary>Longer is written anew. Source: decision 0014.</summary>
    public const int LongestMonths = 60;

    /// <summary>Source: ICO data sharing code; standards note 5.5.</summary>
    public const int ReviewMonths = 12;

    public const int DpiaReferenceMaxLength = 60;
    public const int RightsContactMaxLength = 200;

    /// <summary>Nothing when it can be signed as it stands.</summary>
    public Refusal? Check(DateOnly today) => WhatIsCovered() ?? Days(today) ?? Words() ?? Between();

    /// <summary>Within a year, and while it lasts.</summary>
    public static DateOnly LatestReview(DateOnly firstDay, DateOnly lastDay) =>
        firstDay.AddMonths(ReviewMonths) is var year && year < lastDay ? year : lastDay;

    private Refusal? WhatIsCovered() =>
        Purposes.Count == 0 || Categories.Count == 0 || Parts.Count == 0 == Categories.Contains(DataCategory.StoryPart) ? new AgreementCoversNothing()
        : Purposes.Except(Coverable.Purposes).Any() || Categories.Except(Coverable.Categories).Any() ? new AgreementCannotCover()
        : null;

    private Refusal? Days(DateOnly today) =>
        LastDay < FirstDay || LastDay < today ? new AgreementEndsTooEarly()
        : LastDay > FirstDay.AddMonths(LongestMonths) ? new AgreementEndsTooLate(LongestMonths)
        : ReviewOn < FirstDay || ReviewOn > LatestReview(FirstDay, LastDay) ? new AgreementReviewNotInTime(ReviewMonths)
        : null;

    private Refusal? Words() => (PlainText.Clean(DpiaReference).Length, PlainText.Clean(RightsContact).Length) switch
    {
        (0 or > DpiaReferenceMaxLength, _) => new AgreementNeedsDpia(DpiaReferenceMaxLength),
        (_, 0 or > RightsContactMaxLength) => new AgreementNeedsRightsContact(RightsContactMaxLength),
        _ => null
    };

    private Refusal? Between()
    {
        var needsCondition = Categories.Any(Coverable.Special.Contains);
        if (Parties.Count == 0)
        {
            return new AgreementNeedsParties();
        }

        if (Parties.GroupBy(p => p.AgencyId).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return new AgreementNamesAgencyTwice(twice.First().Agency);
        }

        return Parties.FirstOrDefault(p => !p.Basis.IsWhole || (needsCondition && p.Basis.Article9 is null)) is { } party
            ? new LawfulBasisNotWhole(party.Agency)
            : null;
    }
}
