using GmConnect.Domain.Accounts;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>How a share with one agency stands on the day of the seeding.</summary>
internal enum Fate
{
    New,
    Triaged,
    Accepted,
    Refused,
    Withdrawn,

    /// <summary>Accepted, and the permission has run out since.</summary>
    Expired,

    /// <summary>Accepted, and a later permission took the first one's place.</summary>
    Renewed
}

/// <summary>What one family shares with one agency, and who there took it on.</summary>
internal sealed class Shared(AgencyOnRoll agency, Fate fate, ConsentRecord consent, Referral referral)
{
    public AgencyOnRoll Agency => agency;

    public Fate Fate => fate;

    public ConsentRecord Consent { get; set; } = consent;

    public Referral Referral => referral;

    public Account? Worker { get; set; }

    public CareTeamMember? Member { get; set; }

    public Ground UnderConsent => new(GroundKind.Consent, [Consent.Id]);

    public Ground UnderReferral => new(GroundKind.ConsentAndReferral, [Consent.Id, referral.Id]);

    public Ground InCareTeam => new(GroundKind.ConsentAndCareTeam, [Consent.Id, Member!.Id]);

    public string Parts => string.Join(',', Consent.Parts.Select(p => p.Part));

    /// <summary>Whether its worker may work on the case and the plan at this moment.</summary>
    public bool IsAtWork(DateTime at) => Member?.IsOn(at) is true && Consent.IsInForce(at);
}
