using System.Runtime.CompilerServices;
using GmConnect.Domain.Agreements;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>The same ids each time for an agreement and all its rows, as <see cref="StableIds"/> gives them to others.</summary>
internal static class StableAgreementIds
{
    public static SharingAgreement Give(this SharingAgreement agreement, Seeded seeded)
    {
        Guid Id(string what) => seeded.Id($"{what} of agreement {agreement.Reference}");

        IdOf(agreement) = IdOf(agreement.Reference, seeded);
        foreach (var version in agreement.Versions)
        {
            (IdOf(version), AgreementOf(version)) = (Id($"version {version.Number}"), agreement.Id);
            foreach (var party in version.Parties)
            {
                (IdOf(party), VersionOf(party)) = (Id($"party {party.AgencyId:N} to version {version.Number}"), version.Id);
            }
        }

        foreach (var (change, i) in agreement.Changes.Select((c, i) => (c, i)))
        {
            (IdOf(change), AgreementOf(change)) = (Id($"change {i}"), agreement.Id);
        }

        return agreement;
    }

    public static Guid IdOf(string reference, Seeded seeded) => seeded.Id($"itself of agreement {reference}");

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(SharingAgreement row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(AgreementVersion row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<AgreementId>k__BackingField")]
    private static extern ref Guid AgreementOf(AgreementVersion row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(AgreementParty row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<VersionId>k__BackingField")]
    private static extern ref Guid VersionOf(AgreementParty row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
    private static extern ref Guid IdOf(AgreementChange row);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<AgreementId>k__BackingField")]
    private static extern ref Guid AgreementOf(AgreementChange row);
}
