using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Auditing;

internal sealed class AccessEntryMapping : IEntityTypeConfiguration<AccessEntry>
{
    public void Configure(EntityTypeBuilder<AccessEntry> entry)
    {
        entry.Property(e => e.Parts).HasMaxLength(AccessEntry.PartsMaxLength);
        entry.Property(e => e.GroundFacts).HasMaxLength(AccessEntry.GroundFactsMaxLength);
        entry.Property(e => e.Wanted).HasMaxLength(AccessEntry.PartsMaxLength);
        entry.Ignore(e => e.PartsSeen).Ignore(e => e.PartsWanted);
        entry.HasIndex(e => new { e.ResidentId, e.At });
        entry.HasIndex(e => e.View);
        entry.HasOne<Resident>().WithMany().HasForeignKey(e => e.ResidentId);
    }
}
