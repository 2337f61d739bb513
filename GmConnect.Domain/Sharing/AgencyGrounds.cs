using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;

namespace GmConnect.Domain.Sharing;

/// <summary>Workers and partner systems: consent, else a legal duty, else an override. Section 7 of docs/sharing-decision.md.</summary>
internal static class AgencyGrounds
{
    public static AccessDecision Decide(AccessRequest request, IndexedFacts facts)
    {
        if (request.Actor.AgencyId is not { } agency || !facts.Facts.Agencies.TryGetValue(agency, out var kind))
        {
            return AccessDecision.Refuse(RefusedBecause.RoleHasNoAccess);
        }

        if (!SharingPolicy.AgenciesMayBeGiven(request.Category))
        {
            return AccessDecision.Refuse(RefusedBecause.CategoryNotForAgencies);
        }

        if (request.Act is Act.Write && !SharingPolicy.AgenciesMayChange(request.Category))
        {
            return AccessDecision.Refuse(RefusedBecause.NotTheirsToChange);
        }

        var asker = new AgencyAsking(request, facts, agency, kind);

        return request.Category.HasParts() ? ByPart(asker) : Whole(asker);
    }

    private static AccessDecision Whole(AgencyAsking asker)
    {
        var consent = ConsentGround.Open(asker);
        var opening = consent;
        if (!opening.Opens)
        {
            opening = DutyGround.Open(asker, PartSet.None);
        }

        if (!opening.Opens)
        {
            opening = OverrideGround.Open(asker, PartSet.None);
        }

        return opening.Opens
            ? AccessDecision.Permit(Ground.Of(opening.Kind, opening.Facts))
            : AccessDecision.Refuse(consent.Because!.Value, OverrideGround.Could(asker, PartSet.None));
    }

    private static AccessDecision ByPart(AgencyAsking asker)
    {
        var wanted = asker.Request.Wanted;
        var consent = ConsentGround.Open(asker);
        if (consent.Opens && consent.Parts == wanted)
        {
            return AccessDecision.Permit(Ground.Of(consent.Kind, consent.Facts), wanted);
        }

        var duty = DutyGround.Open(asker, wanted.Without(consent.Parts));
        var missing = wanted.Without(consent.Parts | duty.Parts);
        var glass = OverrideGround.Open(asker, missing);
        missing = missing.Without(glass.Parts);
        var overridable = OverrideGround.Could(asker, missing);
        var open = wanted.Without(missing);

        return open.IsEmpty
            ? AccessDecision.Refuse(consent.Because!.Value, overridable)
            : AccessDecision.Permit(
                Ground.Of((glass.Opens ? glass : duty.Opens ? duty : consent).Kind, [.. consent.Facts, .. duty.Facts, .. glass.Facts]),
                open,
                missing.IsEmpty,
                overridable);
    }
}

/// <summary>A question of a worker or a partner system, with what it is asked for.</summary>
internal sealed record AgencyAsking(AccessRequest Request, IndexedFacts Facts, Guid Agency, AgencyKind Kind)
{
    public bool IsSystem => Request.Actor.Role is Role.PartnerSystem;

    /// <summary>Agency, kind and, for a worker, team.</summary>
    public int Audiences => IsSystem || Request.Actor.TeamId is null ? 2 : 3;

    public Audience Audience(int which) => which switch
    {
        0 => Sharing.Audience.Agency(Agency),
        1 => Sharing.Audience.EveryAgencyOf(Kind),
        _ => Sharing.Audience.Team(Request.Actor.TeamId!.Value)
    };

    public bool PlaceIsHidden => Request.Category is DataCategory.Place && Protection.HidesPlace(Request, Facts);
}
