using GmConnect.Domain.Oversight;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Retention;

internal sealed class RetentionMapping : IEntityTypeConfiguration<DestructionCertificate>
{
    public void Configure(EntityTypeBuilder<DestructionCertificate> certificate)
    {
        certificate.Property(c => c.Reference).HasMaxLength(Matter.ReferenceMaxLength);
        certificate.Property(c => c.Rule).HasMaxLength(RetentionRule.NameMaxLength);
        certificate.Property(c => c.Source).HasMaxLength(DestructionCertificate.CountsMaxLength);
        certificate.Property(c => c.Counts).HasMaxLength(DestructionCertificate.CountsMaxLength);
        certificate.Property(c => c.Why).HasMaxLength(DestructionCertificate.WhyMaxLength);
        certificate.HasIndex(c => c.At);
        certificate.HasIndex(c => new { c.LogDestroyedAt, c.RecordId });
    }
}
