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

/// <content>What each of them tries: every use case, called.</content>
public partial class RelationshipTests
{
    private sealed partial class Cast
    {
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
    }
}
