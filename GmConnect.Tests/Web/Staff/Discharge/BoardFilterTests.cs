using GmConnect.Domain.Discharge;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Staff.Discharge;

namespace GmConnect.Tests.Web.Staff.Discharge;

public class BoardFilterTests
{
    private static readonly DateOnly _today = new(2026, 3, 12);

    private static readonly StayRow _bed = Row("Anna", "Ward 4", expected: 3) with { MeetsCriteria = true };

    private static readonly StayRow _ready = Row("Bilal", "Ward 5", expected: 1) with { MeetsCriteria = false, Ready = new(_today.AddDays(-2), 2) };

    private static readonly StayRow _heldUp = Row("Ciara", "Ward 4", expected: null) with { MeetsCriteria = false, Ready = new(_today.AddDays(-5), 5), Stopping = 1 };

    private static readonly StayRow _unseen = Row("Dev", "Ward 4", expected: -1) with { MeetsCriteria = null, IsExpectedPast = true };

    private static readonly StayRow _left = Row("Ewa", "Ward 5", expected: 0) with { Status = StayStatus.Left, HasMissedDose = true };

    private static readonly StayRow[] _rows = [_bed, _ready, _heldUp, _unseen, _left];

    public static TheoryData<BoardFilter, string> Shown => new()
    {
        { new(), "Dev Bilal Anna Ciara Ewa" },
        { new(Place: BoardFilter.PlaceOf(_left)), "Bilal Ewa" },
        { new(Shows: BoardShows.Ready), "Bilal Ciara" },
        { new(Shows: BoardShows.HeldUp), "Ciara" },
        { new(Shows: BoardShows.NeedsTheBed), "Anna" },
        { new(Shows: BoardShows.NotLookedAt), "Dev" },
        { new(Shows: BoardShows.Late), "Dev Ewa" },
        { new(Shows: BoardShows.Left), "Ewa" },
        { new(Order: BoardOrder.Waiting), "Ciara Bilal Anna Dev Ewa" },
        { new(Order: BoardOrder.Ward), "Dev Anna Ciara Ewa Bilal" },
        { new(Order: BoardOrder.Name), "Anna Bilal Ciara Dev Ewa" }
    };

    [Theory, MemberData(nameof(Shown))]
    public void Of_ShowsWhoFits_InItsOrder(BoardFilter filter, string names) => Assert.Equal(names, string.Join(' ', filter.Of(_rows).Select(row => row.Name)));

    internal static StayRow Row(string name, string ward, int? expected) => new(
        Guid.NewGuid(), Guid.NewGuid(), name, new DateOnly(1947, 5, 2), Guid.Empty, "Salford Royal", ward, _today.AddDays(-6), StayStatus.InHospital, null,
        expected is { } days ? _today.AddDays(days) : null, false, World.Start.UtcDateTime, null, default, null, null, [], null, null, 0, null, false);
}
