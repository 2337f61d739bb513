using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Assessments;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.ComingOfAge;
using GmConnect.Domain.Closures;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Demonstration;
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
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain;

public static class DomainSetup
{
    /// <summary>Registers every use case. They hold no state: one of each serves everybody.</summary>
    public static IServiceCollection AddGmConnectDomain(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<LiveUpdates>();
        services.TryAddSingleton(new AgencyLabels(kind => kind.ToString()));
        services.AddOptions<ExchangeOptions>();
        services.AddOptions<AuditOptions>();
        services.AddOptions<RetentionOptions>().Validate(rules => rules.Fault() is null, "The section Retention of the settings does not hold.");
        // Its own log lines would carry partners' addresses; ours count what matters.
        services.AddHttpClient(PostToPartner.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5)
            })
            .RemoveAllLoggers();

        return services
            .AddSingleton<Door>().AddSingleton<Outbox>().AddSingleton<ExchangeMeters>().AddSingleton<MigrateDatabase>().AddSingleton<SeedDemonstration>().AddSingleton<MoveSimulatedPartners>()
            .AddSingleton<ListSignInPeople>().AddSingleton<ListAgencies>()
            .AddSingleton<ListPeopleIActFor>().AddSingleton<ReadPerson>()
            .AddSingleton<ReadStory>().AddSingleton<ReadPassport>().AddSingleton<SaveAnswer>().AddSingleton<ConfirmStory>()
            .AddSingleton<ReadShareDraft>().AddSingleton<ChooseWhoMaySee>().AddSingleton<PreviewShare>().AddSingleton<ShareStory>()
            .AddSingleton<ReadPermissions>().AddSingleton<WithdrawConsent>().AddSingleton<EndPermission>().AddSingleton<EndDelegation>().AddSingleton<TellWhatEnded>()
            .AddSingleton<ListLooks>().AddSingleton<ReadLook>().AddSingleton<ExplainDecision>()
            .AddSingleton<DraftAgreement>().AddSingleton<ChangeAgreement>().AddSingleton<SignAgreement>().AddSingleton<SuspendAgreement>()
            .AddSingleton<EndAgreement>().AddSingleton<ListAgreements>().AddSingleton<ReadAgreement>().AddSingleton<ForeseeStop>()
            .AddSingleton<ListInbox>().AddSingleton<ReadReferral>().AddSingleton<AnswerReferral>().AddSingleton<TriageReferral>().AddSingleton<AskForMore>().AddSingleton<StopClock>().AddSingleton<AssignReferrals>().AddSingleton<ReferPerson>().AddSingleton<ReadHandedOn>().AddSingleton<WatchReferralClocks>().AddSingleton<AnswerWithdrawal>()
            .AddSingleton<Keyring>(made => new Keyring(made.GetRequiredService<IOptions<AuditOptions>>())).AddSingleton<AuditMeters>()
            .AddSingleton<SealEntries>().AddSingleton<AnchorBatches>().AddSingleton<AnchoringDelay>().AddSingleton<SealLog>().AddSingleton<VerifyLog>().AddSingleton<DestroyEntries>().AddSingleton<ProveEntry>()
            .AddSingleton<OpenCase>().AddSingleton<AddToCareTeam>().AddSingleton<ReadCase>().AddSingleton<ReadTimeline>().AddSingleton<ReadTeamWords>().AddSingleton<WriteNote>().AddSingleton<KeepDocument>().AddSingleton<DestroyExpiredDocuments>()
            .AddSingleton<CloseCase>().AddSingleton<FindOpenWork>().AddSingleton<EndCaseWork>().AddSingleton<LeaveCareTeam>().AddSingleton<CloseAgency>().AddSingleton<SettleClosures>().AddSingleton<ListMyWork>()
            .AddSingleton<StartAssessment>().AddSingleton<FillAssessment>().AddSingleton<FinishAssessment>().AddSingleton<ReadAssessment>().AddSingleton<PutOnPlan>()
            .AddSingleton<ProposeHousehold>().AddSingleton<ReadHousehold>().AddSingleton<AnswerHousehold>().AddSingleton<EndHouseholds>()
            .AddSingleton<ReadPlan>().AddSingleton<ChangePlan>()
            .AddSingleton<PlanLeaving>().AddSingleton<BeginStay>().AddSingleton<ChangeStay>().AddSingleton<ListStays>().AddSingleton<ReadStay>().AddSingleton<ReadLeaving>()
            .AddSingleton<FindPerson>().AddSingleton<MakeOverride>().AddSingleton<ReadMinimum>()
            .AddSingleton<ListMatters>().AddSingleton<ReadMatter>().AddSingleton<CloseMatter>().AddSingleton<EscalateMatters>().AddSingleton<RaiseReviews>()
            .AddSingleton<RaiseRetentionReviews>().AddSingleton<DecideRetention>().AddSingleton<ReadRetention>().AddSingleton<ListCertificates>().AddSingleton<DestroyOldLogs>()
            .AddSingleton<ReadCorrectable>().AddSingleton<AskForCorrection>().AddSingleton<ReadCorrection>().AddSingleton<DecideCorrection>().AddSingleton<ReplyToDecision>().AddSingleton<AskForPack>().AddSingleton<DecidePack>().AddSingleton<DownloadPack>().AddSingleton<AskToStop>().AddSingleton<DecideObjection>()
            .AddSingleton<ReadSafeguards>().AddSingleton<RecordSafeguard>().AddSingleton<SayWhetherPlaceIsSafe>().AddSingleton<TellGuardian>().AddSingleton<RemindOfWithheld>()
            .AddSingleton<TellBirthdays>().AddSingleton<ReadComingOfAge>().AddSingleton<DecideAtAge>()
            .AddSingleton<AskWhy>().AddSingleton<ReadQuestions>()
            .AddSingleton<PostToPartner>().AddSingleton<DeliverMessages>().AddSingleton<SweepOutbox>().AddSingleton<EraseDeadLetters>().AddSingleton<KnowPartnerSecret>().AddSingleton<TakePartnerAnswer>().AddSingleton<ListMessages>();
    }
}
