using GmConnect.Domain.Agencies;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Households;

/// <summary>The other person and their case are named without a key: each record is destroyed in its own time.</summary>
internal sealed class HouseholdMapping : IEntityTypeConfiguration<HouseholdPlace>
{
    public void Configure(EntityTypeBuilder<HouseholdPlace> place)
    {
        place.Ignore(p => p.IsOn);
        place.Ignore(p => p.IsOver);
        place.HasIndex(p => p.CaseFileId);
        place.HasIndex(p => p.ResidentId);
        place.HasIndex(p => p.PairId);
        place.HasOne<Resident>().WithMany().HasForeignKey(p => p.ResidentId);
        place.HasOne<CaseFile>().WithMany().HasForeignKey(p => p.CaseFileId);
        place.HasOne<Agency>().WithMany().HasForeignKey(p => p.AgencyId);
    }
}
