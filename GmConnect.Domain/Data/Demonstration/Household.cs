using GmConnect.Domain.Accounts;
using GmConnect.Domain.Common;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>One resident, who tells their story, and what both are to each other.</summary>
/// <param name="Number">0 for the first; what else is drawn for them hangs on it alone.</param>
/// <param name="Teller">The resident or a delegate; nothing while nobody of the family has signed in.</param>
/// <param name="Delegation">Under which the teller acts; nothing when the resident tells it.</param>
/// <param name="Sex">For the words of a story told by somebody else.</param>
internal sealed record Household(int Number, Resident Resident, Sex Sex, string Community, Account? Teller, Delegation? Delegation)
{
    /// <summary>Nobody of the family may learn where the resident is.</summary>
    public PlaceProtected? Protection { get; init; }

    public IEnumerable<object> Rows =>
        new object?[] { Resident, Teller, Delegation, Protection }.OfType<object>();

    /// <summary>By what right the teller decides.</summary>
    public DecidedBy DecidedBy => Delegation switch
    {
        null => DecidedBy.Resident,
        { Kind: DelegationKind.Parent } => DecidedBy.Parent,
        _ => DecidedBy.Delegate
    };

    public Stamp By(DateTime at) => new(Teller!.Id, at);
}
