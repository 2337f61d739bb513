using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using static GmConnect.Domain.Agencies.AgencyKind;
using static GmConnect.Domain.Sharing.GroundKind;
using static GmConnect.Domain.Sharing.RefusedBecause;
using static GmConnect.Domain.Stories.StoryPartKind;
using static GmConnect.Tests.Domain.Sharing.Asker;

namespace GmConnect.Tests.Domain.Sharing;

public partial class SharingDecisionCases
{
    private static Telling George => Telling.About(80);

    private static Telling GeorgeWithTheHospital => George.Shares(Hospital, Purpose.Care, Medicines, WhatHappened);

    private static Audience The(AgencyKind kind) => Audience.Agency(Telling.Agency(kind));

    /// <summary>Standards 5.1 to 5.5: three things, never merged, and each part for a purpose.</summary>
    private static Row[] ConsentNoticeAndAgreement =>
    [
        new("A ward nurse sees the medicines that George shared with the hospital",
            GeorgeWithTheHospital, WorkerAt(Hospital).Reads(Medicines), Permit(GroundKind.Consent)),
        new("A ward nurse who asks for the whole story sees the two parts that were shared",
            GeorgeWithTheHospital, WorkerAt(Hospital).Reads(DataCategory.StoryPart), OnlyYet(GroundKind.Consent, WhatHappened, Medicines)),
        new("A ward nurse may print what was shared with the hospital",
            GeorgeWithTheHospital, WorkerAt(Hospital).Prints(Medicines), Permit(GroundKind.Consent)),
        new("A housing officer does not see medicines when the family shared only the home",
            George.Shares(CouncilHousing, Purpose.Housing, HomeAndAccess), WorkerAt(CouncilHousing).Reads(Medicines), No(PartNotShared)),
        new("A housing officer asking for home and medicines gets the home",
            George.Shares(CouncilHousing, Purpose.Housing, HomeAndAccess), WorkerAt(CouncilHousing).Reads(HomeAndAccess, Medicines),
            Only(GroundKind.Consent, HomeAndAccess)),
        new("What was shared with the hospital is not shared with the council's housing",
            GeorgeWithTheHospital, WorkerAt(CouncilHousing).Reads(Medicines), No(NoConsent)),
        new("What was shared with the council's housing for housing is not shared for care",
            George.Shares(CouncilHousing, Purpose.Housing), WorkerAt(CouncilHousing).For(Purpose.Care).Reads(HomeAndAccess), No(NoConsent)),
        new("A hospital cannot be given data for housing even when everybody agrees",
            George.Shares(Hospital, Purpose.Housing), WorkerAt(Hospital).For(Purpose.Housing).Reads(HomeAndAccess), No(NotTheirPurpose)),
        new("The police cannot ask for care",
            George.Shares(Police, Purpose.Care), WorkerAt(Police).For(Purpose.Care).Reads(HomeAndAccess), No(NotTheirPurpose)),
        new("The fire service sees what was shared for safety",
            George.Shares(Fire, Purpose.Safety, HomeAndAccess), WorkerAt(Fire).Reads(HomeAndAccess), Permit(GroundKind.Consent)),
        new("A Jobcentre adviser sees money and work only with explicit permission",
            George, WorkerAt(Employment).Reads(MoneyAndWork), No(NoConsent)),
        new("A Jobcentre adviser sees money and work once it is permitted",
            George.Shares(Employment, Purpose.MoneyAndWork, MoneyAndWork), WorkerAt(Employment).Reads(MoneyAndWork), Permit(GroundKind.Consent)),
        new("The wheelchair service gets equipment for its own purpose",
            George.Shares(Wheelchairs, Purpose.Equipment, Equipment), WorkerAt(Wheelchairs).Reads(Equipment), Permit(GroundKind.Consent)),
        new("No agreement in force: nothing flows, whatever the family said",
            GeorgeWithTheHospital.Agreements(a => a with { Until = World.Start.UtcDateTime }), WorkerAt(Hospital).Reads(Medicines), NotYet(NoAgreement)),
        new("An agreement that begins tomorrow does not help today",
            GeorgeWithTheHospital.Agreements(a => a with { From = World.Start.UtcDateTime.AddTicks(1) }), WorkerAt(Hospital).Reads(Medicines),
            NotYet(NoAgreement)),
        new("An agreement that leaves out the medicines keeps them back",
            GeorgeWithTheHospital.Agreements(a => a with { Parts = PartSet.Of(WhatHappened) }), WorkerAt(Hospital).Prints(Medicines, WhatHappened),
            Only(GroundKind.Consent, WhatHappened)),
        new("An agreement for another purpose does not serve",
            GeorgeWithTheHospital.Agreements(a => a with { Purposes = [Purpose.Safety] }), WorkerAt(Hospital).Reads(Medicines), NotYet(NoAgreement)),
        new("An agreement that does not name the place does not give it",
            GeorgeWithTheHospital.Agreements(a => a with { Categories = [DataCategory.StoryPart] }), WorkerAt(Hospital).Reads(DataCategory.Place), NotYet(NoAgreement)),
        new("An agreement alone opens nothing", George, WorkerAt(CouncilHousing).Reads(HomeAndAccess), No(NoConsent)),
        new("Without having told the person, consent and agreement are not enough",
            GeorgeWithTheHospital.WithoutNotice(), WorkerAt(Hospital).Reads(Medicines), NotYet(NoNotice)),
        new("Telling the person that all hospitals get it serves for this hospital",
            GeorgeWithTheHospital.WithoutNotice().IsTold(Audience.EveryAgencyOf(Hospital), Purpose.Care), WorkerAt(Hospital).Reads(Medicines),
            Permit(GroundKind.Consent)),
        new("Telling the person about another purpose does not serve",
            GeorgeWithTheHospital.WithoutNotice().IsTold(The(Hospital), Purpose.Safety), WorkerAt(Hospital).Reads(Medicines), NotYet(NoNotice)),
        new("Consent to one team serves a worker of that team",
            George.Consents(ConsentAnswer.Given, DecidedBy.Resident, Audience.Team(Telling.TeamOf(Voluntary)), Purpose.Care, World.Start.UtcDateTime)
                .IsTold(The(Voluntary), Purpose.Care),
            WorkerAt(Voluntary).Reads(AboutMe), Permit(GroundKind.Consent)),
        new("Consent to one team is not consent to the agency's system",
            George.Consents(ConsentAnswer.Given, DecidedBy.Resident, Audience.Team(Telling.TeamOf(Voluntary)), Purpose.Care, World.Start.UtcDateTime)
                .IsTold(The(Voluntary), Purpose.Care),
            SystemOf(Voluntary).Reads(AboutMe), No(NoConsent)),
        new("Withdrawn at this instant is withdrawn",
            GeorgeWithTheHospital.WithdrawnNow(), WorkerAt(Hospital).Prints(Medicines), No(NoConsent)),
        new("Consent that begins tomorrow does not serve today",
            George.Consents(ConsentAnswer.Given, DecidedBy.Resident, The(Hospital), Purpose.Care, World.Start.UtcDateTime.AddDays(1))
                .IsTold(The(Hospital), Purpose.Care),
            WorkerAt(Hospital).Prints(Medicines), No(NoConsent)),
        new("George refuses after his daughter shared: the refusal prevails",
            George.SharesBy(DecidedBy.Delegate, Hospital, Purpose.Care, Medicines).RefusesBy(DecidedBy.Resident, Hospital, Purpose.Care, Medicines),
            WorkerAt(Hospital).Reads(Medicines), NotYet(ConsentRefused)),
        new("A refusal that ended at this instant no longer counts",
            George.RefusesBy(DecidedBy.Resident, Hospital, Purpose.Care).WithdrawnNow().Shares(Hospital, Purpose.Care), WorkerAt(Hospital).Reads(Medicines),
            Permit(GroundKind.Consent)),
        new("An agreement and a permission that begin at this instant serve",
            George.Consents(ConsentAnswer.Given, DecidedBy.Resident, The(Hospital), Purpose.Care, World.Start.UtcDateTime).IsTold(The(Hospital), Purpose.Care)
                .Agreements(a => a with { From = World.Start.UtcDateTime }),
            WorkerAt(Hospital).Reads(Medicines), Permit(GroundKind.Consent)),
        new("A refusal of the medicines leaves the rest shared",
            George.Shares(Hospital, Purpose.Care).RefusesBy(DecidedBy.Resident, Hospital, Purpose.Care, Medicines),
            WorkerAt(Hospital).Prints(Medicines, AboutMe), Only(GroundKind.Consent, AboutMe)),
        new("A refusal to all hospitals binds one that was given permission",
            George.Shares(Hospital, Purpose.Care)
                .Consents(ConsentAnswer.Refused, DecidedBy.Resident, Audience.EveryAgencyOf(Hospital), Purpose.Care, World.Start.UtcDateTime),
            WorkerAt(Hospital).Reads(DataCategory.Identity), NotYet(ConsentRefused)),
        new("With every shared part refused the name too is kept back",
            George.Shares(CommunityEquipment, Purpose.Equipment, Equipment).RefusesBy(DecidedBy.Resident, CommunityEquipment, Purpose.Equipment, Equipment),
            WorkerAt(CommunityEquipment).Reads(DataCategory.Identity), No(ConsentRefused)),
        new("Sharing one part gives the name", GeorgeWithTheHospital, WorkerAt(Hospital).Reads(DataCategory.Identity), Permit(GroundKind.Consent)),
        new("Sharing one part gives the address of somebody who is safe",
            GeorgeWithTheHospital, WorkerAt(Hospital).Reads(DataCategory.Place), Permit(GroundKind.Consent)),
        new("While the log is not anchored agencies get nothing by consent",
            GeorgeWithTheHospital.TheLogIsLate(), WorkerAt(Hospital).Prints(Medicines), No(LogNotAnchored)),
        new("Unconfirmed words never flow: a draft is not for agencies",
            GeorgeWithTheHospital, WorkerAt(Hospital).Reads(DataCategory.StoryDraft), No(CategoryNotForAgencies)),
        new("Who looked is not for agencies", GeorgeWithTheHospital, WorkerAt(Hospital).Reads(DataCategory.AccessLog), No(CategoryNotForAgencies)),
        new("A worker never changes the family's words", GeorgeWithTheHospital, WorkerAt(Hospital).Writes(DataCategory.StoryPart), No(NotTheirsToChange)),
        new("A worker never asks for the family's own purpose",
            GeorgeWithTheHospital, WorkerAt(Hospital).For(Purpose.OwnRecord).Reads(Medicines), No(NotTheirPurpose)),
        new("A worker of an agency that nobody knows gets nothing",
            GeorgeWithTheHospital with { Facts = GeorgeWithTheHospital.Facts with { Agencies = new Dictionary<Guid, AgencyKind>() } },
            WorkerAt(Hospital).Reads(Medicines), No(RoleHasNoAccess)),
        new("A hospital's system gets by exchange what was shared", GeorgeWithTheHospital, SystemOf(Hospital).Reads(Medicines), Permit(GroundKind.Consent)),
        new("A hospital's system has no screen", GeorgeWithTheHospital, SystemOf(Hospital).Prints(Medicines), No(WrongChannel)),
        new("A worker does not ask by exchange",
            GeorgeWithTheHospital, WorkerAt(Hospital).Asks(DataCategory.Identity, Channel.Exchange), No(WrongChannel)),
        new("An analyst sees nobody, whatever is agreed: planning is not care",
            GeorgeWithTheHospital, WorkerAt(Hospital, Role.Analyst).Reads(Medicines), No(RoleHasNoAccess)),
        new("An administrator sees nobody", GeorgeWithTheHospital, WorkerAt(Hospital, Role.Administrator).Reads(DataCategory.Identity), No(RoleHasNoAccess))
    ];

    private static Row[] SecondFacts =>
    [
        new("A referral is read and answered by the agency it was sent to",
            GeorgeWithTheHospital.IsReferredTo(Hospital), WorkerAt(Hospital).Writes(DataCategory.Referral), Permit(ConsentAndReferral)),
        new("A referral to another agency opens nothing here",
            GeorgeWithTheHospital.IsReferredTo(CouncilHousing), WorkerAt(Hospital).Reads(DataCategory.Referral), No(NoReferral)),
        new("One referral does not open another of the same person",
            GeorgeWithTheHospital.IsReferredTo(Hospital), WorkerAt(Hospital).Reads(DataCategory.Referral, Telling.Omar), No(NoReferral)),
        new("A referral without consent opens nothing",
            George.IsReferredTo(CouncilHousing), WorkerAt(CouncilHousing).Reads(DataCategory.Referral), No(NoConsent)),
        new("That a case is open is told to an agency that has a referral",
            GeorgeWithTheHospital.IsReferredTo(Hospital), WorkerAt(Hospital).Reads(DataCategory.CaseHeader), Permit(ConsentAndReferral)),
        new("A member of the care team reads the case", GeorgeWithTheHospital.HasInTheCareTeam(Hospital),
            WorkerAt(Hospital).Reads(DataCategory.Case, Telling.Case(1)), Permit(ConsentAndCareTeam)),
        new("A place in one case does not open another", GeorgeWithTheHospital.HasInTheCareTeam(Hospital),
            WorkerAt(Hospital).Reads(DataCategory.Case, Telling.Case(2)), No(NotInTheCareTeam)),
        new("A member of the care team changes the plan",
            GeorgeWithTheHospital.HasInTheCareTeam(Hospital), WorkerAt(Hospital).Writes(DataCategory.Plan), Permit(ConsentAndCareTeam)),
        new("Need to know: a colleague who is not in the care team does not read the plan",
            GeorgeWithTheHospital.HasInTheCareTeam(CommunityHealth), WorkerAt(Hospital).Reads(DataCategory.Plan), No(NotInTheCareTeam)),
        new("Who has left the care team no longer reads the plan",
            GeorgeWithTheHospital.HasInTheCareTeam(Hospital, until: World.Start.UtcDateTime), WorkerAt(Hospital).Reads(DataCategory.Plan), No(NotInTheCareTeam)),
        new("A place in the care team without consent opens nothing",
            George.HasInTheCareTeam(Hospital), WorkerAt(Hospital).Reads(DataCategory.Plan), No(NoConsent)),
        new("A hospital's system gets the plan while somebody of the hospital is in the care team",
            GeorgeWithTheHospital.HasInTheCareTeam(Hospital), SystemOf(Hospital).Reads(DataCategory.Plan), Permit(ConsentAndCareTeam))
    ];

    /// <summary>Standards 5.1 (safeguarding, life at risk), 5.2 and 5.6.</summary>
    private static Row[] DutyAndSafeguarding =>
    [
        new("A safeguarding disclosure needs no consent",
            George.IsDisclosedTo(Police, Purpose.Safety, [DataCategory.Identity, DataCategory.StoryPart], WhatHappened), WorkerAt(Police).Reads(WhatHappened),
            Permit(LegalDuty)),
        new("A child at risk: the parents' refusal does not stop a disclosure",
            Telling.About(9).RefusesBy(DecidedBy.Parent, Police, Purpose.Safety).IsDisclosedTo(Police, Purpose.Safety, [DataCategory.StoryPart], WhatHappened),
            WorkerAt(Police).Prints(WhatHappened), Permit(LegalDuty)),
        new("A disclosure shares only the relevant: other parts stay closed",
            George.IsDisclosedTo(Police, Purpose.Safety, [DataCategory.StoryPart], WhatHappened), WorkerAt(Police).Prints(WhatHappened, MoneyAndWork),
            Only(LegalDuty, WhatHappened)),
        new("A disclosure to the police is none to the fire service",
            George.IsDisclosedTo(Police, Purpose.Safety, [DataCategory.Identity]), WorkerAt(Fire).Prints(DataCategory.Identity), No(NoConsent)),
        new("A disclosure for safety does not serve care",
            George.IsDisclosedTo(AdultSocialCare, Purpose.Safety, [DataCategory.Identity]), WorkerAt(AdultSocialCare).Prints(DataCategory.Identity), No(NoConsent)),
        new("A named law may serve a purpose that the agency otherwise has not",
            George.IsDisclosedTo(AdultSocialCare, Purpose.Safety, [DataCategory.Identity]),
            WorkerAt(AdultSocialCare).For(Purpose.Safety).Reads(DataCategory.Identity), Permit(LegalDuty)),
        new("Who was handed somebody under a law may answer that referral",
            George.IsDisclosedTo(AdultSocialCare, Purpose.Safety, [DataCategory.Referral]).IsReferredTo(AdultSocialCare),
            WorkerAt(AdultSocialCare).For(Purpose.Safety).Writes(DataCategory.Referral), Permit(LegalDuty)),
        new("A disclosure without a referral lets nobody answer one",
            George.IsDisclosedTo(AdultSocialCare, Purpose.Safety, [DataCategory.Referral]),
            WorkerAt(AdultSocialCare).For(Purpose.Safety).Writes(DataCategory.Referral), No(NotTheirPurpose)),
        new("A disclosure that does not name referrals does not let one be answered",
            George.IsDisclosedTo(AdultSocialCare, Purpose.Safety, [DataCategory.Identity]).IsReferredTo(AdultSocialCare),
            WorkerAt(AdultSocialCare).For(Purpose.Safety).Writes(DataCategory.Referral), No(NotTheirPurpose)),
        new("A disclosure lets nobody outside the care team change anything",
            George.IsDisclosedTo(AdultSocialCare, Purpose.Care, [DataCategory.Plan]), WorkerAt(AdultSocialCare).Writes(DataCategory.Plan), No(NoConsent)),
        new("A disclosure of the plan needs no place in the care team",
            George.IsDisclosedTo(AdultSocialCare, Purpose.Care, [DataCategory.Plan]), SystemOf(AdultSocialCare).Reads(DataCategory.Plan), Permit(LegalDuty)),
        new("A disclosure ends when its time is over",
            George.IsDisclosedTo(Police, Purpose.Safety, [DataCategory.Identity]).At("2026-04-11T10:00:00Z"), WorkerAt(Police).Prints(DataCategory.Identity),
            No(NoConsent)),
        new("While the log is not anchored a disclosure waits",
            George.IsDisclosedTo(Police, Purpose.Safety, [DataCategory.Identity]).TheLogIsLate(), WorkerAt(Police).Prints(DataCategory.Identity), No(NoConsent)),
        new("Consent opens what it can and the law the rest",
            George.Shares(Police, Purpose.Safety, HomeAndAccess).IsDisclosedTo(Police, Purpose.Safety, [DataCategory.StoryPart], WhatHappened),
            WorkerAt(Police).Reads(WhatHappened, HomeAndAccess), Permit(LegalDuty)),
        new("Life at risk, without capacity: a decision in the best interests serves",
            George.IsFound(FindingKind.LacksCapacity, Purpose.Care).SharesBy(DecidedBy.BestInterests, Hospital, Purpose.Care, Medicines),
            WorkerAt(Hospital).Reads(Medicines), Permit(GroundKind.Consent)),
        new("A court's order binds even a disclosure",
            George.IsDisclosedTo(Police, Purpose.Safety, [DataCategory.Identity]).Restricts(RestrictionKind.CourtOrder), WorkerAt(Police).Reads(DataCategory.Identity),
            No(NoConsent)),
        new("An objection does not stop a disclosure under a law",
            George.IsDisclosedTo(Police, Purpose.Safety, [DataCategory.Identity]).Restricts(RestrictionKind.Objection), WorkerAt(Police).Reads(DataCategory.Identity),
            Permit(LegalDuty))
    ];
}
