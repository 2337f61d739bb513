using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>
/// What is known about one invented person, in words. Every kind of agency has one agency, and with each of them an agreement
/// for everything: what is missing a case says.
/// </summary>
internal sealed record Telling(SharingFacts Facts, DateTime Now)
{
    public static readonly Guid Person = Id(1);
    public static readonly Guid Helen = Id(2);
    public static readonly Guid Omar = Id(3);

    private static readonly PartSet _all = PartSet.All;

    private DateTime Yesterday => Now.AddDays(-1);

    public static Telling About(int age) => BornOn(DateOnly.FromDateTime(World.Start.UtcDateTime.AddDays(-40)).AddYears(-age));

    public static Telling BornOn(DateOnly born) => new(
        new SharingFacts(Person, born, PlaceWasAsked: true)
        {
            Agencies = Enum.GetValues<AgencyKind>().ToDictionary(Agency),
            Agreements =
            [
                .. Enum.GetValues<AgencyKind>().Select(kind => new AgreementFact(
                    Id(500 + (int)kind), Agency(kind), Enum.GetValues<Purpose>(), Enum.GetValues<DataCategory>(), _all, DateTime.MinValue, DateTime.MaxValue))
            ]
        },
        World.Start.UtcDateTime);

    public static Guid Agency(AgencyKind kind) => Id(100 + (int)kind);

    public static Guid TeamOf(AgencyKind kind) => Id(400 + (int)kind);

    public static Guid WorkerAt(AgencyKind kind) => Id(200 + (int)kind);

    public static Guid Case(int number) => Id(600 + number);

    public Telling At(string utc) => this with { Now = DateTime.Parse(utc, null, System.Globalization.DateTimeStyles.AdjustToUniversal) };

    /// <summary>Given, and told of it.</summary>
    public Telling Shares(AgencyKind with, Purpose purpose, params StoryPartKind[] parts) => SharesBy(DecidedBy.Resident, with, purpose, parts);

    public Telling SharesBy(DecidedBy by, AgencyKind with, Purpose purpose, params StoryPartKind[] parts) =>
        Consents(ConsentAnswer.Given, by, Audience.Agency(Agency(with)), purpose, Yesterday, parts).IsTold(Audience.Agency(Agency(with)), purpose);

    public Telling RefusesBy(DecidedBy by, AgencyKind to, Purpose purpose, params StoryPartKind[] parts) =>
        Consents(ConsentAnswer.Refused, by, Audience.Agency(Agency(to)), purpose, Yesterday, parts);

    public Telling Consents(ConsentAnswer answer, DecidedBy by, Audience to, Purpose purpose, DateTime from, params StoryPartKind[] parts) => this with
    {
        Facts = Facts with
        {
            Consents = [.. Facts.Consents, new(Guid.NewGuid(), answer, by, to, purpose, Some(parts) ?? _all, from, DateTime.MaxValue)]
        }
    };

    public Telling IsTold(Audience of, Purpose purpose) =>
        this with { Facts = Facts with { Notices = [.. Facts.Notices, new(Guid.NewGuid(), of, purpose, Yesterday, DateTime.MaxValue)] } };

    public Telling WithoutNotice() => this with { Facts = Facts with { Notices = [] } };

    public Telling Agreements(Func<AgreementFact, AgreementFact> change) =>
        this with { Facts = Facts with { Agreements = [.. Facts.Agreements.Select(change)] } };

    public Telling WithdrawnNow() =>
        this with { Facts = Facts with { Consents = [.. Facts.Consents.Select(c => c with { Until = Now })] } };

    public Telling IsReferredTo(AgencyKind kind) =>
        this with { Facts = Facts with { Referrals = [.. Facts.Referrals, new(Id(700 + (int)kind), Agency(kind), Yesterday, DateTime.MaxValue)] } };

    public Telling HasInTheCareTeam(AgencyKind kind, int number = 1, DateTime? until = null) => this with
    {
        Facts = Facts with
        {
            CareTeam = [.. Facts.CareTeam, new(Guid.NewGuid(), Case(number), Agency(kind), WorkerAt(kind), Yesterday, until ?? DateTime.MaxValue)]
        }
    };

    public Telling IsActedForBy(
        Guid account, DelegationKind kind, DelegationScope scope = DelegationScope.Manage, DateTime? confirmed = null, params StoryPartKind[] parts) =>
        this with
        {
            Facts = Facts with
            {
                Delegations = [.. Facts.Delegations, new(Guid.NewGuid(), account, kind, scope, Some(parts), confirmed, DateTime.MinValue, DateTime.MaxValue)]
            }
        };

    public Telling IsFound(FindingKind kind, params Purpose[] purposes) => IsFound(kind, DateTime.MinValue, DateTime.MaxValue, purposes);

    public Telling IsFound(FindingKind kind, DateTime from, DateTime until, params Purpose[] purposes) => this with
    {
        Facts = Facts with { Findings = [.. Facts.Findings, new(Guid.NewGuid(), kind, purposes.Length == 0 ? null : purposes, from, until)] }
    };

    public Telling IsProtected(params Guid[] mayKnow) =>
        this with { Facts = Facts with { Protections = [.. Facts.Protections, new(Guid.NewGuid(), mayKnow, Yesterday, DateTime.MaxValue)] } };

    public Telling NobodyAskedAboutThePlace() => this with { Facts = Facts with { PlaceWasAsked = false } };

    public Telling Restricts(RestrictionKind kind, Func<RestrictionFact, RestrictionFact>? to = null)
    {
        var everything = new RestrictionFact(Guid.NewGuid(), kind, null, null, null, null, null, null, Yesterday, DateTime.MaxValue);

        return this with { Facts = Facts with { Restrictions = [.. Facts.Restrictions, to?.Invoke(everything) ?? everything] } };
    }

    public Telling IsDisclosedTo(AgencyKind kind, Purpose purpose, DataCategory[] categories, params StoryPartKind[] parts) => this with
    {
        Facts = Facts with
        {
            Disclosures = [.. Facts.Disclosures, new(Guid.NewGuid(), Agency(kind), purpose, categories, Some(parts) ?? _all, Yesterday, Now.AddDays(30))]
        }
    };

    public Telling IsOverriddenBy(AgencyKind kind, int minutesAgo = 5) => this with
    {
        Facts = Facts with
        {
            Overrides = [.. Facts.Overrides, new(Guid.NewGuid(), WorkerAt(kind), Agency(kind), Now.AddMinutes(-minutesAgo), Now.AddDays(1))]
        }
    };

    public Telling IsOnTheDesk(MatterKind kind, AgencyKind? agency = null) => this with
    {
        Facts = Facts with
        {
            Matters = [.. Facts.Matters, new(Guid.NewGuid(), kind, agency is { } one ? Agency(one) : null, Yesterday, DateTime.MaxValue)]
        }
    };

    public Telling TheLogIsLate() => this with { Facts = Facts with { LogLate = [new(Guid.NewGuid(), Yesterday, DateTime.MaxValue)] } };

    private static PartSet? Some(StoryPartKind[] parts) => parts.Length == 0 ? null : PartSet.Of(parts);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
