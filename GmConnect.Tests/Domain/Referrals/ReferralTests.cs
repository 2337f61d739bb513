using GmConnect.Domain.Common;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;
using static GmConnect.Domain.Referrals.ReferralStatus;

namespace GmConnect.Tests.Domain.Referrals;

public class ReferralTests
{
    private static readonly Stamp _stamp = new(Guid.CreateVersion7(), World.Start.UtcDateTime);

    /// <summary>Every pair of statuses: those named are arrows, all others are not.</summary>
    [Fact]
    public void CanBecome_EveryPair()
    {
        (ReferralStatus, ReferralStatus)[] arrows =
        [
            (New, Triaged), (New, Refused), (New, Withdrawn),
            (Triaged, Accepted), (Triaged, Refused), (Triaged, Withdrawn),
            (Accepted, Withdrawn), (Refused, Withdrawn)
        ];
        var found = from a in Enum.GetValues<ReferralStatus>() from b in Enum.GetValues<ReferralStatus>() where a.CanBecome(b) select (a, b);

        Assert.Equal(arrows, found);
        Assert.Equal([New, Triaged], Enum.GetValues<ReferralStatus>().Where(s => s.IsOpen()));
    }

    [Theory]
    [InlineData(0, typeof(ReferralNeedsReason))]
    [InlineData(1, null)]
    [InlineData(2_000, null)]
    [InlineData(2_001, typeof(ReferralReasonTooLong))]
    public void Reason_OfTriageAndRefusal_HasLimits(int length, Type? refusal)
    {
        var reason = new string('م', length);
        var (triaged, refused) = (NewReferral(), NewReferral());

        Assert.Equal(refusal, triaged.Triage(Priority.Today, reason, _stamp).Refusal?.GetType());
        Assert.Equal(refusal, refused.Refuse(reason, _stamp).Refusal?.GetType());
        Assert.Equal(refusal is null ? Triaged : New, triaged.Status);
        Assert.Equal(refusal is null ? Refused : New, refused.Status);
    }

    [Fact]
    public void Triage_BlankReason_IsRefused() => Expect.Refused<ReferralNeedsReason>(NewReferral().Triage(Priority.Today, " \r\n\0", _stamp));

    [Fact]
    public void Accept_BeforeTriage_IsRefusedAndChangesNothing()
    {
        var referral = NewReferral();

        var refusal = Expect.Refused<ReferralNotInThatState>(referral.Accept(Guid.CreateVersion7(), _stamp));

        Assert.Equal((New, Accepted), (refusal.Is, refusal.Wanted));
        Assert.Equal((New, null, null), (referral.Status, referral.CaseId, referral.AnsweredAt));
    }

    private static Referral NewReferral() => new()
    {
        Reference = Reference.New(), ResidentId = Guid.CreateVersion7(), AgencyId = Guid.CreateVersion7(),
        ConsentId = Guid.CreateVersion7(), Purpose = Purpose.Care, ReceivedAt = World.Start.UtcDateTime
    };
}
