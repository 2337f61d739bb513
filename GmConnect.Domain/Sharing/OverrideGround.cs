namespace GmConnect.Domain.Sharing;

/// <summary>Break-glass by one worker, to read the minimum on a screen for an hour: rules 59 and 61.</summary>
internal static class OverrideGround
{
    public static Opening Open(AgencyAsking asker, PartSet wanted)
    {
        var request = asker.Request;
        var glass = asker.Facts.Facts.Overrides.BestInForce(request.At, o => o.AccountId == request.Actor.AccountId
            && o.AgencyId == asker.Agency
            && request.At < o.From + SharingPolicy.OverrideLasts);
        var open = glass is null ? null : Shows(asker, wanted);

        return open is { } parts
            ? Opening.Of(GroundKind.Override, parts, glass!.Id)
            : Opening.No(RefusedBecause.NoConsent);
    }

    /// <summary>Whether an override would open it, or any of these parts.</summary>
    public static bool Could(AgencyAsking asker, PartSet wanted) => Shows(asker, wanted) is not null;

    private static PartSet? Shows(AgencyAsking asker, PartSet wanted)
    {
        var request = asker.Request;
        if (request.Act is not Act.Read
            || request.Channel is not Channel.Page
            || !SharingPolicy.AnOverrideShows(request.Category)
            || !SharingPolicy.MayOverride(request.Actor.Role, asker.Kind)
            || Protection.IsOn(asker.Facts, request.At))
        {
            return null;
        }

        var taken = Restrictions.TakenAway(request, asker.Facts, hardOnly: true);
        var parts = (wanted & SharingPolicy.MinimumView).Without(taken);

        return request.Category.HasParts()
            ? parts.IsEmpty ? null : parts
            : taken.IsEmpty ? PartSet.None : null;
    }
}
