using GmConnect.Domain.Agencies;

namespace GmConnect.Domain.Data.Demonstration;

/// <param name="HasSystem">Whether events are sent to a system of its own; the workers of the others read the inbox.</param>
internal sealed record AgencyToSeed(string Code, string Name, AgencyKind Kind, string? Borough, string WhatItDoes, bool HasSystem)
{
    public Agency As(Seeded seeded) => new()
    {
        Id = seeded.Id(Code),
        Code = Code,
        Name = Name,
        Kind = Kind,
        Borough = Borough,
        WhatItDoes = WhatItDoes,
        TakesReferrals = Kind is not AgencyKind.Oversight,
        ClosingApprovers = Kind is AgencyKind.AdultSocialCare or AgencyKind.ChildrensSocialCare ? 1 : 0,
        AssessmentApprovers = Kind is AgencyKind.AdultSocialCare ? 1 : 0
    };
}
