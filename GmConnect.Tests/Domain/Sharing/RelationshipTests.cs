using System.Reflection;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Assessments;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Closures;
using GmConnect.Domain.ComingOfAge;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Households;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Retention;
using GmConnect.Domain.Rights;
using GmConnect.Domain.Safeguards;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>
/// Every use case that takes an id, against everybody who may try. The expected answers are written by hand:
/// <c>y</c> is let in, <c>-</c> gets "not found" and the attempt is recorded, <c>o</c> gets "not found" on what is theirs to
/// know by another way (this one is not for them). A use case without a row fails.
/// </summary>
public partial class RelationshipTests
{
    /// <summary>Each letter of a row, in this order.</summary>
    private static readonly string[] _relationships =
    [
        // the family
        "self", "view", "contribute", "manage", "ended delegation",
        // other citizens
        "another resident", "another's delegate",
        // workers: in the care team; their colleague; an agency of its own permission; permitted without a referral; withdrawn; never
        "in the team", "same agency", "other permitted agency", "no referral", "withdrawn", "never permitted",
        // offices
        "guardian", "governance lead", "administrator", "analyst"
    ];

    private static readonly Dictionary<string, string> _expected = new()
    {
        [nameof(ReadPerson) + ".ExecuteAsync"] = "yyyy- -- ------ ----",
        [nameof(ReadStory) + ".ExecuteAsync"] = "yyyy- -- ------ ----",
        [nameof(ReadPassport) + ".ExecuteAsync"] = "yyyy- -- ------ ----",
        // On paper it is what the referral shows on its page.
        [nameof(ReadPassport) + ".OfReferralAsync"] = "oooo- -- yy---- ----",
        [nameof(SaveAnswer) + ".ExecuteAsync"] = "y-yy- -- ------ ----",
        [nameof(ConfirmStory) + ".ExecuteAsync"] = "y-yy- -- ------ ----",
        [nameof(ReadShareDraft) + ".ExecuteAsync"] = "yyyy- -- ------ ----",
        [nameof(ChooseWhoMaySee) + ".AgenciesAsync"] = "y--y- -- ------ ----",
        [nameof(ChooseWhoMaySee) + ".PartsAsync"] = "y--y- -- ------ ----",
        [nameof(ChooseWhoMaySee) + ".PurposesAsync"] = "y--y- -- ------ ----",
        [nameof(ChooseWhoMaySee) + ".AgainAsync"] = "y--y- -- ------ ----",
        [nameof(PreviewShare) + ".ExecuteAsync"] = "yyyy- -- ------ ----",
        [nameof(ShareStory) + ".ExecuteAsync"] = "y--y- -- ------ ----",
        [nameof(ReadPermissions) + ".ExecuteAsync"] = "yyyy- -- ------ ----",
        [nameof(WithdrawConsent) + ".ExecuteAsync"] = "y--y- -- ------ ----",
        [nameof(EndDelegation) + ".ExecuteAsync"] = "y---- -- ------ ----",
        [nameof(ListLooks) + ".ExecuteAsync"] = "yyyy- -- ------ ----",
        [nameof(ProveEntry) + ".ExecuteAsync"] = "yyyy- -- ------ ----",
        [nameof(ListInbox) + ".ExecuteAsync"] = "----- -- yyy--- ----",
        [nameof(ListInbox) + ".EndingAsync"] = "----- -- --y--- ----",
        [nameof(ReadReferral) + ".ExecuteAsync"] = "oooo- -- yy---- ----",
        [nameof(TriageReferral) + ".ExecuteAsync"] = "----- -- yy---- ----",
        [nameof(TriageReferral) + ".SecondAsync"] = "----- -- yy---- ----",
        [nameof(AskForMore) + ".AskAsync"] = "----- -- yy---- ----",
        [nameof(AskForMore) + ".GoOnWithoutAnswerAsync"] = "----- -- yy---- ----",
        [nameof(AskForMore) + ".ReadAsync"] = "yyyy- -- ------ ----",
        [nameof(AskForMore) + ".AnswerAsync"] = "y-yy- -- ------ ----",
        [nameof(StopClock) + ".StopAsync"] = "----- -- yy---- ----",
        [nameof(StopClock) + ".GoOnAsync"] = "----- -- yy---- ----",
        [nameof(AnswerReferral) + ".RedirectAsync"] = "----- -- yy---- ----",
        [nameof(ReferPerson) + ".FromReferralAsync"] = "----- -- yy---- ----",
        [nameof(ReferPerson) + ".FromCaseAsync"] = "----- -- y----- ----",
        [nameof(ReferPerson) + ".AgenciesFromReferralAsync"] = "oooo- -- yy---- ----",
        [nameof(ReferPerson) + ".AgenciesFromCaseAsync"] = "oooo- -- y----- ----",
        [nameof(ReadHandedOn) + ".FromReferralAsync"] = "oooo- -- yy---- ----",
        [nameof(ReadHandedOn) + ".FromCaseAsync"] = "oooo- -- y----- ----",
        // Nothing was asked that they could answer.
        [nameof(ReadHandedOn) + ".AnswerFromReferralAsync"] = "----- -- oo---- ----",
        [nameof(ReadHandedOn) + ".AnswerFromCaseAsync"] = "----- -- o----- ----",
        [nameof(ChooseWhoMaySee) + ".InsteadAsync"] = "o--o- -- ------ ----",
        [nameof(AnswerReferral) + ".RefuseAsync"] = "----- -- yy---- ----",
        // It names nobody, so there is no look to record.
        [nameof(AnswerWithdrawal) + ".ExecuteAsync"] = "ooooo oo ooooyo oooo",
        [nameof(OpenCase) + ".ExecuteAsync"] = "----- -- yy---- ----",
        [nameof(OpenCase) + ".JoinAsync"] = "----- -- yy---- ----",
        [nameof(AddToCareTeam) + ".ExecuteAsync"] = "----- -- y----- ----",
        [nameof(AddToCareTeam) + ".CandidatesAsync"] = "oooo- -- y----- ----",
        [nameof(LeaveCareTeam) + ".ExecuteAsync"] = "----- -- y----- ----",
        // The agency whose case it is closes it.
        [nameof(LeaveCareTeam) + ".AgencyAsync"] = "----- -- y----- ----",
        [nameof(LeaveCareTeam) + ".HandOverLeadAsync"] = "----- -- y----- ----",
        [nameof(FindOpenWork) + ".ExecuteAsync"] = "oooo- -- y----- ----",
        [nameof(CloseCase) + ".ExecuteAsync"] = "----- -- y----- ----",
        [nameof(CloseCase) + ".AnswerAsync"] = "----- -- y----- ----",
        [nameof(CloseCase) + ".TakeBackAsync"] = "----- -- y----- ----",
        [nameof(ReadTimeline) + ".ExecuteAsync"] = "oooo- -- y----- ----",
        [nameof(ReadTeamWords) + ".ExecuteAsync"] = "yyyy- -- o----- ----",
        [nameof(WriteNote) + ".SaveDraftAsync"] = "----- -- y----- ----",
        [nameof(WriteNote) + ".ApproveAsync"] = "----- -- y----- ----",
        [nameof(WriteNote) + ".DiscardDraftAsync"] = "----- -- y----- ----",
        [nameof(WriteNote) + ".StrikeOutAsync"] = "----- -- y----- ----",
        [nameof(KeepDocument) + ".AddAsync"] = "----- -- y----- ----",
        [nameof(KeepDocument) + ".RemoveAsync"] = "----- -- y----- ----",
        [nameof(KeepDocument) + ".ListAsync"] = "oooo- -- y----- ----",
        [nameof(KeepDocument) + ".DownloadAsync"] = "yyyy- -- y----- ----",
        [nameof(StartAssessment) + ".ExecuteAsync"] = "----- -- y----- ----",
        [nameof(FillAssessment) + ".SaveAsync"] = "----- -- y----- ----",
        [nameof(FillAssessment) + ".ConfirmAsync"] = "----- -- y----- ----",
        [nameof(FillAssessment) + ".ChooseAsync"] = "----- -- y----- ----",
        [nameof(FillAssessment) + ".ReadersAreAsync"] = "----- -- y----- ----",
        [nameof(FinishAssessment) + ".ExecuteAsync"] = "----- -- y----- ----",
        [nameof(FinishAssessment) + ".AnswerAsync"] = "----- -- y----- ----",
        [nameof(FinishAssessment) + ".TakeBackAsync"] = "----- -- y----- ----",
        [nameof(FinishAssessment) + ".AbandonAsync"] = "----- -- y----- ----",
        [nameof(PutOnPlan) + ".ExecuteAsync"] = "----- -- y----- ----",
        [nameof(ReadAssessment) + ".ExecuteAsync"] = "oooo- -- y----- ----",
        [nameof(ReadAssessment) + ".ListAsync"] = "oooo- -- y----- ----",
        [nameof(ReadAssessment) + ".PrepareAsync"] = "oooo- -- y----- ----",
        [nameof(ProposeHousehold) + ".CandidatesAsync"] = "oooo- -- y----- ----",
        [nameof(ProposeHousehold) + ".ExecuteAsync"] = "----- -- y----- ----",
        [nameof(ProposeHousehold) + ".EndAsync"] = "----- -- y----- ----",
        [nameof(ReadHousehold) + ".ExecuteAsync"] = "oooo- -- y----- ----",
        [nameof(AnswerHousehold) + ".ReadAsync"] = "yyyy- -- o----- ----",
        // Who gives permissions for him agrees for him.
        [nameof(AnswerHousehold) + ".AnswerAsync"] = "y--y- -- ------ ----",
        [nameof(ReadCase) + ".ExecuteAsync"] = "yyyy- -- y----- ----",
        [nameof(ListMyWork) + ".ExecuteAsync"] = "----- -- y----- ----",
        [nameof(ReadCase) + ".MineAsync"] = "----- -- y----- ----",
        [nameof(BeginStay) + ".ExecuteAsync"] = "----- -- y----- ----",
        [nameof(ReadStay) + ".LatestAsync"] = "oooo- -- y----- ----",
        [nameof(ReadStay) + ".ExecuteAsync"] = "oooo- -- y----- ----",
        [nameof(ReadStay) + ".ToldAsync"] = "oooo- -- y----- ----",
        [nameof(ReadLeaving) + ".ExecuteAsync"] = "yyyy- -- y----- ----",
        [nameof(ListStays) + ".ExecuteAsync"] = "----- -- y----- ----",
        [nameof(ListStays) + ".OneAsync"] = "oooo- -- y----- ----",
        [nameof(ChangeStay) + ".MoveAsync"] = "o-oo- -- y----- ----",
        [nameof(ChangeStay) + ".ExpectAsync"] = "o-oo- -- y----- ----",
        [nameof(ChangeStay) + ".ReviewAsync"] = "o-oo- -- y----- ----",
        [nameof(ChangeStay) + ".DecidePathwayAsync"] = "o-oo- -- y----- ----",
        [nameof(ChangeStay) + ".BlockAsync"] = "o-oo- -- y----- ----",
        [nameof(ChangeStay) + ".UnblockAsync"] = "o-oo- -- y----- ----",
        [nameof(ChangeStay) + ".AskAsync"] = "o-oo- -- y----- ----",
        [nameof(ChangeStay) + ".TellCarerAsync"] = "o-oo- -- y----- ----",
        [nameof(ChangeStay) + ".LeaveAsync"] = "o-oo- -- y----- ----",
        [nameof(ChangeStay) + ".CancelLeavingAsync"] = "o-oo- -- y----- ----",
        [nameof(ChangeStay) + ".DieAsync"] = "o-oo- -- y----- ----",
        [nameof(ChangeStay) + ".GiveDoseAsync"] = "o-oo- -- y----- ----",
        [nameof(ReadPlan) + ".ExecuteAsync"] = "yyyy- -- y----- ----",
        [nameof(ChangePlan) + ".AddGoalAsync"] = "y-yy- -- y----- ----",
        [nameof(ChangePlan) + ".AddActionAsync"] = "y-yy- -- y----- ----",
        [nameof(ChangePlan) + ".EditAsync"] = "y-yy- -- y----- ----",
        [nameof(ChangePlan) + ".AddStatementAsync"] = "y-yy- -- y----- ----",
        [nameof(ChangePlan) + ".CommentAsync"] = "y-yy- -- y----- ----",
        // The family does not record what it agreed to: who went through it with them does.
        [nameof(ChangePlan) + ".ReviewAsync"] = "o-oo- -- y----- ----",
        // The clash is the managing delegate's own: others who write the plan do not choose for her.
        [nameof(ChangePlan) + ".SettleAsync"] = "o-oy- -- o----- ----",
        // Who has been shown everything that an override shows needs none; housing and charities have no right to it.
        [nameof(MakeOverride) + ".ExecuteAsync"] = "----- -- -----y ----",
        // The guardian has a matter about him on the desk, so may know who he is.
        [nameof(ReadMinimum) + ".ExecuteAsync"] = "yyyy- -- yyyy-- y---",
        [nameof(ListMatters) + ".ExecuteAsync"] = "----- -- ------ y---",
        [nameof(ReadMatter) + ".ExecuteAsync"] = "----- -- ------ y---",
        [nameof(CloseMatter) + ".ExecuteAsync"] = "----- -- ------ y---",
        [nameof(ReadRetention) + ".ExecuteAsync"] = "----- -- ------ y---",
        [nameof(DecideRetention) + ".KeepAsync"] = "----- -- ------ y---",
        [nameof(DecideRetention) + ".DestroyAsync"] = "----- -- ------ y---",
        [nameof(ReadCorrectable) + ".ExecuteAsync"] = "y-yy- -- ------ ----",
        [nameof(AskForCorrection) + ".ExecuteAsync"] = "y-yy- -- ------ ----",
        [nameof(ReadCorrection) + ".ExecuteAsync"] = "----- -- ------ y---",
        [nameof(DecideCorrection) + ".ExecuteAsync"] = "----- -- ------ y---",
        [nameof(ReplyToDecision) + ".ExecuteAsync"] = "y-yy- -- ------ ----",
        [nameof(AskToStop) + ".ReadAsync"] = "y-yy- -- ------ ----",
        [nameof(AskToStop) + ".ExecuteAsync"] = "y-yy- -- ------ ----",
        [nameof(DecideObjection) + ".ReadAsync"] = "----- -- ------ y---",
        [nameof(DecideObjection) + ".ExecuteAsync"] = "----- -- ------ y---",
        [nameof(ReadSafeguards) + ".ExecuteAsync"] = "----- -- ------ y---",
        [nameof(RecordSafeguard) + ".ProtectAsync"] = "----- -- ------ y---",
        [nameof(RecordSafeguard) + ".RestrictAsync"] = "----- -- ------ y---",
        [nameof(RecordSafeguard) + ".FindAsync"] = "----- -- ------ y---",
        [nameof(RecordSafeguard) + ".DiscloseAsync"] = "----- -- ------ y---",
        [nameof(RecordSafeguard) + ".EndAsync"] = "----- -- ------ y---",
        [nameof(SayWhetherPlaceIsSafe) + ".ReadAsync"] = "y-yy- -- ------ ----",
        [nameof(SayWhetherPlaceIsSafe) + ".ExecuteAsync"] = "y-yy- -- ------ ----",
        [nameof(TellGuardian) + ".OfReferralAsync"] = "----- -- yy---- ----",
        [nameof(TellGuardian) + ".OfCaseAsync"] = "----- -- y----- ----",
        [nameof(ExplainDecision) + ".ForFamilyAsync"] = "yyyy- -- ------ ----",
        [nameof(ExplainDecision) + ".ForMatterAsync"] = "----- -- ------ y---",
        [nameof(AskForPack) + ".ExecuteAsync"] = "y-yy- -- ------ ----",
        [nameof(DecidePack) + ".ReadAsync"] = "----- -- ------ y---",
        [nameof(DecidePack) + ".DecideAsync"] = "----- -- ------ y---",
        [nameof(DecidePack) + ".ReleaseAsync"] = "----- -- ------ y---",
        [nameof(DownloadPack) + ".ExecuteAsync"] = "yyyy- -- ------ ----",
        // George is long past these ages: there is nothing to read or to decide for anybody. YoungTests has the young ones.
        [nameof(ReadComingOfAge) + ".ExecuteAsync"] = "oooo- -- ------ ----",
        [nameof(DecideAtAge) + ".KeepParentAsync"] = "o---- -- ------ ----",
        [nameof(DecideAtAge) + ".DeclineParentAsync"] = "o---- -- ------ ----",
        [nameof(DecideAtAge) + ".KeepConsentAsync"] = "o--o- -- ------ ----",
        [nameof(AskWhy) + ".ExecuteAsync"] = "y-yy- -- ------ ----",
        [nameof(ReadLook) + ".ExecuteAsync"] = "yyyy- -- ------ ----",
        [nameof(ReadQuestions) + ".ExecuteAsync"] = "yyyy- -- ------ ----",
        [nameof(ListMessages) + ".ResendAsync"] = "----- -- ------ --y-"
    };

    /// <summary>Lists look into nothing they may not show; envelopes say nothing about anybody.</summary>
    private static readonly string[] _leaveNoAttempt = ["ListInbox.ExecuteAsync", "ListInbox.EndingAsync", "ReadCase.MineAsync", "ListMyWork.ExecuteAsync", "ListStays.ExecuteAsync", "ListMatters.ExecuteAsync", "ListMessages.ResendAsync"];

    public static TheoryData<string> UseCases => [.. _expected.Keys];

    [Fact]
    public void EveryUseCaseThatTakesAnId_HasARow()
    {
        var useCases = typeof(Door).Assembly.GetTypes()
            .Where(type => type is { IsPublic: true, IsClass: true, IsAbstract: false })
            // They concern no resident and have a table of their own: AgreementAccessTests.
            .Where(type => type.Namespace != typeof(SharingAgreement).Namespace && type.Namespace != typeof(CloseAgency).Namespace)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
                .Where(method => method.GetParameters().Any(p => p.ParameterType == typeof(Guid)))
                .Where(method => method.GetParameters().Any(p => p.ParameterType == typeof(Actor)))
                .Select(method => $"{type.Name}.{method.Name}"));

        Assert.Equal(_expected.Keys.Order(), useCases.Order());
        Assert.All(_expected, row => Assert.Equal(_relationships.Length, row.Value.Replace(" ", "", StringComparison.Ordinal).Length));
    }

    [Theory, MemberData(nameof(UseCases))]
    public async Task EverybodyWhoTries_GetsTheAnswerOfTheTable(string useCase)
    {
        await using var cast = await Cast.OnSceneAsync(withCopies: useCase.Contains("Pack.", StringComparison.Ordinal));
        var expected = _expected[useCase].Replace(" ", "", StringComparison.Ordinal);

        // Who is let in changes things: the others come first, and must change nothing.
        foreach (var (relationship, letter) in _relationships.Zip(expected).OrderBy(pair => pair.Second is 'y'))
        {
            var actor = cast.Who[relationship];
            Outcome outcome = Outcome.Done;
            var entries = (await cast.Scene.EntriesOfAsync(async () => outcome = await cast.CallAsync(useCase, cast.TargetOf(useCase), actor)))
                .Where(e => e.AccountId == actor.AccountId).ToList();

            Assert.True((outcome.Refusal is NotFound) == (letter is not 'y'), $"{relationship}: {outcome.Refusal?.ToString() ?? "done"}");
            if (letter is '-' && !_leaveNoAttempt.Contains(useCase))
            {
                Assert.True(entries.Count > 0, $"{relationship}: the attempt left no entry");
                Assert.All(entries, e => Assert.True(e.Kind is AccessKind.Refused, $"{relationship}: {e.Kind} {e.Category}"));
            }
        }
    }

    /// <summary>From outside nobody can tell an id that is not theirs from one that does not exist.</summary>
    [UseCase]
    public async Task UnknownId_GetsTheVeryAnswerOfAForbiddenOne(DatabaseProvider provider)
    {
        await using var cast = await Cast.OnSceneAsync(provider);

        foreach (var useCase in _expected.Keys.Except(["ListInbox.ExecuteAsync", "ListInbox.EndingAsync", "ReadCase.MineAsync", "ListMyWork.ExecuteAsync", "ListStays.ExecuteAsync", "ListMatters.ExecuteAsync"]))
        {
            foreach (var actor in new[] { cast.Who["manage"], cast.Who["in the team"], cast.Who["administrator"] })
            {
                Assert.Equal(NotFound.Instance, (await cast.CallAsync(useCase, Guid.CreateVersion7(), actor)).Refusal);
            }
        }
    }
}
