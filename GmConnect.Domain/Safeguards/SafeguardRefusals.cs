using GmConnect.Domain.Common;

namespace GmConnect.Domain.Safeguards;

public sealed record SafeguardNeedsWhy : Refusal;

public sealed record SafeguardWhyTooLong(int Length, int Limit) : Refusal;

public sealed record SafeguardEndsInThePast : Refusal;

public sealed record SafeguardIsEnded : Refusal;

public sealed record FindingNeedsWhoJudged(int Limit) : Refusal;

public sealed record DisclosureNeedsAgency : Refusal;

public sealed record DisclosureNeedsParts : Refusal;

public sealed record DisclosureNeedsLaw(int Limit) : Refusal;

public sealed record DisclosureNeedsEnd(int Days) : Refusal;

public sealed record SayWhetherItIsSafe : Refusal;

public sealed record OnlyThePersonSaysItIsSafe : Refusal;
