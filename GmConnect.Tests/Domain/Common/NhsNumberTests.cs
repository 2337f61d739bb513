using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;

namespace GmConnect.Tests.Domain.Common;

/// <summary>Values of standards note 2.1.</summary>
public class NhsNumberTests
{
    [Theory]
    [InlineData("9434765919")]
    [InlineData("9434765870")]
    [InlineData("9876543210")]
    [InlineData("4010232137")]
    [InlineData("9912003888")]
    [InlineData("9449304106")]
    [InlineData("9658218865")]
    [InlineData("9000000009")]
    [InlineData("9000000025")]
    [InlineData("9000000033")]
    [InlineData("9111231130")]
    [InlineData("9990000018")]
    [InlineData("9990000026")]
    [InlineData("9990000123")]
    [InlineData("9990000212")]
    public void TryParse_NumberThatPassesTheCheck_IsTaken(string number)
    {
        Assert.True(NhsNumber.TryParse(number, out var parsed));
        Assert.Equal(number, parsed);
    }

    [Theory]
    [InlineData("9000000000")]
    [InlineData("9434765918")]
    [InlineData("1234567890")]
    [InlineData("9990000000")]
    [InlineData("0000000000")]
    [InlineData("1111111111")]
    [InlineData("943476591")]
    [InlineData("94347659190")]
    [InlineData("943476591X")]
    [InlineData("٩٤٣٤٧٦٥٩١٩")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_AnythingElse_IsRefused(string? number) => Assert.False(NhsNumber.TryParse(number, out _));

    [Theory]
    [InlineData("943 476 5919")]
    [InlineData(" 943-476-5919 ")]
    [InlineData("943\u00A0476\u00A05919")]
    public void TryParse_AnySpacing_IsStoredWithout(string typed)
    {
        Assert.True(NhsNumber.TryParse(typed, out var parsed));
        Assert.Equal("9434765919", parsed);
        Assert.Equal("943 476 5919", NhsNumber.Show(parsed));
    }

    [Theory]
    [InlineData("999000000")]
    [InlineData("999000014")]
    [InlineData("999000059")]
    public void CheckDigit_PrefixThatNoNumberBeginsWith_IsTen(string nine) => Assert.Equal(10, NhsNumber.CheckDigit(nine));

    [Fact]
    public void UsesNhsNumber_IsHealthAndSocialCareAlone() => Assert.Equal(
        [
            AgencyKind.Hospital, AgencyKind.CommunityHealth, AgencyKind.GpPractice, AgencyKind.AdultSocialCare,
            AgencyKind.ChildrensSocialCare, AgencyKind.Reablement
        ],
        Enum.GetValues<AgencyKind>().Where(kind => kind.UsesNhsNumber()));
}
