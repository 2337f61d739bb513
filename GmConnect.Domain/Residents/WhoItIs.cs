using GmConnect.Domain.Agencies;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Residents;

/// <summary>Who a resident is, as far as one viewer may know.</summary>
public sealed record WhoItIs(
    Guid ResidentId, string FullName, string CalledName, DateOnly BirthDate, string? NhsNumber, string? Address, string? Phone)
{
    /// <summary>As the one who opened something of theirs may know them: the place by the sharing decision, the NHS number where the law has it used.</summary>
    public static WhoItIs For<T>(Opened<T> opened) => Of(
        opened.Resident,
        opened.Facts.KindOf(opened.Actor.AgencyId)?.UsesNhsNumber() ?? true,
        opened.MayKnowPlace);

    /// <summary>What an agency will see, as far as the citizen who is about to allow it may know it too.</summary>
    public static WhoItIs PreviewFor(Opened<Resident> citizen, AgencyKind kind) =>
        Of(citizen.Resident, kind.UsesNhsNumber(), citizen.MayKnowPlace);

    /// <summary>As an agency's system is sent it.</summary>
    internal static WhoItIs ForSystem(Resident resident, AgencyKind kind, bool showsPlace) => Of(resident, kind.UsesNhsNumber(), showsPlace);

    private static WhoItIs Of(Resident resident, bool showsNhsNumber, bool showsPlace) => new(
        resident.Id,
        resident.FullName,
        resident.CalledName,
        resident.BirthDate,
        showsNhsNumber ? resident.NhsNumber : null,
        showsPlace ? $"{resident.AddressLine}, {resident.Town}, {resident.Postcode}" : null,
        showsPlace ? resident.Phone : null);
}
