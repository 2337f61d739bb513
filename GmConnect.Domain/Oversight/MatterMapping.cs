using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Oversight;

internal sealed class MatterMapping : IEntityTypeConfiguration<Matter>
{
    public void Configure(EntityTypeBuilder<Matter> matter)
    {
        matter.Property(m => m.Reference).HasMaxLength(Matter.ReferenceMaxLength);
        matter.Property(m => m.Words).HasMaxLength(Matter.WordsMaxLength);
        matter.Property(m => m.Answer).HasMaxLength(Matter.WordsMaxLength);
        matter.HasIndex(m => m.ResidentId);
        matter.HasIndex(m => new { m.ClosedAt, m.DueAt });
        matter.HasIndex(m => m.EntryId);
        matter.HasOne<Resident>().WithMany().HasForeignKey(m => m.ResidentId);
    }
}
