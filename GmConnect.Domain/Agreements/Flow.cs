using GmConnect.Domain.Agencies;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Agreements;

/// <summary>What may reach one agency for one purpose.</summary>
/// <param name="Categories">Other than story parts.</param>
public sealed record Flow(
    Guid AgencyId, Purpose Purpose, IReadOnlyList<StoryPartKind> Parts, IReadOnlyList<DataCategory> Categories)
{
    /// <summary>What the lost spans carry at an instant and no other span does. A pure function, so that every case can be tried.</summary>
    /// <param name="kinds">An agency gets nothing for a purpose that is none of its kind's, whatever the agreement lists.</param>
    public static IReadOnlyList<Flow> Stopping(
        IEnumerable<AgreementSpan> lost, IEnumerable<AgreementSpan> others, IReadOnlyDictionary<Guid, AgencyKind> kinds, DateTime at)
    {
        var stopping = lost.SelectMany(Cells).Where(c => Purposes.For(kinds[c.AgencyId]).Contains(c.Purpose)).ToHashSet();
        stopping.ExceptWith(others.Where(s => s.IsOn(at)).SelectMany(Cells));

        return
        [
            .. stopping.GroupBy(c => (c.AgencyId, c.Purpose)).Select(g => new Flow(
                g.Key.AgencyId,
                g.Key.Purpose,
                [.. g.Select(c => c.Part).OfType<StoryPartKind>().Order()],
                [.. g.Where(c => c.Part is null).Select(c => c.Category).Order()]))
        ];
    }

    private static IEnumerable<(Guid AgencyId, Purpose Purpose, DataCategory Category, StoryPartKind? Part)> Cells(AgreementSpan span) =>
        from purpose in span.Purposes
        from category in span.Categories
        from part in category is DataCategory.StoryPart ? span.Parts.Select(p => (StoryPartKind?)p) : [null]
        select (span.AgencyId, purpose, category, part);
}
