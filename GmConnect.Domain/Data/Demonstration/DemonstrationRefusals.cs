using GmConnect.Domain.Common;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>The database holds something and no mark of a demonstration world: nothing is ever seeded over it.</summary>
public sealed record DatabaseHoldsRealData : Refusal;

/// <summary>A demonstration world of other numbers is there already.</summary>
public sealed record DemonstrationHasOtherNumbers(int Residents, int Seed) : Refusal;

public sealed record DemonstrationSizeNotPossible(int Fewest, int Most) : Refusal;
