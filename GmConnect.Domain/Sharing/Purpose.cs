using GmConnect.Domain.Agencies;

namespace GmConnect.Domain.Sharing;

/// <summary>Why data is looked at. The family consents per purpose; the asker names the one it acts for.</summary>
public enum Purpose
{
    /// <summary>The resident's own record, seen by the resident or by who acts for them.</summary>
    OwnRecord,

    /// <summary>A guardian or governance lead looks after the rules themselves.</summary>
    Oversight,

    /// <summary>Care and support, together with the others on the shared plan.</summary>
    Care,

    Housing,
    Equipment,
    MoneyAndWork,
    Safety
}

/// <summary>Which purposes a kind of agency can be given data for; policy, so data, and the first is its usual one.</summary>
public static class Purposes
{
    private static readonly Dictionary<AgencyKind, Purpose[]> _byKind = new()
    {
        [AgencyKind.CouncilHousing] = [Purpose.Housing, Purpose.Care],
        [AgencyKind.HousingAssociation] = [Purpose.Housing, Purpose.Safety],
        [AgencyKind.CommunityEquipment] = [Purpose.Equipment, Purpose.Care],
        [AgencyKind.Wheelchairs] = [Purpose.Equipment, Purpose.Care],
        [AgencyKind.Police] = [Purpose.Safety],
        [AgencyKind.Fire] = [Purpose.Safety],
        [AgencyKind.Employment] = [Purpose.MoneyAndWork],
        [AgencyKind.Voluntary] = [Purpose.Care, Purpose.MoneyAndWork],
        [AgencyKind.Oversight] = []
    };

    private static readonly Purpose[] _care = [Purpose.Care];

    public static IReadOnlyList<Purpose> For(AgencyKind kind) => _byKind.GetValueOrDefault(kind, _care);
}
