using GmConnect.Domain.Discharge;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Staff.Discharge;
using GmConnect.Web.Ui;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GmConnect.Tests.Web.Staff.Discharge;

public class BoardWordsTests
{
    private static readonly IStringLocalizer<DischargeTexts> _words = new StringLocalizer<DischargeTexts>(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    private static readonly StayRow _row = BoardFilterTests.Row("Anna", "Ward 4", expected: 3);

    /// <summary>What is worst is said, and never by its colour alone.</summary>
    public static TheoryData<StayRow, string, Tone> States => new()
    {
        { _row, "Not looked at", Tone.Warn },
        { _row with { MeetsCriteria = true, Stopping = 3 }, "Needs the bed", Tone.Info },
        { _row with { MeetsCriteria = false }, "Ready to go", Tone.Good },
        { _row with { MeetsCriteria = false, Stopping = 1 }, "Ready, held up", Tone.Bad },
        { _row with { MeetsCriteria = false, Blockers = [new(Guid.NewGuid(), "Transport", "Ward", World.Start.UtcDateTime, 1)] }, "Ready, held up", Tone.Bad },
        { _row with { Status = StayStatus.Left, MeetsCriteria = false, Stopping = 1 }, "Left", Tone.Muted },
        { _row with { Status = StayStatus.Left, HasMissedDose = true }, "Injection not recorded", Tone.Bad }
    };

    [Theory, MemberData(nameof(States))]
    public void StateOf_IsAWordAndItsTone(StayRow row, string says, Tone tone) => Assert.Equal((says, tone), _words.StateOf(row));

    [Fact]
    public void Chip_EscapesItsWords_AndHasASign()
    {
        var chip = Chips.Of("<b>late</b>", Tone.Bad).Value;

        Assert.Contains("&lt;b&gt;late&lt;/b&gt;", chip, StringComparison.Ordinal);
        Assert.Contains(Tone.Bad.Sign(), chip, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(25, true)]
    public void IsOld_AfterADay(int hours, bool old) => Assert.Equal(old, (_row with { MeetsCriteria = true }).IsOld(World.Start.UtcDateTime.AddHours(hours)));
}
