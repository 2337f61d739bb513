using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Sharing;

public enum Verdict
{
    Permit,

    /// <summary>Permitted for <see cref="AccessDecision.Parts"/> only.</summary>
    Partial,

    Refuse
}

public enum GroundKind
{
    OwnRecord,
    Delegation,
    Consent,
    ConsentAndReferral,
    ConsentAndCareTeam,

    /// <summary>A named law, without consent.</summary>
    LegalDuty,

    /// <summary>Break-glass.</summary>
    Override,

    /// <summary>A matter on the guardian's desk.</summary>
    Oversight
}

/// <summary>What permitted an access: the kind, and the ids of exactly the facts that made it, in order.</summary>
public sealed record Ground(GroundKind Kind, IReadOnlyList<Guid> Facts)
{
    internal static Ground Of(GroundKind kind, params IEnumerable<Guid> facts) => new(kind, [.. facts.Distinct().Order()]);
}

/// <summary>The answer of the sharing decision.</summary>
/// <param name="Parts">For the categories that have parts: those permitted, in the order of the story.</param>
/// <param name="Because">For a refusal: which rule said no. It is for the record; the asker is told only "not found".</param>
/// <param name="Overridable">Whether an override by this worker would permit it, or more of it. Who may learn that is the caller's to decide.</param>
public sealed record AccessDecision(
    Verdict Verdict, IReadOnlyList<StoryPartKind> Parts, Ground? Ground, RefusedBecause? Because, bool Overridable)
{
    public bool Permits => Verdict is not Verdict.Refuse;

    internal static AccessDecision Permit(Ground ground, PartSet parts = default, bool all = true, bool overridable = false) =>
        new(all ? Verdict.Permit : Verdict.Partial, parts.InOrder(), ground, null, overridable);

    public static AccessDecision Refuse(RefusedBecause because, bool overridable = false) => new(Verdict.Refuse, [], null, because, overridable);
}

/// <summary>Which rule of docs/sharing-decision.md said no, in the order in which they are tried.</summary>
public enum RefusedBecause
{
    UnknownWord,
    UnknownPerson,
    RoleHasNoAccess,
    WrongChannel,
    NotTheirPurpose,
    NotTheirRecord,
    TooYoung,
    NotTheirsToChange,
    NeedsCompetence,
    LacksCapacity,
    NoDelegation,
    OnlyTheResidentMay,
    DelegationTooNarrow,
    TheirOwnDecision,
    CategoryNotForAgencies,
    NoConsent,
    PartNotShared,
    ConsentRefused,
    NoNotice,
    NoAgreement,
    NoReferral,
    NotInTheCareTeam,
    PlaceIsProtected,
    Restricted,
    LogNotAnchored,
    NoMatter,
    NotForOversight
}
