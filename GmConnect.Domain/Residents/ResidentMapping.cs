using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Residents;

internal sealed class ResidentMapping : IEntityTypeConfiguration<Resident>
{
    public void Configure(EntityTypeBuilder<Resident> resident)
    {
        resident.Property(r => r.GivenName).HasMaxLength(Resident.NameMaxLength);
        resident.Property(r => r.FamilyName).HasMaxLength(Resident.NameMaxLength);
        resident.Property(r => r.PreferredName).HasMaxLength(Resident.NameMaxLength);
        resident.Property(r => r.NhsNumber).HasMaxLength(Common.NhsNumber.Length);
        resident.Property(r => r.AddressLine).HasMaxLength(Resident.AddressLineMaxLength);
        resident.Property(r => r.Town).HasMaxLength(Resident.TownMaxLength);
        resident.Property(r => r.Postcode).HasMaxLength(Resident.PostcodeMaxLength);
        resident.Property(r => r.Borough).HasMaxLength(Resident.BoroughMaxLength);
        resident.Property(r => r.Phone).HasMaxLength(Resident.PhoneMaxLength);
        resident.Ignore(r => r.FullName).Ignore(r => r.CalledName);
    }
}
