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
    private sealed partial class Cast : IAsyncDisposable
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
