using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;
using static GmConnect.Domain.Cases.CaseStatus;

namespace GmConnect.Tests.Domain.Cases;

public class CaseFileTests
{
    private static readonly Guid _agency = Guid.CreateVersion7();
    private static readonly Stamp _lead = new(Guid.CreateVersion7(), new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc));
    private static readonly Stamp _nurse = new(Guid.CreateVersion7(), _lead.At.AddHours(1));
    private static readonly Stamp _manager = new(Guid.CreateVersion7(), _lead.At.AddDays(2));
    private static readonly Stamp _second = new(Guid.CreateVersion7(), _lead.At.AddDays(3));
    private static readonly Stamp _later = new(_lead.By, _lead.At.AddDays(1));

    /// <summary>Every pair of statuses: those named are arrows, all others are not.</summary>
    [Fact]
    public void CanBecome_EveryPair()
    {
        (CaseStatus, CaseStatus)[] arrows = [(Open, ClosingAsked), (Open, Closed), (ClosingAsked, Open), (ClosingAsked, Closed), (Closed, Open)];
        var found = from a in Enum.GetValues<CaseStatus>() from b in Enum.GetValues<CaseStatus>() where a.CanBecome(b) select (a, b);

        Assert.Equal(arrows, found);
        Assert.Equal([Open, ClosingAsked], Enum.GetValues<CaseStatus>().Where(s => s.IsLive()));
    }

    [Theory]
    [InlineData(0, typeof(CaseClosingNeedsWords))]
    [InlineData(1, null)]
    [InlineData(2_000, null)]
    [InlineData(2_001, typeof(CaseClosingNeedsWords))]
    public void Close_WordsHaveLimits(int length, Type? refusal)
    {
        var file = NewCase();

        Assert.Equal(refusal, file.Close(Closing() with { Words = new string('م', length) }, 0, _later).Refusal?.GetType());
        Assert.Equal(refusal is null ? Closed : Open, file.Status);
    }

    [Fact]
    public void Close_WithOpenWork_IsRefusedUntilItWasLookedAt()
    {
        var file = NewCase();

        Assert.Equal(3, Expect.Refused<CaseHasOpenWork>(file.Close(Closing() with { OpenWork = 3 }, 0, _later)).Count);
        Assert.Equal(Open, file.Status);
        Expect.Done(file.Close(Closing() with { OpenWork = 3, LeavesOpenWork = true }, 0, _later));
        Assert.Equal(Closed, file.Status);
    }

    [Fact]
    public void Close_EndsEveryMembership_AndNothingMoreCanBeDone()
    {
        var file = NewCase();
        Expect.Done(file.AddToCareTeam(_nurse.By, Guid.CreateVersion7(), "injects", _nurse));

        Expect.Done(file.Close(Closing(), 0, _later));

        Assert.All(file.CareTeam, m => Assert.Equal(_later.At, m.Until));
        Expect.Refused<CaseIsClosed>(file.Close(Closing(), 0, _later));
        Expect.Refused<CaseIsClosed>(file.AddToCareTeam(_manager.By, _agency, "helps", _later));
        Expect.Refused<CaseIsClosed>(file.HandOverTo(_nurse.By, _later));
        Expect.Refused<NotAskedToAgree>(file.AnswerClosing(true, null, _manager));
        Expect.Refused<CaseClosingNotAsked>(file.TakeClosingBack(_later));
    }

    [Fact]
    public void Close_WithAPanel_WaitsForEveryOneOfThem()
    {
        var file = NewCase();
        Expect.Refused<CaseClosingNeedsApprovers>(file.Close(Closing() with { Approvers = [_manager.By, _lead.By] }, 2, _later));

        Expect.Done(file.Close(Closing() with { Approvers = [_manager.By, _second.By] }, 2, _later));
        Assert.Equal(ClosingAsked, file.Status);
        Expect.Refused<CaseClosingAsked>(file.Close(Closing(), 2, _later));
        Expect.Refused<NotAskedToAgree>(file.AnswerClosing(true, null, _nurse));

        Expect.Done(file.AnswerClosing(true, null, _manager));
        Assert.Equal(ClosingAsked, file.Status);
        Expect.Refused<NotAskedToAgree>(file.AnswerClosing(true, null, _manager));

        Expect.Done(file.AnswerClosing(true, null, _second));
        Assert.Equal((Closed, CaseClosedBecause.GoalsReached, "He walks to the shop."), (file.Status, file.Closing!.Because, file.Closing.Words));
        Assert.All(file.CareTeam, m => Assert.Equal(_second.At, m.Until));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(2_000, true)]
    [InlineData(2_001, false)]
    public void SendingBack_NeedsAReason_AndTheCaseGoesOn(int length, bool done)
    {
        var file = NewCase();
        Expect.Done(file.Close(Closing() with { Approvers = [_manager.By, _second.By] }, 2, _later));

        Assert.Equal(done, file.AnswerClosing(false, new string('x', length), _manager).Succeeded);
        Assert.Equal(done ? Open : ClosingAsked, file.Status);
        // One no is enough: the other has nothing to answer any more.
        Assert.Equal(!done, file.AnswerClosing(true, null, _second).Succeeded);
    }

    [Fact]
    public void TakenBack_ItCanBeAskedForAgain()
    {
        var file = NewCase();
        Expect.Done(file.Close(Closing() with { Approvers = [_manager.By] }, 1, _later));

        Expect.Done(file.TakeClosingBack(_later));

        Assert.Equal(Open, file.Status);
        Expect.Refused<NotAskedToAgree>(file.AnswerClosing(true, null, _manager));
        Expect.Done(file.Close(Closing() with { Approvers = [_manager.By] }, 1, _second));
        Assert.Single(file.PendingApprovals);
    }

    [Fact]
    public void Reopen_WhoComesBackToItLeads_AndTheOthersAreGone()
    {
        var file = NewCase();
        Expect.Refused<CaseIsOpen>(file.Reopen("leads", _manager));
        Expect.Done(file.Close(Closing(), 0, _later));
        Expect.Refused<CareTeamRoleNeeded>(file.Reopen(" ", _manager));

        Expect.Done(file.Reopen("leads", _manager));

        Assert.Equal((Open, _manager.By), (file.Status, file.LeadAccountId));
        Assert.Equal([_manager.By], file.CareTeam.Where(m => m.IsOn(_manager.At)).Select(m => m.AccountId));
    }

    [Fact]
    public void Lead_CannotLeave_BeforeSomebodyOfTheirAgencyHasIt()
    {
        var file = NewCase();
        Expect.Done(file.AddToCareTeam(_nurse.By, Guid.CreateVersion7(), "injects", _nurse));
        Expect.Done(file.AddToCareTeam(_manager.By, _agency, "supervises", _nurse));

        Expect.Refused<LeadMustBeHandedOver>(file.EndMembership(_lead.By, _later));
        Expect.Refused<LeadMustBeInTheTeam>(file.HandOverTo(_nurse.By, _later));
        Expect.Refused<LeadMustBeInTheTeam>(file.HandOverTo(_second.By, _later));
        Expect.Done(file.HandOverTo(_manager.By, _later));
        Expect.Done(file.EndMembership(_lead.By, _later));
        Expect.Refused<NotInTheCareTeam>(file.EndMembership(_lead.By, _later));
        Assert.Equal((_manager.By, CaseTurnKind.LeadHandedOver, _manager.By), (file.LeadAccountId, file.Turns[0].Kind, file.Turns[0].To!.Value));
    }

    private static CaseFile NewCase() => Expect.Value(CaseFile.Open(Guid.CreateVersion7(), _agency, "Home safely", "leads", _lead));

    private static CaseClosing Closing() => new(CaseClosedBecause.GoalsReached, "He walks to the shop.", 0, false, []);
}
