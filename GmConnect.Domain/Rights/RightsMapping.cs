using GmConnect.Domain.Oversight;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Rights;

internal sealed class RightsMapping : IEntityTypeConfiguration<Correction>, IEntityTypeConfiguration<AccessPack>, IEntityTypeConfiguration<PackDecision>,
    IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.Property(c => c.Quoted).HasMaxLength(Correction.QuotedMaxLength);
        foreach (var words in new[] { nameof(Correction.Wrong), nameof(Correction.ShouldSay), nameof(Correction.Explanation), nameof(Correction.SaysNow), nameof(Correction.Reply) })
        {
            correction.Property(words).HasMaxLength(Correction.WordsMaxLength);
        }

        correction.HasIndex(c => c.ResidentId);
        correction.HasOne<Resident>().WithMany().HasForeignKey(c => c.ResidentId);
        correction.HasOne<Matter>().WithMany().HasForeignKey(c => c.MatterId);
    }

    public void Configure(EntityTypeBuilder<AccessPack> pack)
    {
        pack.HasMany(p => p.Decisions).WithOne().HasForeignKey(d => d.PackId);
        pack.HasIndex(p => p.ResidentId);
        pack.HasOne<Resident>().WithMany().HasForeignKey(p => p.ResidentId);
        pack.HasOne<Matter>().WithMany().HasForeignKey(p => p.MatterId);
    }

    public void Configure(EntityTypeBuilder<PackDecision> decision)
    {
        decision.Property(d => d.Key).HasMaxLength(PackDecision.KeyMaxLength);
        decision.HasIndex(d => new { d.PackId, d.Key }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Objection> objection)
    {
        objection.Property(o => o.GoesOnBecause).HasMaxLength(Objection.GroundMaxLength);
        objection.Property(o => o.Explanation).HasMaxLength(Correction.WordsMaxLength);
        objection.HasIndex(o => o.ResidentId);
        objection.HasOne<Resident>().WithMany().HasForeignKey(o => o.ResidentId);
        objection.HasOne<Matter>().WithMany().HasForeignKey(o => o.MatterId);
    }
}
