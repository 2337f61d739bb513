using System.Reflection;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Assessments;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
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

/// <content>Who tries, and what each tries.</content>
public partial class RelationshipTests
{
    /// <summary>A story in the middle of things, with somebody in every relationship to it.</summary>
    private sealed class Cast : IAsyncDisposable
    {
        private Guid _referral, _consent, _case, _message, _clash, _matter, _retention, _correction, _answered, _objection, _copy, _released, _entry, _notice, _safeguard, _question, _draft, _note, _document, _assessment, _place, _marys, _stay, _blocker;
        private string _mark = "";
        private AgencyOnScene _offered = null!;

        private Cast(Scene scene) => Scene = scene;

        public Scene Scene { get; }

        public Dictionary<string, Actor> Who { get; } = [];

        public static async Task<Cast> OnSceneAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, bool withCopies = false)
        {
            var cast = new Cast(await Scene.OpenAsync(provider));
            await cast.GatherAsync();
            await cast.BeginAsync();
            if (withCopies)
            {
                await cast.MakeCopiesAsync();
            }

            return cast;
        }

        public Guid TargetOf(string useCase) => useCase.Split('.')[0] switch
        {
            nameof(WithdrawConsent) => _consent,
            nameof(DecideAtAge) => useCase.Contains("Consent", StringComparison.Ordinal) ? _consent : Scene.HelensDelegation.Id,
            nameof(EndDelegation) => Scene.HelensDelegation.Id,
            nameof(ReadReferral) or nameof(AnswerReferral) or nameof(OpenCase) or nameof(TriageReferral) or nameof(StopClock) => _referral,
            nameof(ReadPassport) => useCase.Contains("Referral", StringComparison.Ordinal) ? _referral : Scene.GeorgesId,
            nameof(AskForMore) => useCase.Contains("Read", StringComparison.Ordinal) || useCase.Contains(".Answer", StringComparison.Ordinal) ? Scene.GeorgesId : _referral,
            nameof(ReferPerson) or nameof(ReadHandedOn) => useCase.Contains("Case", StringComparison.Ordinal) ? _case : _referral,
            nameof(AddToCareTeam) or nameof(ReadCase) or nameof(LeaveCareTeam) or nameof(FindOpenWork) or nameof(CloseCase) or nameof(ReadTimeline)
                or nameof(WriteNote) or nameof(KeepDocument) or nameof(BeginStay)
                or nameof(StartAssessment) or nameof(FillAssessment) or nameof(FinishAssessment) or nameof(PutOnPlan) or nameof(ReadAssessment)
                or nameof(ProposeHousehold) or nameof(ReadHousehold) => _case,
            nameof(ChangeStay) or nameof(ListStays) => _stay,
            nameof(ReadStay) => useCase.Contains("Latest", StringComparison.Ordinal) ? Scene.GeorgesId : _stay,
            nameof(AnswerWithdrawal) => _notice,
            nameof(ReadMatter) or nameof(CloseMatter) or nameof(ReadSafeguards) or nameof(RecordSafeguard) => _matter,
            nameof(ExplainDecision) => useCase.Contains("Matter", StringComparison.Ordinal) ? _matter : Scene.GeorgesId,
            nameof(TellGuardian) => useCase.Contains("Case", StringComparison.Ordinal) ? _case : _referral,
            nameof(ReadCorrection) or nameof(DecideCorrection) => _correction,
            nameof(DecideObjection) => _objection,
            nameof(DecidePack) => _copy,
            nameof(ReadRetention) or nameof(DecideRetention) => _retention,
            nameof(ListMessages) => _message,
            nameof(ProveEntry) => _entry,
            _ => Scene.GeorgesId
        };

        public async Task<Outcome> CallAsync(string useCase, Guid id, Actor by) => useCase switch
        {
            "ReadPerson.ExecuteAsync" => await Scene.The<ReadPerson>().ExecuteAsync(id, by),
            "ReadStory.ExecuteAsync" => await Scene.The<ReadStory>().ExecuteAsync(id, by),
            "SaveAnswer.ExecuteAsync" => await Scene.The<SaveAnswer>().ExecuteAsync(id, new AnswerTyped("wellness", "Well.", null), by),
            "ConfirmStory.ExecuteAsync" => await Scene.The<ConfirmStory>().ExecuteAsync(id, by),
            "ReadShareDraft.ExecuteAsync" => await Scene.The<ReadShareDraft>().ExecuteAsync(id, by),
            "ChooseWhoMaySee.AgenciesAsync" => await Scene.The<ChooseWhoMaySee>().AgenciesAsync(id, [_offered.Id], by),
            "ChooseWhoMaySee.PartsAsync" => await Scene.The<ChooseWhoMaySee>().PartsAsync(
                id, new[] { StoryPartKind.Medicines }.ToLookup(_ => _offered.Id), by),
            "ChooseWhoMaySee.PurposesAsync" => await Scene.The<ChooseWhoMaySee>().PurposesAsync(
                id, new Dictionary<Guid, (Purpose?, DateOnly?)> { [_offered.Id] = (Purpose.Safety, Scene.InThreeMonths) }, by),
            "PreviewShare.ExecuteAsync" => await Scene.The<PreviewShare>().ExecuteAsync(id, by),
            "ShareStory.ExecuteAsync" => await Scene.The<ShareStory>().ExecuteAsync(id, Scene.Agreed(_mark), by),
            "ReadPermissions.ExecuteAsync" => await Scene.The<ReadPermissions>().ExecuteAsync(id, by),
            "WithdrawConsent.ExecuteAsync" => await Scene.The<WithdrawConsent>().ExecuteAsync(id, by),
            "EndDelegation.ExecuteAsync" => await Scene.The<EndDelegation>().ExecuteAsync(id, by),
            "ListLooks.ExecuteAsync" => await Scene.The<ListLooks>().ExecuteAsync(id, true, 0, by),
            "ProveEntry.ExecuteAsync" => await Scene.The<ProveEntry>().ExecuteAsync(id, by),
            "ListInbox.ExecuteAsync" => Found(
                (await Scene.The<ListInbox>().ExecuteAsync(by, false, Guid.NewGuid())).Rows.Count
                + (await Scene.The<ListInbox>().ExecuteAsync(by, true, Guid.NewGuid())).Rows.Count),
            "ListInbox.EndingAsync" => Found((await Scene.The<ListInbox>().EndingAsync(by, Guid.NewGuid())).Rows.Count),
            "ReadReferral.ExecuteAsync" => await Scene.The<ReadReferral>().ExecuteAsync(id, by, Guid.NewGuid()),
            "TriageReferral.ExecuteAsync" => await Scene.The<TriageReferral>().ExecuteAsync(id, A.Triaged(TriageLevel.P4), by),
            "TriageReferral.SecondAsync" => await Scene.The<TriageReferral>().SecondAsync(id, _case, true, by),
            "AskForMore.AskAsync" => await Scene.The<AskForMore>().AskAsync(id, "How many steps?", by),
            "AskForMore.GoOnWithoutAnswerAsync" => await Scene.The<AskForMore>().GoOnWithoutAnswerAsync(id, by),
            "AskForMore.ReadAsync" => await Scene.The<AskForMore>().ReadAsync(id, _question, by),
            "AskForMore.AnswerAsync" => await Scene.The<AskForMore>().AnswerAsync(id, _question, "Twelve.", by),
            "StopClock.StopAsync" => await Scene.The<StopClock>().StopAsync(id, PauseReason.PersonIsAway, by),
            "StopClock.GoOnAsync" => await Scene.The<StopClock>().GoOnAsync(id, by),
            "AnswerReferral.RedirectAsync" => await Scene.The<AnswerReferral>().RedirectAsync(id, _offered.Id, "Not ours.", by),
            "ReferPerson.FromReferralAsync" => await Scene.The<ReferPerson>().FromReferralAsync(id, new ReferTyped(_offered.Id, "He fell."), by),
            "ReferPerson.FromCaseAsync" => await Scene.The<ReferPerson>().FromCaseAsync(id, new ReferTyped(_offered.Id, "He fell."), by),
            "ReferPerson.AgenciesFromReferralAsync" => await Scene.The<ReferPerson>().AgenciesFromReferralAsync(id, by, Guid.NewGuid()),
            "ReferPerson.AgenciesFromCaseAsync" => await Scene.The<ReferPerson>().AgenciesFromCaseAsync(id, by, Guid.NewGuid()),
            "ReadHandedOn.FromReferralAsync" => await Scene.The<ReadHandedOn>().FromReferralAsync(id, by, Guid.NewGuid()),
            "ReadHandedOn.FromCaseAsync" => await Scene.The<ReadHandedOn>().FromCaseAsync(id, by, Guid.NewGuid()),
            "ReadHandedOn.AnswerFromReferralAsync" => await Scene.The<ReadHandedOn>().AnswerFromReferralAsync(id, _question, "Twelve.", by),
            "ReadHandedOn.AnswerFromCaseAsync" => await Scene.The<ReadHandedOn>().AnswerFromCaseAsync(id, _question, "Twelve.", by),
            "ChooseWhoMaySee.InsteadAsync" => await Scene.The<ChooseWhoMaySee>().InsteadAsync(id, _consent, by),
            "AnswerReferral.RefuseAsync" => await Scene.The<AnswerReferral>().RefuseAsync(id, "Because.", by),
            "AnswerWithdrawal.ExecuteAsync" => await Scene.The<AnswerWithdrawal>().ExecuteAsync(id, WithdrawalAnswer.Acknowledged, null, by),
            "OpenCase.ExecuteAsync" => await Scene.The<OpenCase>().ExecuteAsync(id, "Summary", "leads", by),
            "OpenCase.JoinAsync" => await Scene.The<OpenCase>().JoinAsync(id, _case, "helps", by),
            "AddToCareTeam.ExecuteAsync" => await Scene.The<AddToCareTeam>().ExecuteAsync(id, Who["same agency"].AccountId, "helps", by),
            "AddToCareTeam.CandidatesAsync" => await Scene.The<AddToCareTeam>().CandidatesAsync(id, by, Guid.NewGuid()),
            "BeginStay.ExecuteAsync" => await Scene.The<BeginStay>().ExecuteAsync(id, new("Ward 4", Scene.World.Clock.Today(), false, "plans the way home"), by),
            "ReadPassport.ExecuteAsync" => await Scene.The<ReadPassport>().ExecuteAsync(id, by),
            "ReadPassport.OfReferralAsync" => await Scene.The<ReadPassport>().OfReferralAsync(id, by),
            "ReadStay.LatestAsync" => await Scene.The<ReadStay>().LatestAsync(id, by, Guid.NewGuid()),
            "ReadStay.ExecuteAsync" => await Scene.The<ReadStay>().ExecuteAsync(id, by, Guid.NewGuid()),
            "ReadStay.ToldAsync" => await Scene.The<ReadStay>().ToldAsync(id, by, Guid.NewGuid()),
            "ReadLeaving.ExecuteAsync" => await Scene.The<ReadLeaving>().ExecuteAsync(id, by, null),
            "ListStays.OneAsync" => await Scene.The<ListStays>().OneAsync(id, by, Guid.NewGuid()),
            "ChangeStay.MoveAsync" => await Scene.The<ChangeStay>().MoveAsync(id, "Ward 5", by),
            "ChangeStay.ExpectAsync" => await Scene.The<ChangeStay>().ExpectAsync(id, Scene.World.Clock.Today().AddDays(3), null, null, by),
            "ChangeStay.ReviewAsync" => await Scene.The<ChangeStay>().ReviewAsync(id, [], by),
            "ChangeStay.DecidePathwayAsync" => await Scene.The<ChangeStay>().DecidePathwayAsync(id, Pathway.P1, null, by),
            "ChangeStay.BlockAsync" => await Scene.The<ChangeStay>().BlockAsync(id, "medicines", Who["in the team"].AgencyId!.Value, by),
            "ChangeStay.UnblockAsync" => await Scene.The<ChangeStay>().UnblockAsync(id, _blocker, by),
            "ChangeStay.AskAsync" => await Scene.The<ChangeStay>().AskAsync(id, new HomeNeeds(), by),
            "ChangeStay.TellCarerAsync" => await Scene.The<ChangeStay>().TellCarerAsync(id, "Helen", by),
            "ChangeStay.LeaveAsync" => await Scene.The<ChangeStay>().LeaveAsync(id, new(Scene.World.Now, true, "He wants to go."), by),
            "ChangeStay.CancelLeavingAsync" => await Scene.The<ChangeStay>().CancelLeavingAsync(id, "No transport.", by),
            "ChangeStay.DieAsync" => await Scene.The<ChangeStay>().DieAsync(id, Scene.World.Now, by),
            "ChangeStay.GiveDoseAsync" => await Scene.The<ChangeStay>().GiveDoseAsync(id, Scene.World.Clock.Today(), by),
            "LeaveCareTeam.ExecuteAsync" => await Scene.The<LeaveCareTeam>().ExecuteAsync(id, Who["in the team"].AccountId, by),
            "LeaveCareTeam.AgencyAsync" => await Scene.The<LeaveCareTeam>().AgencyAsync(id, by),
            "LeaveCareTeam.HandOverLeadAsync" => await Scene.The<LeaveCareTeam>().HandOverLeadAsync(id, Who["same agency"].AccountId, by),
            "FindOpenWork.ExecuteAsync" => await Scene.The<FindOpenWork>().ExecuteAsync(id, by, Guid.NewGuid()),
            "CloseCase.ExecuteAsync" => await Scene.The<CloseCase>().ExecuteAsync(id, new(CaseClosedBecause.GoalsReached, "He is home.", true, [], ""), by),
            "CloseCase.AnswerAsync" => await Scene.The<CloseCase>().AnswerAsync(id, true, null, by),
            "CloseCase.TakeBackAsync" => await Scene.The<CloseCase>().TakeBackAsync(id, by),
            "ReadTimeline.ExecuteAsync" => await Scene.The<ReadTimeline>().ExecuteAsync(id, null, by, Guid.NewGuid()),
            "ReadTeamWords.ExecuteAsync" => await Scene.The<ReadTeamWords>().ExecuteAsync(id, by),
            "WriteNote.SaveDraftAsync" => await Scene.The<WriteNote>().SaveDraftAsync(id, null, new("He slept.", CaseAudience.CareTeam, null), by),
            "WriteNote.ApproveAsync" => await Scene.The<WriteNote>().ApproveAsync(id, null, new("He slept.", CaseAudience.CareTeam, null), by),
            "WriteNote.DiscardDraftAsync" => await Scene.The<WriteNote>().DiscardDraftAsync(id, _draft, by),
            "WriteNote.StrikeOutAsync" => await Scene.The<WriteNote>().StrikeOutAsync(id, _note, "Another person.", by),
            "KeepDocument.AddAsync" => await Scene.The<KeepDocument>().AddAsync(id, new("Letter", "%PDF-1.7"u8.ToArray(), CaseAudience.Family, null), by),
            "KeepDocument.RemoveAsync" => await Scene.The<KeepDocument>().RemoveAsync(id, _document, "Another person.", by),
            "KeepDocument.ListAsync" => await Scene.The<KeepDocument>().ListAsync(id, by, Guid.NewGuid()),
            "KeepDocument.DownloadAsync" => await Scene.The<KeepDocument>().DownloadAsync(id, _document, by),
            "ProposeHousehold.CandidatesAsync" => await Scene.The<ProposeHousehold>().CandidatesAsync(id, by, Guid.NewGuid()),
            "ProposeHousehold.ExecuteAsync" => await Scene.The<ProposeHousehold>().ExecuteAsync(id, _note, false, by),
            "ProposeHousehold.EndAsync" => await Scene.The<ProposeHousehold>().EndAsync(id, _place, by),
            "ReadHousehold.ExecuteAsync" => await Scene.The<ReadHousehold>().ExecuteAsync(id, by, Guid.NewGuid()),
            "AnswerHousehold.ReadAsync" => await Scene.The<AnswerHousehold>().ReadAsync(id, by),
            "AnswerHousehold.AnswerAsync" => await Scene.The<AnswerHousehold>().AnswerAsync(id, _place, true, by),
            "StartAssessment.ExecuteAsync" => await Scene.The<StartAssessment>().ExecuteAsync(id, "care-act-needs", by),
            "FillAssessment.SaveAsync" => await Scene.The<FillAssessment>().SaveAsync(id, _assessment, new("present", "", "Helen"), by),
            "FillAssessment.ConfirmAsync" => await Scene.The<FillAssessment>().ConfirmAsync(id, _assessment, "home", _note, by),
            "FillAssessment.ChooseAsync" => await Scene.The<FillAssessment>().ChooseAsync(id, _assessment, "home", _note, [], by),
            "FillAssessment.ReadersAreAsync" => await Scene.The<FillAssessment>().ReadersAreAsync(id, _assessment, CaseAudience.Agency, by),
            "FinishAssessment.ExecuteAsync" => await Scene.The<FinishAssessment>().ExecuteAsync(id, _assessment, new([], ""), by),
            "FinishAssessment.AnswerAsync" => await Scene.The<FinishAssessment>().AnswerAsync(id, _assessment, true, null, by),
            "FinishAssessment.TakeBackAsync" => await Scene.The<FinishAssessment>().TakeBackAsync(id, _assessment, by),
            "FinishAssessment.AbandonAsync" => await Scene.The<FinishAssessment>().AbandonAsync(id, _assessment, "He moved.", by),
            "PutOnPlan.ExecuteAsync" => await Scene.The<PutOnPlan>().ExecuteAsync(id, _assessment, "strengths", "Cooks", by),
            "ReadAssessment.ExecuteAsync" => await Scene.The<ReadAssessment>().ExecuteAsync(id, _assessment, by, Guid.NewGuid()),
            "ReadAssessment.ListAsync" => await Scene.The<ReadAssessment>().ListAsync(id, by, Guid.NewGuid()),
            "ReadAssessment.PrepareAsync" => await Scene.The<ReadAssessment>().PrepareAsync(id, _assessment, by, Guid.NewGuid()),
            "ReadCase.ExecuteAsync" => await Scene.The<ReadCase>().ExecuteAsync(id, by, Guid.NewGuid()),
            "ChangePlan.AddStatementAsync" => await Scene.The<ChangePlan>().AddStatementAsync(id, StatementKind.Need, "To dress myself", by),
            "ChangePlan.CommentAsync" => await Scene.The<ChangePlan>().CommentAsync(id, null, "Good.", by),
            "ChangePlan.ReviewAsync" => await Scene.The<ChangePlan>().ReviewAsync(
                id, new(AgreedWith.Person, null, true, null, Scene.World.Clock.Today().AddDays(30)), by),
            "ListMyWork.ExecuteAsync" => Found((await Scene.The<ListMyWork>().ExecuteAsync(by, Guid.NewGuid())).Tasks.Count),
            "ListStays.ExecuteAsync" => Found((await Scene.The<ListStays>().ExecuteAsync(by, Guid.NewGuid())).Rows.Count),
            "ReadCase.MineAsync" => Found((await Scene.The<ReadCase>().MineAsync(by, Guid.NewGuid())).Count),
            "ReadPlan.ExecuteAsync" => await Scene.The<ReadPlan>().ExecuteAsync(id, by, Guid.NewGuid()),
            "ChangePlan.AddGoalAsync" => await Scene.The<ChangePlan>().AddGoalAsync(id, "To sleep", by),
            "ChangePlan.AddActionAsync" => await Scene.The<ChangePlan>().AddActionAsync(id, new ActionTyped(null, "Bring a bed", null, null), by),
            "ChangePlan.EditAsync" => await Scene.The<ChangePlan>().EditAsync(id, [], by),
            "ChangePlan.SettleAsync" => await Scene.The<ChangePlan>().SettleAsync(id, _clash, false, by),
            "MakeOverride.ExecuteAsync" => await Scene.The<MakeOverride>().ExecuteAsync(
                id, new OverrideTyped(OverrideReason.LifeAtRisk, "He has collapsed in the waiting room.", null), by),
            "ReadMinimum.ExecuteAsync" => await Scene.The<ReadMinimum>().ExecuteAsync(id, by, Guid.NewGuid()),
            "ListMatters.ExecuteAsync" => Found((await Scene.The<ListMatters>().ExecuteAsync(by, false, Guid.NewGuid())).Rows.Count),
            "ReadMatter.ExecuteAsync" => await Scene.The<ReadMatter>().ExecuteAsync(id, by, Guid.NewGuid()),
            "CloseMatter.ExecuteAsync" => await Scene.The<CloseMatter>().ExecuteAsync(id, Finding.Justified, "They had to.", false, by),
            "ReadRetention.ExecuteAsync" => await Scene.The<ReadRetention>().ExecuteAsync(id, by, Guid.NewGuid()),
            "DecideRetention.KeepAsync" => await Scene.The<DecideRetention>().KeepAsync(id, Scene.World.Clock.Today().AddDays(9), "A hold.", by),
            "DecideRetention.DestroyAsync" => await Scene.The<DecideRetention>().DestroyAsync(id, "No hold.", by),
            "ReadCorrectable.ExecuteAsync" => await Scene.The<ReadCorrectable>().ExecuteAsync(id, by),
            "AskForCorrection.ExecuteAsync" => await Scene.The<AskForCorrection>().ExecuteAsync(
                id, new CorrectionTyped(CorrectedThing.SomethingElse, null, "It is wrong.", "It is right."), by),
            "ReadCorrection.ExecuteAsync" => await Scene.The<ReadCorrection>().ExecuteAsync(id, by, Guid.NewGuid()),
            "DecideCorrection.ExecuteAsync" => await Scene.The<DecideCorrection>().ExecuteAsync(id, CorrectionOutcome.NotChanged, "It is right.", null, by),
            "ReplyToDecision.ExecuteAsync" => await Scene.The<ReplyToDecision>().ExecuteAsync(id, _answered, "It is not.", by),
            "AskToStop.ReadAsync" => await Scene.The<AskToStop>().ReadAsync(id, by),
            "AskToStop.ExecuteAsync" => await Scene.The<AskToStop>().ExecuteAsync(id, null, "I do not want it.", by),
            "DecideObjection.ReadAsync" => await Scene.The<DecideObjection>().ReadAsync(id, by, Guid.NewGuid()),
            "DecideObjection.ExecuteAsync" => await Scene.The<DecideObjection>().ExecuteAsync(id, false, "Children Act 1989 section 47", "We must.", by),
            "ReadSafeguards.ExecuteAsync" => await Scene.The<ReadSafeguards>().ExecuteAsync(id, by, Guid.NewGuid()),
            "RecordSafeguard.ProtectAsync" => await Scene.The<RecordSafeguard>().ProtectAsync(id, new ProtectionTyped("A threat.", null, []), by),
            "RecordSafeguard.RestrictAsync" => await Scene.The<RecordSafeguard>().RestrictAsync(
                id, new RestrictionTyped("An order.", null, RestrictionKind.CourtOrder, null, _offered.Id, null), by),
            "RecordSafeguard.FindAsync" => await Scene.The<RecordSafeguard>().FindAsync(
                id, new FindingTyped("He could not say it back.", null, FindingKind.LacksCapacity, "Dr Example", null), by),
            "RecordSafeguard.DiscloseAsync" => await Scene.The<RecordSafeguard>().DiscloseAsync(
                id, new DisclosureTyped("A risk.", Scene.World.Clock.Today(), _offered.Id, Purpose.Safety, [StoryPartKind.AboutMe], false, "A law", null), by),
            "RecordSafeguard.EndAsync" => await Scene.The<RecordSafeguard>().EndAsync(id, _safeguard, by),
            "SayWhetherPlaceIsSafe.ReadAsync" => await Scene.The<SayWhetherPlaceIsSafe>().ReadAsync(id, by),
            "SayWhetherPlaceIsSafe.ExecuteAsync" => await Scene.The<SayWhetherPlaceIsSafe>().ExecuteAsync(id, null, null, by),
            "TellGuardian.OfReferralAsync" => await Scene.The<TellGuardian>().OfReferralAsync(id, Told.SomethingElse, "He seems confused.", by),
            "TellGuardian.OfCaseAsync" => await Scene.The<TellGuardian>().OfCaseAsync(id, Told.SomethingElse, "He seems confused.", by),
            "ExplainDecision.ForFamilyAsync" => await Scene.The<ExplainDecision>().ForFamilyAsync(id, _entry, by),
            "ExplainDecision.ForMatterAsync" => await Scene.The<ExplainDecision>().ForMatterAsync(id, _entry, by, Guid.NewGuid()),
            "ChooseWhoMaySee.AgainAsync" => await Scene.The<ChooseWhoMaySee>().AgainAsync(id, _consent, by),
            "AskForPack.ExecuteAsync" => await Scene.The<AskForPack>().ExecuteAsync(id, by),
            "DecidePack.ReadAsync" => await Scene.The<DecidePack>().ReadAsync(id, by, Guid.NewGuid()),
            "DecidePack.DecideAsync" => await Scene.The<DecidePack>().DecideAsync(id, "Cases/1", null, by),
            "DecidePack.ReleaseAsync" => await Scene.The<DecidePack>().ReleaseAsync(id, by),
            "DownloadPack.ExecuteAsync" => await Scene.The<DownloadPack>().ExecuteAsync(id, _released, by),
            "ReadComingOfAge.ExecuteAsync" => await Scene.The<ReadComingOfAge>().ExecuteAsync(id, by),
            "DecideAtAge.KeepParentAsync" => await Scene.The<DecideAtAge>().KeepParentAsync(id, by),
            "DecideAtAge.DeclineParentAsync" => await Scene.The<DecideAtAge>().DeclineParentAsync(id, by),
            "DecideAtAge.KeepConsentAsync" => await Scene.The<DecideAtAge>().KeepConsentAsync(id, "I keep it.", "en-GB", by),
            "AskWhy.ExecuteAsync" => await Scene.The<AskWhy>().ExecuteAsync(id, _entry, "Why?", by),
            "ReadLook.ExecuteAsync" => await Scene.The<ReadLook>().ExecuteAsync(id, _entry, by),
            "ReadQuestions.ExecuteAsync" => await Scene.The<ReadQuestions>().ExecuteAsync(id, by),
            "ListMessages.ResendAsync" => await Scene.The<ListMessages>().ResendAsync(id, by),
            _ => throw new ArgumentOutOfRangeException(nameof(useCase), useCase, "has no call")
        };

        public ValueTask DisposeAsync() => Scene.DisposeAsync();

        private static Outcome Found(int rows) => rows > 0 ? Outcome.Done : NotFound.Instance;

        private async Task GatherAsync()
        {
            var mary = A.Resident();
            _marys = mary.Id;
            var marys = A.Stranger();
            var oversight = A.Agency(AgencyKind.Oversight);
            await Scene.World.SaveAsync(mary, marys, A.Delegation(mary, marys), oversight);
            Who["self"] = Scene.AsGeorge;
            Who["view"] = await Scene.AddDelegateAsync(DelegationScope.View);
            Who["contribute"] = await Scene.AddDelegateAsync(DelegationScope.Contribute);
            Who["manage"] = Scene.AsHelen;
            Who["ended delegation"] = await Scene.AddDelegateAsync(
                DelegationScope.Manage, Scene.World.Now.AddDays(-9), Scene.World.Now.AddDays(-1));
            Who["another resident"] = await Scene.AddAsync(A.SignInOf(mary));
            Who["another's delegate"] = marys.AsActor();
            Who["guardian"] = await Scene.AddAsync(A.Worker(Role.DataGuardian, oversight));
            Who["governance lead"] = await Scene.AddAsync(A.Worker(Role.GovernanceLead, oversight));
            Who["administrator"] = await Scene.AddAsync(A.Account(Role.Administrator));
            Who["analyst"] = await Scene.AddAsync(A.Worker(Role.Analyst, oversight));
        }

        /// <summary>To an agency that nobody in the table works for.</summary>
        private async Task<Guid> ObjectionAsync()
        {
            var matter = new Matter
            {
                Reference = Reference.New(), ResidentId = Scene.GeorgesId, Kind = MatterKind.Objection, AgencyId = _offered.Id, OpenedAt = Scene.World.Now,
                DueAt = Scene.World.Now.AddDays(30)
            };
            var restriction = new SharingRestricted
            {
                ResidentId = Scene.GeorgesId, Kind = RestrictionKind.Objection, AgencyId = _offered.Id, From = Scene.World.Now, RecordedBy = Scene.AsGeorge.AccountId
            };
            await Scene.World.SaveAsync(matter, restriction, new Objection
            {
                ResidentId = Scene.GeorgesId, MatterId = matter.Id, AgencyId = _offered.Id, RestrictionId = restriction.Id
            });

            return matter.Id;
        }

        /// <summary>George and another resident are asked whether they agree to be on his case together.</summary>
        private async Task<Guid> PlaceAsync(AgencyOnScene lead)
        {
            var his = await Scene.World.ReadAsync(database => database.Set<CaseFile>().AsNoTracking().SingleAsync(c => c.Id == _case));
            var hers = Expect.Value(CaseFile.Open(_marys, lead.Id, "Hers", "leads", lead.AsWorker.At(Scene.World.Now)));
            var (place, other) = HouseholdPlace.Propose(his, hers, lead.AsWorker.At(Scene.World.Now));
            await Scene.World.SaveAsync(hers, place, other);

            return place.Id;
        }

        private async Task<Guid> CorrectionAsync() => await MatterAsync(Expect.Value(await Scene.The<AskForCorrection>().ExecuteAsync(
            Scene.GeorgesId, new CorrectionTyped(CorrectedThing.SomethingElse, null, "It is wrong.", "It is right."), Scene.AsHelen)).Reference);

        /// <summary>Only where it is asked for: while a copy is being made the guardian may read everything.</summary>
        private async Task MakeCopiesAsync()
        {
            _released = await CopyAsync();
            foreach (var one in Expect.Value(await Scene.The<DecidePack>().ReadAsync(_released, Who["guardian"], Guid.NewGuid())).Items)
            {
                Expect.Done(await Scene.The<DecidePack>().DecideAsync(_released, one.Item.Key, null, Who["guardian"]));
            }

            Expect.Done(await Scene.The<DecidePack>().ReleaseAsync(_released, Who["guardian"]));
            _copy = await CopyAsync();
        }

        private async Task<Guid> CopyAsync() =>
            await MatterAsync(Expect.Value(await Scene.The<AskForPack>().ExecuteAsync(Scene.GeorgesId, Scene.AsGeorge)).Reference);

        private Task<Guid> MatterAsync(string reference) =>
            Scene.World.ReadAsync(async database => (await database.Set<Matter>().SingleAsync(m => m.Reference == reference)).Id);

        private async Task BeginAsync()
        {
            var lead = await Scene.AddAgencyAsync(AgencyKind.Hospital);
            var other = await Scene.AddAgencyAsync(AgencyKind.CommunityHealth);
            var withdrawn = await Scene.AddAgencyAsync(AgencyKind.HousingAssociation);
            var unreferred = await Scene.AddAgencyAsync(AgencyKind.Voluntary);
            _offered = await Scene.AddAgencyAsync(AgencyKind.Fire);
            Who["in the team"] = lead.AsWorker;
            Who["same agency"] = await Scene.AddAsync(A.Worker(Role.TeamManager, lead.Agency));
            Who["other permitted agency"] = other.AsWorker;
            Who["no referral"] = unreferred.AsWorker;
            Who["withdrawn"] = withdrawn.AsWorker;
            Who["never permitted"] = (await Scene.AddAgencyAsync(AgencyKind.Police)).AsWorker;

            await Scene.TellStoryAsync();
            await Scene.ShareAsync(new Given(lead), new Given(other, LastDay: Scene.World.Clock.Today().AddDays(20)), new Given(withdrawn));
            var unused = new ConsentRecord
            {
                Reference = Reference.New(), ResidentId = Scene.GeorgesId, AgencyId = unreferred.Id, Purpose = Purpose.Care,
                From = Scene.World.Now, Until = Scene.World.Now.AddDays(9), GivenBy = Scene.AsHelen.AccountId,
                Wording = "", WordingHash = ConsentRecord.HashOf(""), Language = "en-GB"
            }.Covering(StoryQuestions.Parts);
            await Scene.World.SaveAsync(unused, A.Notice(of: unused));
            _case = await Scene.OpenCaseAsync(lead);
            await Scene.JoinAsync(withdrawn, _case);
            Expect.Done(await Scene.WithdrawAsync(withdrawn));

            _notice = await Scene.World.ReadAsync(database => database.AgencyNotices.Select(n => n.Id).SingleAsync());
            _referral = (await Scene.ReferralOfAsync(lead)).Id;
            _consent = (await Scene.ConsentOfAsync(lead)).Id;
            var others = (await Scene.ReferralOfAsync(other)).Id;
            Expect.Done(await Scene.The<AskForMore>().AskAsync(others, "How many steps?", other.AsWorker));
            _question = Expect.Value(await Scene.The<ReadReferral>().ExecuteAsync(others, other.AsWorker, Guid.NewGuid())).Questions[0].QuestionId;
            _message = (await Scene.MessagesToAsync(lead))[0].Id;
            _entry = (await Scene.EntriesAsync()).First(e => e.AgencyId == lead.Id).Id;
            var matter = A.Review(of: Scene.George, about: lead.Worker);
            await Scene.World.SaveAsync(matter);
            _matter = matter.Id;
            var retention = new Matter
            {
                Reference = Reference.New(), ResidentId = Scene.GeorgesId, Kind = MatterKind.Retention, Record = RecordClass.WholeRecord,
                OpenedAt = Scene.World.Now, DueAt = Scene.World.Now.AddDays(30)
            };
            await Scene.World.SaveAsync(retention);
            _retention = retention.Id;
            _objection = await ObjectionAsync();
            // Against somebody of whom the table knows nothing.
            var safeguard = new SharingRestricted
            {
                ResidentId = Scene.GeorgesId, Kind = RestrictionKind.NoContact, AccountId = Guid.CreateVersion7(), From = Scene.World.Now,
                RecordedBy = Scene.AsGeorge.AccountId
            };
            await Scene.World.SaveAsync(safeguard);
            _safeguard = safeguard.Id;
            (_correction, _answered) = (await CorrectionAsync(), await CorrectionAsync());
            Expect.Done(await Scene.The<DecideCorrection>().ExecuteAsync(_answered, CorrectionOutcome.NotChanged, "It is right.", null, Who["guardian"]));

            var goal = Expect.Value(await Scene.The<ChangePlan>().AddGoalAsync(Scene.GeorgesId, "To walk", lead.AsWorker));
            foreach (var (words, by) in new[] { ("To walk far", lead.AsWorker), ("To walk to the shop", Scene.AsHelen) })
            {
                Expect.Value(await Scene.The<ChangePlan>().EditAsync(
                    Scene.GeorgesId, [new PlanEdit(goal, PlanField.GoalText, "To walk", words)], by));
            }

            _clash = Expect.Value(await Scene.The<ReadPlan>().ExecuteAsync(Scene.GeorgesId, Scene.AsHelen, null)).MyClashes.Single().ChangeId;
            _draft = Expect.Value(await Scene.The<WriteNote>().SaveDraftAsync(_case, null, new("He", CaseAudience.CareTeam, null), lead.AsWorker));
            _note = Expect.Value(await Scene.The<WriteNote>().ApproveAsync(_case, null, new("He walked.", CaseAudience.Family, null), lead.AsWorker));
            _document = Expect.Value(await Scene.The<KeepDocument>().AddAsync(_case, new("Letter", "%PDF-1.7"u8.ToArray(), CaseAudience.Family, null), lead.AsWorker));
            _assessment = Expect.Value(await Scene.The<StartAssessment>().ExecuteAsync(_case, "home-and-therapy", lead.AsWorker));
            _place = await PlaceAsync(lead);
            _stay = Expect.Value(await Scene.The<BeginStay>().ExecuteAsync(
                _case, new("Ward 4", Scene.World.Clock.Today().AddDays(-2), false, "plans the way home"), lead.AsWorker));
            Expect.Done(await Scene.The<ChangeStay>().BlockAsync(_stay, "transport", lead.Id, lead.AsWorker));
            _blocker = await Scene.World.ReadAsync(database => database.Set<Blocker>().Select(b => b.Id).SingleAsync());
            await Scene.ChooseAsync(new Given(_offered));
            _mark = Expect.Value(await Scene.The<PreviewShare>().ExecuteAsync(Scene.GeorgesId, Scene.AsHelen)).Mark;
        }
    }
}
