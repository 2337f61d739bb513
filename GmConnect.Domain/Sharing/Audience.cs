using GmConnect.Domain.Agencies;

namespace GmConnect.Domain.Sharing;

/// <summary>Whom a consent or a notice names: one agency, one team, or every agency of a kind. Exactly one is set.</summary>
public readonly record struct Audience(Guid? AgencyId, Guid? TeamId, AgencyKind? Kind)
{
    public static Audience Agency(Guid id) => new(id, null, null);

    public static Audience Team(Guid id) => new(null, id, null);

    public static Audience EveryAgencyOf(AgencyKind kind) => new(null, null, kind);
}
