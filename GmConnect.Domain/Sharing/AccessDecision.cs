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
    ConsentAndCareTeam
}

/// <summary>What permitted an access: the kind, and the ids of exactly the facts that made it.</summary>
public sealed record Ground(GroundKind Kind, IReadOnlyList<Guid> Facts);

/// <summary>The answer of the sharing decision.</summary>
/// <param name="Because">For a refusal: which rule said no. It is for the record; the asker is told only "not found".</param>
/// <param name="Overridable">Whether an override could open it.</param>
public sealed record AccessDecision(
    Verdict Verdict, IReadOnlyList<StoryPartKind> Parts, Ground? Ground, RefusedBecause? Because, bool Overridable)
{
    public bool Permits => Verdict is not Verdict.Refuse;

    public static AccessDecision Permit(GroundKind kind, params IReadOnlyList<Guid> facts) =>
        new(Verdict.Permit, StoryQuestions.Parts, new Ground(kind, facts), null, false);

    public static AccessDecision PermitParts(bool all, IReadOnlyList<StoryPartKind> parts, Ground ground) =>
        new(all ? Verdict.Permit : Verdict.Partial, parts, ground, null, false);

    public static AccessDecision Refuse(RefusedBecause because) => new(Verdict.Refuse, [], null, because, false);
}

public enum RefusedBecause
{
    NotTheirRecord,
    NoDelegation,
    DelegationTooNarrow,
    OnlyTheResidentMay,
    NotTheirsToChange,
    NoConsent,
    PartNotShared,
    NotTheirPurpose,
    NoReferral,
    NotInTheCareTeam,
    CategoryNotForAgencies,
    RoleHasNoAccess
}
