using GmConnect.Domain.Common;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Staff.Inbox;

namespace GmConnect.Tests.Web.Staff.Inbox;

public class QueueFilterTests
{
    private static readonly Guid _team = Guid.NewGuid();
    private static readonly Guid _worker = Guid.NewGuid();

    private static readonly InboxRow[] _rows =
    [
        Row("Anna", TriageLevel.P1, 1, team: _team), Row("Bilal", null, 3), Row("Ciara", TriageLevel.P3, 2, with: _worker)
    ];

    public static TheoryData<QueueFilter, string> Shown => new()
    {
        { new(), "Anna Bilal Ciara" }, { new(Team: $"{_team}"), "Anna" }, { new(Team: QueueFilter.First), "Bilal Ciara" },
        { new(Level: "P3"), "Ciara" }, { new(Level: QueueFilter.None), "Bilal" }, { new(With: $"{_worker}"), "Ciara" }, { new(With: QueueFilter.None), "Anna Bilal" },
        { new(Order: QueueOrder.Received), "Anna Ciara Bilal" }, { new(Order: QueueOrder.Level), "Bilal Anna Ciara" }, { new(Order: QueueOrder.Name), "Anna Bilal Ciara" },
        { new(Team: QueueFilter.First, With: QueueFilter.None), "Bilal" }, { new(Team: $"{Guid.NewGuid()}"), "" }
    };

    [Theory, MemberData(nameof(Shown))]
    public void Of_ShowsWhatFitsInItsOrder(QueueFilter filter, string names) => Assert.Equal(names, string.Join(' ', filter.Of(_rows).Select(row => row.Name)));

    private static InboxRow Row(string name, TriageLevel? level, int hour, Guid? team = null, Guid? with = null) => new(
        Guid.NewGuid(), Reference.New(), name, new DateOnly(1950, 1, 1), Purpose.Care, World.Start.UtcDateTime.AddHours(hour), ReferralStatus.New, level, null, null,
        new ClockShown(null, null, null, null), team, with, null, false);
}
