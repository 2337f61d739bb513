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
    Renewed,

    /// <summary>Accepted, and their part is done.</summary>
    Left
}

/// <summary>What one family shares with one agency, and who there took it on.</summary>
internal sealed class Shared(AgencyOnRoll agency, Fate fate, ConsentRecord consent, NoticeGiven notice, Referral referral)
{
    public AgencyOnRoll Agency => agency;

    public Fate Fate => fate;

    public ConsentRecord Consent { get; set; } = consent;

    public Referral Referral => referral;

    public Account? Worker { get; set; }

    public CareTeamMember? Member { get; set; }

    public Ground UnderConsent => Ground.Of(GroundKind.Consent, Allowed);

    public Ground UnderReferral => Ground.Of(GroundKind.ConsentAndReferral, [.. Allowed, referral.Id]);

    public Ground InCareTeam => Ground.Of(GroundKind.ConsentAndCareTeam, [.. Allowed, Member!.Id]);

    /// <summary>Consent, notice and agreement: the three things that are never one.</summary>
    private Guid[] Allowed => [Consent.Id, notice.Id, agency.Agreement];

    public string Parts => string.Join(',', Consent.Parts.Select(p => p.Part));

    /// <summary>Whether its worker may work on the case and the plan at this moment.</summary>
    public bool IsAtWork(DateTime at) => Member?.IsOn(at) is true && Consent.IsInForce(at);
}
