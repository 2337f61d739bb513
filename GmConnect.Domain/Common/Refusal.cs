namespace GmConnect.Domain.Common;

/// <summary>
/// A "no" that a person can act on. It states a fact, carries only what its words need, and never a name,
/// a date of birth or anything else about a resident. Its words are the resource named like the type.
/// </summary>
public abstract record Refusal;

/// <summary>The one answer for an unknown id and for a forbidden one: from outside they look the same.</summary>
public sealed record NotFound : Refusal
{
    public static readonly NotFound Instance = new();
}
