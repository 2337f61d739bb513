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
    /// <summary>16 on 13 May 2024 and 18 on 13 May 2026, in London's summer time: each begins at 23:00 UTC of the day before.</summary>
    private static Telling Zainab => Telling.BornOn(new DateOnly(2008, 5, 13));

    private static DateTime On(string utc) => DateTime.Parse(utc, null, System.Globalization.DateTimeStyles.AdjustToUniversal);

    private static Telling WithHerMother(int age, DateTime? confirmed = null) =>
        Telling.About(age).IsActedForBy(Telling.Helen, DelegationKind.Parent, confirmed: confirmed);

    /// <summary>Standards 5.7: 13, 16 and 18, Gillick, parental responsibility.</summary>
    private static Row[] AgeAndCompetence =>
    [
        new("At 12 a child does not use the service alone", Telling.About(12), TheResident.Reads(DataCategory.Identity), No(TooYoung)),
        new("At 12 the mother acts", WithHerMother(12), Helen.Writes(DataCategory.Consent), Permit(GroundKind.Delegation)),
        new("At 12 the mother sees who looked", WithHerMother(12), Helen.Reads(DataCategory.AccessLog), Permit(GroundKind.Delegation)),
        new("At 13 a child reads their record", Telling.About(13), TheResident.Reads(DataCategory.AccessLog), Permit(OwnRecord)),
        new("At 14 a child writes their story", Telling.About(14), TheResident.Writes(DataCategory.StoryDraft), Permit(OwnRecord)),
        new("At 14 a child does not decide about sharing unless found competent",
            Telling.About(14), TheResident.Writes(DataCategory.Consent), No(NeedsCompetence)),
        new("At 14 a competent child decides about sharing",
            Telling.About(14).IsFound(FindingKind.Competent, Purpose.Care), TheResident.Writes(DataCategory.Consent), Permit(OwnRecord)),
        new("At 14 with competence the mother no longer decides about sharing",
            WithHerMother(14).IsFound(FindingKind.Competent), Helen.Writes(DataCategory.Consent), No(TheirOwnDecision)),
        new("At 14 without competence the mother decides about sharing", WithHerMother(14), Helen.Writes(DataCategory.Consent), Permit(GroundKind.Delegation)),
        new("At 14 the mother does not see who looked unless the child agreed",
            WithHerMother(14), Helen.Reads(DataCategory.AccessLog), No(DelegationTooNarrow)),
        new("At 14 the mother sees who looked once the child agreed",
            WithHerMother(14, confirmed: World.Start.UtcDateTime), Helen.Reads(DataCategory.AccessLog), Permit(GroundKind.Delegation)),
        new("Competence is for one decision: found for housing, it makes no consent to care valid",
            Telling.About(14).IsFound(FindingKind.Competent, Purpose.Housing).Shares(Hospital, Purpose.Care), WorkerAt(Hospital).Prints(Medicines), No(NoConsent)),
        new("Competence found for care makes a consent to care valid",
            Telling.About(14).IsFound(FindingKind.Competent, Purpose.Care).Shares(Hospital, Purpose.Care), WorkerAt(Hospital).Prints(Medicines),
            Permit(GroundKind.Consent)),
        new("Competence found after the child said yes does not mend it",
            Telling.About(14).Shares(Hospital, Purpose.Care).IsFound(FindingKind.Competent, World.Start.UtcDateTime, DateTime.MaxValue),
            WorkerAt(Hospital).Prints(Medicines), No(NoConsent)),
        new("A competent child's no comes before the mother's yes",
            Telling.About(14).IsFound(FindingKind.Competent).SharesBy(DecidedBy.Parent, Hospital, Purpose.Care, Medicines)
                .RefusesBy(DecidedBy.Resident, Hospital, Purpose.Care, Medicines),
            WorkerAt(Hospital).Prints(Medicines), No(PartNotShared)),
        new("A competent child's yes comes before the mother's no",
            Telling.About(14).IsFound(FindingKind.Competent).Shares(Hospital, Purpose.Care, Medicines)
                .RefusesBy(DecidedBy.Parent, Hospital, Purpose.Care, Medicines),
            WorkerAt(Hospital).Prints(Medicines), Permit(GroundKind.Consent)),
        new("A no that the child was not able to give leaves the mother's yes standing",
            Telling.About(14).SharesBy(DecidedBy.Parent, Hospital, Purpose.Care, Medicines).RefusesBy(DecidedBy.Resident, Hospital, Purpose.Care, Medicines),
            WorkerAt(Hospital).Prints(Medicines), Permit(GroundKind.Consent)),
        new("What the child did not decide stays the mother's to decide",
            Telling.About(14).IsFound(FindingKind.Competent).SharesBy(DecidedBy.Parent, Hospital, Purpose.Care, Medicines, AboutMe)
                .RefusesBy(DecidedBy.Resident, Hospital, Purpose.Care, Medicines),
            WorkerAt(Hospital).Prints(Medicines, AboutMe), Only(GroundKind.Consent, AboutMe)),
        new("Two parents disagree: the refusal prevails",
            Telling.About(9).SharesBy(DecidedBy.Parent, Hospital, Purpose.Care, Medicines).RefusesBy(DecidedBy.Parent, Hospital, Purpose.Care, Medicines),
            WorkerAt(Hospital).Prints(Medicines), No(ConsentRefused)),
        new("At 16 the young person decides without a finding", Telling.About(16), TheResident.Writes(DataCategory.Consent), Permit(OwnRecord)),
        new("At 16 what the young person permits is valid",
            Telling.About(16).Shares(Hospital, Purpose.Care), WorkerAt(Hospital).Prints(Medicines), Permit(GroundKind.Consent)),
        new("At midnight on the sixteenth birthday the mother's permission rests",
            Zainab.IsActedForBy(Telling.Helen, DelegationKind.Parent).At("2024-05-12T23:00:00Z"), Helen.Reads(DataCategory.Identity), No(NoDelegation)),
        new("One tick before the sixteenth birthday the mother still acts",
            Zainab.IsActedForBy(Telling.Helen, DelegationKind.Parent).At("2024-05-12T22:59:59.9999999Z"), Helen.Reads(DataCategory.Identity),
            Permit(GroundKind.Delegation)),
        new("At 17 the mother acts again once the young person agreed",
            WithHerMother(17, confirmed: World.Start.UtcDateTime.AddDays(-1)), Helen.Reads(DataCategory.Identity), Permit(GroundKind.Delegation)),
        new("At 17 an agreement from before the sixteenth birthday does not count",
            WithHerMother(17, confirmed: World.Start.UtcDateTime.AddYears(-3)), Helen.Reads(DataCategory.Identity), No(NoDelegation)),
        new("At 17 the mother keeps the permission she gave agencies until 18",
            Zainab.SharesBy(DecidedBy.Parent, Hospital, Purpose.Care, Medicines).At("2026-05-12T22:59:59.9999999Z"), WorkerAt(Hospital).Prints(Medicines),
            Permit(GroundKind.Consent)),
        new("At midnight on the eighteenth birthday the permission that the mother gave agencies ends",
            Zainab.SharesBy(DecidedBy.Parent, Hospital, Purpose.Care, Medicines).At("2026-05-12T23:00:00Z"), WorkerAt(Hospital).Prints(Medicines), No(NoConsent)),
        new("At midnight on the eighteenth birthday the mother's permission ends",
            Zainab.IsActedForBy(Telling.Helen, DelegationKind.Parent, confirmed: On("2025-01-01T00:00:00Z")).At("2026-05-12T23:00:00Z"),
            Helen.Reads(DataCategory.Identity), No(NoDelegation)),
        new("One tick before the eighteenth birthday the mother whom Zainab confirmed still acts",
            Zainab.IsActedForBy(Telling.Helen, DelegationKind.Parent, confirmed: On("2025-01-01T00:00:00Z")).At("2026-05-12T22:59:59.9999999Z"),
            Helen.Reads(DataCategory.Identity), Permit(GroundKind.Delegation)),
        new("Born on 29 February she is 18 on 1 March: on the evening before the mother still acts",
            Telling.BornOn(new DateOnly(2008, 2, 29)).IsActedForBy(Telling.Helen, DelegationKind.Parent, confirmed: On("2025-01-01T00:00:00Z"))
                .At("2026-02-28T23:59:59Z"),
            Helen.Reads(DataCategory.Identity), Permit(GroundKind.Delegation))
    ];

    /// <summary>Standards 5.8: presumed capacity, two kinds of attorney, deputies, appointees, advocates.</summary>
    private static Row[] CapacityAndProxies =>
    [
        new("Capacity is presumed: George decides", George, TheResident.Writes(DataCategory.Consent), Permit(OwnRecord)),
        new("While found to lack capacity George does not decide about sharing",
            George.IsFound(FindingKind.LacksCapacity, Purpose.Care), TheResident.Writes(DataCategory.Consent), No(LacksCapacity)),
        new("While found to lack capacity George still reads his record",
            George.IsFound(FindingKind.LacksCapacity), TheResident.Reads(DataCategory.AccessLog), Permit(OwnRecord)),
        new("Before the age of 16 the Mental Capacity Act says nothing",
            Telling.About(15).IsFound(FindingKind.LacksCapacity).IsFound(FindingKind.Competent), TheResident.Writes(DataCategory.Consent), Permit(OwnRecord)),
        new("A welfare attorney does not act while George has capacity",
            George.IsActedForBy(Telling.Helen, DelegationKind.WelfareAttorney), Helen.Reads(DataCategory.Identity), No(NoDelegation)),
        new("A welfare attorney acts while George lacks capacity",
            George.IsActedForBy(Telling.Helen, DelegationKind.WelfareAttorney).IsFound(FindingKind.LacksCapacity), Helen.Writes(DataCategory.Consent),
            Permit(GroundKind.Delegation)),
        new("A welfare attorney cannot act for somebody of 17",
            Telling.About(17).IsActedForBy(Telling.Helen, DelegationKind.WelfareAttorney).IsFound(FindingKind.LacksCapacity),
            Helen.Reads(DataCategory.Identity), No(NoDelegation)),
        new("A welfare deputy can act for somebody of 17 without capacity",
            Telling.About(17).IsActedForBy(Telling.Helen, DelegationKind.WelfareDeputy).IsFound(FindingKind.LacksCapacity),
            Helen.Reads(DataCategory.Identity), Permit(GroundKind.Delegation)),
        new("A property attorney reads money and work and no medicines",
            George.IsActedForBy(Telling.Helen, DelegationKind.PropertyAttorney), Helen.Reads(MoneyAndWork, Medicines), Only(GroundKind.Delegation, MoneyAndWork)),
        new("An appointee has benefits only: no plan",
            George.IsActedForBy(Telling.Helen, DelegationKind.Appointee), Helen.Reads(DataCategory.Plan), No(DelegationTooNarrow)),
        new("An attorney's consent serves while George lacks capacity for that decision",
            George.IsFound(FindingKind.LacksCapacity, Purpose.Care).SharesBy(DecidedBy.Attorney, Hospital, Purpose.Care), WorkerAt(Hospital).Reads(Medicines),
            Permit(GroundKind.Consent)),
        new("An attorney's consent does not serve when George lacks capacity for another decision",
            George.IsFound(FindingKind.LacksCapacity, Purpose.Housing).SharesBy(DecidedBy.Attorney, Hospital, Purpose.Care),
            WorkerAt(Hospital).Prints(Medicines), No(NoConsent)),
        new("When George can decide again the attorney's consent rests",
            George.IsFound(FindingKind.LacksCapacity, DateTime.MinValue, World.Start.UtcDateTime).SharesBy(DecidedBy.Attorney, Hospital, Purpose.Care),
            WorkerAt(Hospital).Prints(Medicines), No(NoConsent)),
        new("What George permitted while able stands when he no longer is",
            George.Shares(Hospital, Purpose.Care).IsFound(FindingKind.LacksCapacity, World.Start.UtcDateTime, DateTime.MaxValue),
            WorkerAt(Hospital).Prints(Medicines), Permit(GroundKind.Consent)),
        new("What George said while he was not able does not count",
            George.IsFound(FindingKind.LacksCapacity).Shares(Hospital, Purpose.Care), WorkerAt(Hospital).Prints(Medicines), No(NoConsent)),
        new("A daughter whom George asked may look but not write",
            George.IsActedForBy(Telling.Helen, DelegationKind.ByResident, DelegationScope.View), Helen.Writes(DataCategory.StoryDraft), No(DelegationTooNarrow)),
        new("A daughter who contributes writes the story",
            George.IsActedForBy(Telling.Helen, DelegationKind.ByResident, DelegationScope.Contribute), Helen.Writes(DataCategory.StoryDraft),
            Permit(GroundKind.Delegation)),
        new("A daughter who contributes does not decide about sharing",
            George.IsActedForBy(Telling.Helen, DelegationKind.ByResident, DelegationScope.Contribute), Helen.Writes(DataCategory.Consent), No(DelegationTooNarrow)),
        new("An advocate with one part reads that part",
            George.IsActedForBy(Telling.Helen, DelegationKind.Advocate, parts: AboutMe), Helen.Reads(AboutMe, Medicines), Only(GroundKind.Delegation, AboutMe)),
        new("An advocate with one part does not see who looked",
            George.IsActedForBy(Telling.Helen, DelegationKind.Advocate, parts: AboutMe), Helen.Reads(DataCategory.AccessLog), No(DelegationTooNarrow)),
        new("George alone names and ends delegates",
            George.IsActedForBy(Telling.Helen, DelegationKind.ByResident), Helen.Writes(DataCategory.Delegation), No(OnlyTheResidentMay)),
        new("A next of kin whom nobody recorded has no authority",
            George.IsActedForBy(Telling.Helen, DelegationKind.ByResident), Omar.Reads(DataCategory.Identity), No(NoDelegation))
    ];

    /// <summary>Standards 5.9 and 5.10: objection, restriction, subject access, access history.</summary>
    private static Row[] RightsAndOversight =>
    [
        new("George downloads who looked", George, TheResident.Prints(DataCategory.AccessLog), Permit(OwnRecord)),
        new("George asks a question about a look", George, TheResident.Writes(DataCategory.Rights), Permit(OwnRecord)),
        new("George does not change a case", George, TheResident.Writes(DataCategory.Case), No(NotTheirsToChange)),
        new("George does not see his neighbour's record", George, AnotherResident.Reads(DataCategory.Identity), No(NotTheirRecord)),
        new("No restriction takes George's own record from him",
            George.Restricts(RestrictionKind.CourtOrder).TheLogIsLate(), TheResident.Reads(DataCategory.Plan), Permit(OwnRecord)),
        new("An objection stops what rests on consent",
            GeorgeWithTheHospital.Restricts(RestrictionKind.Objection), WorkerAt(Hospital).Prints(Medicines), No(Restricted)),
        new("An objection to one agency leaves the others",
            GeorgeWithTheHospital.Restricts(RestrictionKind.Objection, r => r with { AgencyId = Telling.Agency(CouncilHousing) }),
            WorkerAt(Hospital).Prints(Medicines), Permit(GroundKind.Consent)),
        new("A restriction of the medicines leaves the rest",
            GeorgeWithTheHospital.Restricts(RestrictionKind.Restricted, r => r with { Parts = PartSet.Of(Medicines) }),
            WorkerAt(Hospital).Prints(Medicines, WhatHappened), Only(GroundKind.Consent, WhatHappened)),
        new("A restriction of the medicines does not hide the name",
            GeorgeWithTheHospital.Restricts(RestrictionKind.Restricted, r => r with { Parts = PartSet.Of(Medicines) }),
            WorkerAt(Hospital).Reads(DataCategory.Identity), Permit(GroundKind.Consent)),
        new("An objection to all hospitals binds this one",
            GeorgeWithTheHospital.Restricts(RestrictionKind.Objection, r => r with { AgencyKind = Hospital }), WorkerAt(Hospital).Prints(Medicines), No(Restricted)),
        new("An objection to another purpose does not bind",
            GeorgeWithTheHospital.Restricts(RestrictionKind.Objection, r => r with { Purposes = [Purpose.Housing] }), WorkerAt(Hospital).Prints(Medicines),
            Permit(GroundKind.Consent)),
        new("A guardian needs something on the desk", George, TheGuardian.Reads(DataCategory.AccessLog), No(NoMatter)),
        new("A guardian reviews who looked", George.IsOnTheDesk(MatterKind.Review), TheGuardian.Reads(DataCategory.AccessLog), Permit(GroundKind.Oversight)),
        new("A guardian with a question does not read the story",
            George.IsOnTheDesk(MatterKind.Question), TheGuardian.Reads(AboutMe), No(NotForOversight)),
        new("A guardian answering a subject access request reads everything",
            George.IsOnTheDesk(MatterKind.SubjectAccess), TheGuardian.Prints(AboutMe), Permit(GroundKind.Oversight)),
        new("A guardian answers a correction", George.IsOnTheDesk(MatterKind.Correction), TheGuardian.Writes(DataCategory.Rights), Permit(GroundKind.Oversight)),
        new("A guardian never changes a consent", George.IsOnTheDesk(MatterKind.SubjectAccess), TheGuardian.Writes(DataCategory.Consent), No(NotForOversight)),
        new("A governance lead reviews their own agency",
            George.IsOnTheDesk(MatterKind.Review, Hospital), LeadAt(Hospital).Reads(DataCategory.AccessLog), Permit(GroundKind.Oversight)),
        new("A governance lead has nothing to do with another agency's matters",
            George.IsOnTheDesk(MatterKind.Review, CouncilHousing), LeadAt(Hospital).Reads(DataCategory.AccessLog), No(NoMatter)),
        new("A governance lead does not read consents",
            George.IsOnTheDesk(MatterKind.SubjectAccess, Hospital), LeadAt(Hospital).Reads(DataCategory.Consent), No(NotForOversight)),
        new("A guardian does not ask for care", George.IsOnTheDesk(MatterKind.Review), TheGuardian.For(Purpose.Care).Reads(DataCategory.Identity), No(NotTheirPurpose))
    ];

    /// <summary>Standards 5.9: break-glass.</summary>
    private static Row[] BreakGlass =>
    [
        new("A worker on a ward may override to see medicines", George, WorkerAt(Hospital).Reads(Medicines), NotYet(NoConsent)),
        new("A worker on a ward who overrides sees medicines", George.IsOverriddenBy(Hospital), WorkerAt(Hospital).Reads(Medicines), Permit(GroundKind.Override)),
        new("A worker on a ward who overrides does not print medicines", George.IsOverriddenBy(Hospital), WorkerAt(Hospital).Prints(Medicines), No(NoConsent)),
        new("An override shows the minimum view and not the home or the money",
            George.IsOverriddenBy(Hospital), WorkerAt(Hospital).Reads(DataCategory.StoryPart),
            Only(GroundKind.Override, AboutMe, WhatHappened, WhatIsNeededNow, Medicines, PeopleInvolved)),
        new("An override does not open the plan", George.IsOverriddenBy(Hospital), WorkerAt(Hospital).Reads(DataCategory.Plan), No(NoConsent)),
        new("An override changes nothing", George.IsOverriddenBy(Hospital), WorkerAt(Hospital).Writes(DataCategory.Plan), No(NoConsent)),
        new("In the sixtieth minute an override still shows",
            George.IsOverriddenBy(Hospital, minutesAgo: 59), WorkerAt(Hospital).Reads(DataCategory.Identity), Permit(GroundKind.Override)),
        new("After sixty minutes an override is over, whatever its record says",
            George.IsOverriddenBy(Hospital, minutesAgo: 60), WorkerAt(Hospital).Reads(DataCategory.Identity), NotYet(NoConsent)),
        new("A colleague's override is not one's own", George.IsOverriddenBy(CommunityHealth), WorkerAt(Hospital).Reads(Medicines), NotYet(NoConsent)),
        new("A charity's worker may not override", George, WorkerAt(Voluntary).Reads(Medicines), No(NoConsent)),
        new("A housing officer may not override", George, WorkerAt(CouncilHousing).Reads(AboutMe), No(NoConsent)),
        new("A housing manager may override", George, WorkerAt(CouncilHousing, Role.TeamManager).Reads(AboutMe), NotYet(NoConsent)),
        new("An override overcomes a missing notice", GeorgeWithTheHospital.WithoutNotice().IsOverriddenBy(Hospital), WorkerAt(Hospital).Reads(Medicines),
            Permit(GroundKind.Override)),
        new("An override overcomes an objection",
            GeorgeWithTheHospital.Restricts(RestrictionKind.Objection).IsOverriddenBy(Hospital), WorkerAt(Hospital).Reads(Medicines), Permit(GroundKind.Override)),
        new("An override does not overcome a court's order",
            George.Restricts(RestrictionKind.CourtOrder).IsOverriddenBy(Hospital), WorkerAt(Hospital).Reads(Medicines), No(NoConsent)),
        new("Life at risk while the log is late: an override still shows",
            George.TheLogIsLate().IsOverriddenBy(Hospital), WorkerAt(Hospital).Reads(Medicines), Permit(GroundKind.Override))
    ];

    /// <summary>Standards 3.3 and 2.1: restricted people; the address, and who may tell them apart.</summary>
    private static Row[] ProtectedPeople =>
    [
        new("The address of a protected person is not given to an agency that they share with",
            GeorgeWithTheHospital.IsProtected(), WorkerAt(Hospital).Reads(DataCategory.Place), No(PlaceIsProtected)),
        new("What a protected person shares of their story is still given",
            GeorgeWithTheHospital.IsProtected(), WorkerAt(Hospital).Reads(Medicines), Permit(GroundKind.Consent)),
        new("A named worker knows the place",
            GeorgeWithTheHospital.IsProtected(Telling.WorkerAt(Hospital)), WorkerAt(Hospital).Reads(DataCategory.Place), Permit(GroundKind.Consent)),
        new("Of two protections both must name the worker",
            GeorgeWithTheHospital.IsProtected(Telling.WorkerAt(Hospital)).IsProtected(), WorkerAt(Hospital).Reads(DataCategory.Place), No(PlaceIsProtected)),
        new("A protected person's place never goes to a system",
            GeorgeWithTheHospital.IsProtected(Telling.Agency(Hospital)), SystemOf(Hospital).Reads(DataCategory.Place), No(PlaceIsProtected)),
        new("Nobody asked whether it is safe: the place is kept back",
            GeorgeWithTheHospital.NobodyAskedAboutThePlace(), WorkerAt(Hospital).Reads(DataCategory.Place), No(PlaceIsProtected)),
        new("Nobody asked whether it is safe: being named does not help",
            GeorgeWithTheHospital.NobodyAskedAboutThePlace().IsProtected(Telling.WorkerAt(Hospital)), WorkerAt(Hospital).Reads(DataCategory.Place),
            No(PlaceIsProtected)),
        new("A protected person sees their own address", George.IsProtected(), TheResident.Reads(DataCategory.Place), Permit(OwnRecord)),
        new("A father who acts for a protected child does not see where the child is",
            Telling.About(9).IsActedForBy(Telling.Omar, DelegationKind.Parent).IsProtected(Telling.Helen), Omar.Reads(DataCategory.Place), No(PlaceIsProtected)),
        new("A mother whom the protection names sees where the child is",
            Telling.About(9).IsActedForBy(Telling.Helen, DelegationKind.Parent).IsProtected(Telling.Helen), Helen.Reads(DataCategory.Place),
            Permit(GroundKind.Delegation)),
        new("A court's order against the father takes the whole record from him",
            Telling.About(9).IsActedForBy(Telling.Omar, DelegationKind.Parent).Restricts(RestrictionKind.CourtOrder, r => r with { AccountId = Telling.Omar }),
            Omar.Reads(AboutMe), No(Restricted)),
        new("No contact with the father leaves the mother's access",
            Telling.About(9).IsActedForBy(Telling.Helen, DelegationKind.Parent).Restricts(RestrictionKind.NoContact, r => r with { AccountId = Telling.Omar }),
            Helen.Reads(AboutMe), Permit(GroundKind.Delegation)),
        new("An objection is no matter between a person and who acts for them",
            George.IsActedForBy(Telling.Helen, DelegationKind.ByResident).Restricts(RestrictionKind.Objection), Helen.Reads(AboutMe), Permit(GroundKind.Delegation)),
        new("No override opens anything of a protected person", George.IsProtected().IsOverriddenBy(Hospital), WorkerAt(Hospital).Reads(Medicines), No(NoConsent)),
        new("No override serves even a worker who may know the place",
            George.IsProtected(Telling.WorkerAt(Hospital)).IsOverriddenBy(Hospital), WorkerAt(Hospital).Reads(DataCategory.Identity), No(NoConsent)),
        new("A legal duty does not open a protected person's place",
            George.IsProtected().IsDisclosedTo(Police, Purpose.Safety, [DataCategory.Place]), WorkerAt(Police).Reads(DataCategory.Place), No(NoConsent)),
        new("A guardian with a subject access request does not see a protected place unless named",
            George.IsProtected().IsOnTheDesk(MatterKind.SubjectAccess), TheGuardian.Reads(DataCategory.Place), No(PlaceIsProtected)),
        new("Who a person is stays unknown to an agency that nothing was shared with",
            George.Shares(Hospital, Purpose.Care), WorkerAt(HousingAssociation).Reads(DataCategory.Identity), No(NoConsent))
    ];

    /// <summary>Standards 6.1 and 6.3: the duty to refer, homes, work.</summary>
    private static Row[] LifeEvents =>
    [
        new("Homeless: without consent the housing authority is not told",
            George, SystemOf(CouncilHousing).Reads(DataCategory.Identity), No(NoConsent)),
        new("Homeless: with consent the chosen authority reads the referral",
            George.Shares(CouncilHousing, Purpose.Housing, WhatHappened, HomeAndAccess).IsReferredTo(CouncilHousing),
            WorkerAt(CouncilHousing).Reads(DataCategory.Referral), Permit(ConsentAndReferral)),
        new("Homeless: the chosen authority gets the contact details of somebody who is safe",
            George.Shares(CouncilHousing, Purpose.Housing, WhatHappened), WorkerAt(CouncilHousing).Reads(DataCategory.Place), Permit(GroundKind.Consent)),
        new("Homeless after abuse: the chosen authority does not get the address",
            George.Shares(CouncilHousing, Purpose.Housing, WhatHappened).IsProtected(), WorkerAt(CouncilHousing).Reads(DataCategory.Place), No(PlaceIsProtected)),
        new("Homeless: a housing association is not the authority that was chosen",
            George.Shares(CouncilHousing, Purpose.Housing).IsReferredTo(CouncilHousing), WorkerAt(HousingAssociation).Reads(DataCategory.Referral), No(NoConsent)),
        new("Homeless, a child at risk: safeguarding overrides missing consent",
            Telling.About(9).IsDisclosedTo(ChildrensSocialCare, Purpose.Care, [DataCategory.Identity, DataCategory.StoryPart], HomeAndAccess),
            WorkerAt(ChildrensSocialCare).Reads(HomeAndAccess), Permit(LegalDuty)),
        new("Moving home: the former landlord whose permission ended learns nothing",
            George.Shares(HousingAssociation, Purpose.Housing).WithdrawnNow(), WorkerAt(HousingAssociation).Reads(DataCategory.Place), No(NoConsent)),
        new("Going into hospital: the Jobcentre is told only with permission",
            GeorgeWithTheHospital, SystemOf(Employment).Reads(WhatHappened), No(NoConsent))
    ];
}
