namespace GmConnect.Domain.Sharing;

/// <summary>What one of an agency's grounds opens: a whole category or some parts, with the facts that did it, or why not.</summary>
internal sealed record Opening(GroundKind Kind, PartSet Parts, IReadOnlyList<Guid> Facts, RefusedBecause? Because)
{
    public bool Opens => Because is null;

    public static Opening Of(GroundKind kind, PartSet parts, params IReadOnlyList<Guid> facts) => new(kind, parts, facts, null);

    public static Opening No(RefusedBecause because) => new(default, PartSet.None, [], because);
}
