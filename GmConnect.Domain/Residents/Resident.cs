using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Residents;

/// <summary>A person once: who they are and where they live. What they tell and what is done lives elsewhere.</summary>
public sealed class Resident : IConcernsResident<Resident>, IVersioned
{
    public const int NameMaxLength = 100;
    public const int AddressLineMaxLength = 200;
    public const int TownMaxLength = 60;
    public const int PostcodeMaxLength = 8;
    public const int BoroughMaxLength = 40;
    public const int PhoneMaxLength = 20;

    public Guid Id { get; init; }

    Guid IConcernsResident.ResidentId => Id;

    public static Subject<Resident> Subject { get; } = new(DataCategory.Identity);

    public required string GivenName { get; init; }

    public required string FamilyName { get; init; }

    /// <summary>What the person likes to be called, when that is not the given name.</summary>
    public string? PreferredName { get; init; }

    public required DateOnly BirthDate { get; init; }

    public string? NhsNumber { get; init; }

    public required string AddressLine { get; init; }

    public required string Town { get; init; }

    public required string Postcode { get; init; }

    public required string Borough { get; init; }

    public string? Phone { get; init; }

    /// <summary>
    /// Somebody asked whether it is safe that others know where the person is; a danger is then recorded as a protection. Until
    /// then nobody but the person may know: unknown means protect.
    /// </summary>
    public bool PlaceWasAsked { get; init; }

    /// <summary>When the record was destroyed under a retention rule: nothing is known of the person any more.</summary>
    public DateTime? ErasedAt { get; internal set; }

    public Guid Version { get; set; }

    public string FullName => $"{GivenName} {FamilyName}";

    public string CalledName => PreferredName ?? GivenName;
}
