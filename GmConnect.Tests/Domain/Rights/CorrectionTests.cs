using GmConnect.Domain.Agencies;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Rights;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Rights;

/// <summary>What is written stays; what the person says of it stands beside it, for whoever may read it.</summary>
public class CorrectionTests
{
    private const string Aim = "Home safely after the hip operation";

    [UseCase]
    public async Task ACorrection_GoesToTheLeadOfTheAgency_IsDecided_AndTheReplyStandsBesideTheWords(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, caseId) = await WithACaseAsync(scene);
        var lead = await scene.AddAsync(A.Worker(Role.GovernanceLead, hospital.Agency));
        var asked = Expect.Value(await AskAsync(scene, CorrectedThing.CaseAim, caseId));
        Assert.Equal(LondonTime.EndOf(scene.World.Clock.Today().AddMonths(1)), asked.DueAt);
        Assert.Null(Assert.Single((await CaseAsync(scene, hospital, caseId)).Corrections).Outcome);

        var row = Assert.Single((await scene.The<ListMatters>().ExecuteAsync(lead, false, Guid.NewGuid())).Rows);
        var read = Expect.Value(await scene.The<ReadCorrection>().ExecuteAsync(row.MatterId, lead, Guid.NewGuid()));
        Assert.Equal((MatterKind.Correction, Aim, "It was my knee."), (row.Kind, read.Quoted, read.Wrong));
        Expect.Done(await scene.The<DecideCorrection>().ExecuteAsync(
            row.MatterId, CorrectionOutcome.OpinionStays, " The surgeon's letter says hip. ", null, lead));
        Expect.Done(await scene.The<ReplyToDecision>().ExecuteAsync(scene.GeorgesId, row.MatterId, "I was there.", scene.AsHelen));

        var beside = Assert.Single((await CaseAsync(scene, hospital, caseId)).Corrections);
        Assert.Equal((CorrectionOutcome.OpinionStays, "The surgeon's letter says hip.", null, "I was there."), (beside.Outcome, beside.Explanation, beside.SaysNow, beside.Reply));
        Assert.Equal(Aim, (await CaseAsync(scene, hospital, caseId)).Summary);
        var shown = Assert.Single(Expect.Value(await scene.The<ReadQuestions>().ExecuteAsync(scene.GeorgesId, scene.AsGeorge)).Questions);
        Assert.Equal((scene.AsHelen.DisplayName, beside), (shown.AskedBy, shown.Correction));
        Assert.Empty((await scene.The<ListMatters>().ExecuteAsync(lead, false, Guid.NewGuid())).Rows);
        Expect.Refused<ReplyIsSent>(await scene.The<ReplyToDecision>().ExecuteAsync(scene.GeorgesId, row.MatterId, "Again.", scene.AsHelen));
        Expect.Refused<CorrectionIsDecided>(await scene.The<DecideCorrection>().ExecuteAsync(
            row.MatterId, CorrectionOutcome.Corrected, "Yes.", "Knee.", lead));
    }

    [Fact]
    public async Task WhatIsCorrected_SaysWhatItReadsFromNowOn_BesideTheReferralToo()
    {
        await using var scene = await Scene.OpenAsync();
        var (hospital, _) = await WithACaseAsync(scene);
        var referral = (await scene.ReferralOfAsync(hospital)).Id;
        Expect.Value(await AskAsync(scene, CorrectedThing.TriageReason, referral));
        var guardian = await scene.AddAsync(A.Account(Role.DataGuardian));
        var matter = Assert.Single((await scene.The<ListMatters>().ExecuteAsync(guardian, false, Guid.NewGuid())).Rows).MatterId;

        Expect.Refused<CorrectionNeedsNewWords>(await scene.The<DecideCorrection>().ExecuteAsync(matter, CorrectionOutcome.Corrected, "He is right.", " ", guardian));
        Expect.Done(await scene.The<DecideCorrection>().ExecuteAsync(matter, CorrectionOutcome.Corrected, "He is right.", "His knee.", guardian));

        var shown = Expect.Value(await scene.The<ReadReferral>().ExecuteAsync(referral, hospital.AsWorker, Guid.NewGuid()));
        Assert.Equal("His knee.", Assert.Single(shown.Corrections).SaysNow);
        Assert.Equal("He goes home on Friday.", shown.TriageReason);
    }

    [Theory]
    [InlineData(null, "It was my knee.", "Knee.", typeof(ChooseWhatIsWrong))]
    [InlineData(CorrectedThing.CaseAim, "It was my knee.", "Knee.", typeof(ChooseWhatIsWrong))]
    [InlineData(CorrectedThing.SomethingElse, " ", "Knee.", typeof(SayWhatIsWrong))]
    [InlineData(CorrectedThing.SomethingElse, "It was my knee.", null, typeof(SayWhatItShouldSay))]
    [InlineData(CorrectedThing.SomethingElse, "long", "Knee.", typeof(RightsWordsTooLong))]
    [InlineData(CorrectedThing.SomethingElse, "It was my knee.", "long", typeof(RightsWordsTooLong))]
    public async Task WhatIsMissing_IsSaid(CorrectedThing? about, string? wrong, string? should, Type refusal)
    {
        await using var scene = await Scene.OpenAsync();
        string? Typed(string? words) => words == "long" ? new string('x', Correction.WordsMaxLength + 1) : words;

        var asked = await scene.The<AskForCorrection>().ExecuteAsync(
            scene.GeorgesId, new CorrectionTyped(about, Guid.NewGuid(), Typed(wrong), Typed(should)), scene.AsHelen);

        Assert.IsType(refusal, asked.Refusal);
    }

    [Fact]
    public async Task SomethingElse_GoesToTheGuardianAlone_AndNoReplyComesBeforeTheDecision()
    {
        await using var scene = await Scene.OpenAsync();
        var (hospital, _) = await WithACaseAsync(scene);
        var lead = await scene.AddAsync(A.Worker(Role.GovernanceLead, hospital.Agency));
        var guardian = await scene.AddAsync(A.Account(Role.DataGuardian));
        Expect.Value(await AskAsync(scene, CorrectedThing.SomethingElse, null));
        var matter = Assert.Single((await scene.The<ListMatters>().ExecuteAsync(guardian, false, Guid.NewGuid())).Rows).MatterId;

        Assert.Empty((await scene.The<ListMatters>().ExecuteAsync(lead, false, Guid.NewGuid())).Rows);
        Assert.IsType<NotFound>((await scene.The<DecideCorrection>().ExecuteAsync(matter, CorrectionOutcome.NotChanged, "No.", null, lead)).Refusal);
        Assert.IsType<NotFound>((await scene.The<ReplyToDecision>().ExecuteAsync(scene.GeorgesId, matter, "But.", scene.AsHelen)).Refusal);
        Assert.IsType<NotFound>((await scene.The<CloseMatter>().ExecuteAsync(matter, Finding.Justified, "Fine.", false, guardian)).Refusal);
        Expect.Refused<DecisionNeedsWords>(await scene.The<DecideCorrection>().ExecuteAsync(matter, CorrectionOutcome.NotChanged, "", null, guardian));
        Expect.Done(await scene.The<DecideCorrection>().ExecuteAsync(matter, CorrectionOutcome.NotChanged, "We asked them.", null, guardian));
        Expect.Refused<ReplyNeedsWords>(await scene.The<ReplyToDecision>().ExecuteAsync(scene.GeorgesId, matter, " ", scene.AsHelen));
    }

    /// <summary>What professionals wrote tells a relative where a protected person is helped.</summary>
    [Fact]
    public async Task ARelativeOfAProtectedPerson_IsOfferedNothingThatWasWritten_AndReadsNoneOfIt()
    {
        await using var scene = await Scene.OpenAsync();
        var (_, caseId) = await WithACaseAsync(scene);
        Expect.Value(await AskAsync(scene, CorrectedThing.CaseAim, caseId));
        await scene.World.SaveAsync(A.Protection(of: scene.George));

        Assert.Empty(Expect.Value(await scene.The<ReadCorrectable>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Written);
        Assert.NotEmpty(Expect.Value(await scene.The<ReadCorrectable>().ExecuteAsync(scene.GeorgesId, scene.AsGeorge)).Written);
        Expect.Refused<ChooseWhatIsWrong, QuestionAsked>(await AskAsync(scene, CorrectedThing.CaseAim, caseId));
        Assert.Equal("", Assert.Single(Expect.Value(await scene.The<ReadQuestions>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Questions).Correction!.Quoted);
    }

    private static Task<Outcome<QuestionAsked>> AskAsync(Scene scene, CorrectedThing about, Guid? row) =>
        scene.The<AskForCorrection>().ExecuteAsync(scene.GeorgesId, new CorrectionTyped(about, row, "It was my knee.", "After the knee operation."), scene.AsHelen);

    private static async Task<CaseShown> CaseAsync(Scene scene, AgencyOnScene hospital, Guid caseId) =>
        Expect.Value(await scene.The<ReadCase>().ExecuteAsync(caseId, hospital.AsWorker, Guid.NewGuid()));

    private static async Task<(AgencyOnScene Hospital, Guid CaseId)> WithACaseAsync(Scene scene)
    {
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);

        return (hospital, await scene.OpenCaseAsync(hospital));
    }
}
