using System.Diagnostics.CodeAnalysis;

namespace GmConnect.Domain.Common;

/// <summary>What a use case answers: done, or the refusal that says why not.</summary>
public readonly record struct Outcome(Refusal? Refusal)
{
    public static Outcome Done => default;

    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Refusal is null;

    /// <summary>Goes on only when this succeeded.</summary>
    public Outcome Then(Action next)
    {
        if (Succeeded)
        {
            next();
        }

        return this;
    }

    public static Outcome<T> Of<T>(T value) => new(value, null);

    public static implicit operator Outcome(Refusal refusal) => new(refusal);
}

/// <summary>What a use case answers when there is something to hand over.</summary>
public readonly record struct Outcome<T>
{
    internal Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Refusal is null;

    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) => Succeeded ? next(Value) : Refusal;

    public Outcome Then(Func<T, Outcome> next) => Succeeded ? next(Value) : Refusal;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    public static implicit operator Outcome(Outcome<T> outcome) => new(outcome.Refusal);
}
