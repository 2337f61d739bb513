using GmConnect.Domain.Residents;

namespace GmConnect.Domain.Sharing;

/// <summary>What the door hands over: the row, whose it is, and the decision that opened it.</summary>
public sealed record Opened<T>(T Entity, Resident Resident, DataCategory Category, Asking Asking, AccessDecision Decision)
{
    /// <summary>What the decision was taken from.</summary>
    internal SharingFacts? Facts { get; init; }
}

/// <summary>As many permitted rows as fit, and whether there are more of them.</summary>
public sealed record OpenedPage<T>(IReadOnlyList<Opened<T>> Rows, bool HasMore);
