using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;

namespace GmConnect.Domain.Residents;

/// <summary>Who a resident is, as far as one viewer may know.</summary>
public sealed record WhoItIs(
    Guid ResidentId, string FullName, string CalledName, DateOnly BirthDate, string? NhsNumber, string? Address, string? Phone)
{
    /// <summary>As an agency's workers and systems see it: the NHS number only where the law has them use it.</summary>
    public static WhoItIs ForAgency(Resident resident, AgencyKind kind) =>
        Of(resident, kind.UsesNhsNumber() ? resident.NhsNumber : null, showsPlace: true);

    /// <summary>As the resident or a delegate sees it. A relative never learns where a protected person is.</summary>
    public static WhoItIs ForCitizen(Resident resident, Actor actor) =>
        Of(resident, resident.NhsNumber, MayKnowPlace(resident, actor));

    /// <summary>What an agency will see, as far as the citizen who is about to allow it may know it too.</summary>
    public static WhoItIs PreviewForCitizen(Resident resident, AgencyKind kind, Actor actor) =>
        Of(resident, kind.UsesNhsNumber() ? resident.NhsNumber : null, MayKnowPlace(resident, actor));

    /// <summary>Also for whatever a place could be told from: the agencies near it.</summary>
    public static bool MayKnowPlace(Resident resident, Actor actor) =>
        !resident.IsProtected || actor.ResidentId == resident.Id;

    private static WhoItIs Of(Resident resident, string? nhsNumber, bool showsPlace) => new(
        resident.Id,
        resident.FullName,
        resident.CalledName,
        resident.BirthDate,
        nhsNumber,
        showsPlace ? $"{resident.AddressLine}, {resident.Town}, {resident.Postcode}" : null,
        showsPlace ? resident.Phone : null);
}
