using GmConnect.Domain.Residents;

namespace GmConnect.Domain.Sharing;

/// <summary>What the door hands over: the row, whose it is, and the decision that opened it.</summary>
public sealed record Opened<T>(T Entity, Resident Resident, DataCategory Category, Asking Asking, AccessDecision Decision);
