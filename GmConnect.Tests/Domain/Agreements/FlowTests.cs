using GmConnect.Domain.Agencies;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Agreements;

public class FlowTests
{
    private static readonly DateTime _now = World.Start.UtcDateTime;
    private static readonly Guid _nursing = Guid.CreateVersion7();
    private static readonly Guid _police = Guid.CreateVersion7();

    private static readonly Dictionary<Guid, AgencyKind> _kinds = new() { [_nursing] = AgencyKind.CommunityHealth, [_police] = AgencyKind.Police };

    private static readonly AgreementSpan _lost = new(
        Guid.CreateVersion7(), 1, _nursing, [Purpose.Care], [DataCategory.Identity, DataCategory.StoryPart],
        [StoryPartKind.AboutMe, StoryPartKind.Medicines], _now.AddDays(-9), _now.AddDays(9));

    private static readonly AgreementSpan _other = _lost with { Id = Guid.CreateVersion7() };

    [Fact]
    public void NoOtherAgreement_EverythingStops() => Stops([_lost], [],
        new Flow(_nursing, Purpose.Care, [StoryPartKind.AboutMe, StoryPartKind.Medicines], [DataCategory.Identity]));

    [Fact]
    public void OverlappingAgreement_KeepsTheFlow() => Stops([_lost], [_other]);

    [Fact]
    public void PartialOverlapOfParts_OnlyTheRestStops() => Stops([_lost], [_other with { Parts = [StoryPartKind.AboutMe] }],
        new Flow(_nursing, Purpose.Care, [StoryPartKind.Medicines], []));

    [Fact]
    public void TwoOthers_CoverTogether() => Stops([_lost],
        [_other with { Parts = [StoryPartKind.AboutMe] }, _other with { Categories = [DataCategory.StoryPart], Parts = [StoryPartKind.Medicines] }]);

    [Fact]
    public void OtherWithoutACategory_ThatCategoryStops() => Stops([_lost], [_other with { Categories = [DataCategory.StoryPart] }],
        new Flow(_nursing, Purpose.Care, [], [DataCategory.Identity]));

    [Fact]
    public void OtherPurpose_OrOtherAgency_KeepsNothing() => Stops([_lost],
        [_other with { Purposes = [Purpose.Housing] }, _other with { AgencyId = _police }],
        new Flow(_nursing, Purpose.Care, [StoryPartKind.AboutMe, StoryPartKind.Medicines], [DataCategory.Identity]));

    [Fact]
    public void OtherThatHasEndedByThen_OrHasNotBegun_KeepsNothing() => Stops([_lost],
        [_other with { Until = _now }, _other with { From = _now.AddTicks(1) }],
        new Flow(_nursing, Purpose.Care, [StoryPartKind.AboutMe, StoryPartKind.Medicines], [DataCategory.Identity]));

    [Fact]
    public void PurposeThatIsNoneOfTheAgencysKind_NeverFlowed() =>
        Stops([_lost with { AgencyId = _police, Purposes = [Purpose.Care, Purpose.Safety] }], [],
            new Flow(_police, Purpose.Safety, [StoryPartKind.AboutMe, StoryPartKind.Medicines], [DataCategory.Identity]));

    [Theory]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void PeopleCount_UnderTen_IsHidden(int counted, bool hidden) => Assert.Equal(hidden, PeopleCount.Of(counted).IsHidden);

    [Fact]
    public void PeopleCount_TotalOverAHiddenNumber_CannotBeSubtractedFrom()
    {
        Assert.Equal(new PeopleCount(20, true), PeopleCount.TotalOf(27, [PeopleCount.Of(21), PeopleCount.Of(6)]));
        Assert.Equal(new PeopleCount(33, false), PeopleCount.TotalOf(33, [PeopleCount.Of(21), PeopleCount.Of(12)]));
        Assert.True(PeopleCount.TotalOf(9, [PeopleCount.Of(9)]).IsHidden);
        // A hidden number says nothing of itself, also not in memory.
        Assert.Equal(0, PeopleCount.Of(9).Number);
    }

    private static void Stops(AgreementSpan[] lost, AgreementSpan[] others, params Flow[] expected)
    {
        var found = Flow.Stopping(lost, others, _kinds, _now);

        Assert.Equal(
            expected.Select(Written), found.Select(Written));
    }

    private static string Written(Flow flow) =>
        $"{flow.AgencyId} {flow.Purpose}: {string.Join(',', flow.Parts)}; {string.Join(',', flow.Categories)}";
}
