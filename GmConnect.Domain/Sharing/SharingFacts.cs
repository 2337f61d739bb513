using GmConnect.Domain.Agencies;

namespace GmConnect.Domain.Sharing;

/// <summary>Something known that holds from an instant, and until another one. No end is <see cref="DateTime.MaxValue"/>.</summary>
public interface IFact
{
    Guid Id { get; }

    DateTime From { get; }

    DateTime Until { get; }
}

public enum ConsentAnswer
{
    Given,
    Refused
}

/// <summary>Who decided a consent.</summary>
public enum DecidedBy
{
    Resident,
    Delegate,
    Parent,
    Attorney,
    BestInterests
}

public sealed record ConsentFact(
    Guid Id, ConsentAnswer Answer, DecidedBy By, Audience Audience, Purpose Purpose, PartSet Parts, DateTime From, DateTime Until) : IFact;

public sealed record NoticeFact(Guid Id, Audience Audience, Purpose Purpose, DateTime From, DateTime Until) : IFact;

/// <param name="Confirmed">When the young person themself last agreed to it.</param>
public sealed record DelegationFact(
    Guid Id, Guid DelegateId, DelegationKind Kind, DelegationScope Scope, PartSet? Parts, DateTime? Confirmed, DateTime From, DateTime Until) : IFact;

public enum FindingKind
{
    /// <summary>A child under 16 understands this decision (Gillick).</summary>
    Competent,

    /// <summary>From 16 (Mental Capacity Act 2005).</summary>
    LacksCapacity
}

/// <param name="Purposes">Nothing: every purpose.</param>
public sealed record FindingFact(Guid Id, FindingKind Kind, IReadOnlyList<Purpose>? Purposes, DateTime From, DateTime Until) : IFact;

public sealed record AgreementFact(
    Guid Id,
    Guid AgencyId,
    IReadOnlyList<Purpose> Purposes,
    IReadOnlyList<DataCategory> Categories,
    PartSet Parts,
    DateTime From,
    DateTime Until) : IFact;

public sealed record ReferralFact(Guid Id, Guid AgencyId, DateTime From, DateTime Until) : IFact;

public sealed record CareTeamFact(Guid Id, Guid CaseId, Guid AgencyId, Guid AccountId, DateTime From, DateTime Until) : IFact;

/// <param name="MayKnow">Accounts that may know where the person is.</param>
public sealed record ProtectionFact(Guid Id, IReadOnlyList<Guid> MayKnow, DateTime From, DateTime Until) : IFact;

public enum RestrictionKind
{
    /// <summary>UK GDPR Article 21.</summary>
    Objection,

    /// <summary>UK GDPR Article 18.</summary>
    Restricted,

    NoContact,
    CourtOrder
}

/// <summary>What may not be shared although there is a ground; what is nothing here means any.</summary>
public sealed record RestrictionFact(
    Guid Id,
    RestrictionKind Kind,
    Guid? AccountId,
    Guid? AgencyId,
    AgencyKind? AgencyKind,
    IReadOnlyList<DataCategory>? Categories,
    PartSet? Parts,
    IReadOnlyList<Purpose>? Purposes,
    DateTime From,
    DateTime Until) : IFact;

/// <summary>A recorded decision to disclose under a named law without consent.</summary>
public sealed record DisclosureFact(
    Guid Id, Guid AgencyId, Purpose Purpose, IReadOnlyList<DataCategory> Categories, PartSet Parts, DateTime From, DateTime Until) : IFact;

public sealed record OverrideFact(Guid Id, Guid AccountId, Guid AgencyId, DateTime From, DateTime Until) : IFact;

public enum MatterKind
{
    Review,
    Question,
    Correction,
    Objection,
    SubjectAccess,

    /// <summary>What has been kept for its time, to be destroyed or kept longer.</summary>
    Retention
}

/// <summary>Something about a resident on the guardian's desk.</summary>
public sealed record MatterFact(Guid Id, MatterKind Kind, Guid? AgencyId, DateTime From, DateTime Until) : IFact;

/// <summary>
/// What is known about one resident when a decision is made, and what is known of the service: kinds of agencies, agreements,
/// whether the log is late. Withdrawals, replacements and endings are folded into <c>Until</c>. In any order.
/// Source of the words: docs/sharing-decision.md.
/// </summary>
/// <param name="PlaceWasAsked">Somebody asked whether it is safe that others know where the person is. Unknown means protect.</param>
public sealed record SharingFacts(Guid ResidentId, DateOnly Born, bool PlaceWasAsked)
{
    public IReadOnlyDictionary<Guid, AgencyKind> Agencies { get; init; } = new Dictionary<Guid, AgencyKind>();

    public IReadOnlyList<AgreementFact> Agreements { get; init; } = [];

    public IReadOnlyList<ConsentFact> Consents { get; init; } = [];

    public IReadOnlyList<NoticeFact> Notices { get; init; } = [];

    public IReadOnlyList<DelegationFact> Delegations { get; init; } = [];

    public IReadOnlyList<FindingFact> Findings { get; init; } = [];

    public IReadOnlyList<ReferralFact> Referrals { get; init; } = [];

    public IReadOnlyList<CareTeamFact> CareTeam { get; init; } = [];

    public IReadOnlyList<ProtectionFact> Protections { get; init; } = [];

    public IReadOnlyList<RestrictionFact> Restrictions { get; init; } = [];

    public IReadOnlyList<DisclosureFact> Disclosures { get; init; } = [];

    public IReadOnlyList<OverrideFact> Overrides { get; init; } = [];

    public IReadOnlyList<MatterFact> Matters { get; init; } = [];

    public IReadOnlyList<LogLateFact> LogLate { get; init; } = [];
}

public sealed record LogLateFact(Guid Id, DateTime From, DateTime Until) : IFact;
