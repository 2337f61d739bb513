using GmConnect.Domain.Agencies;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Referrals;

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> referral)
    {
        referral.Property(r => r.Reference).HasMaxLength(Referral.ReferenceMaxLength);
        referral.Property(r => r.TriageReason).HasMaxLength(Referral.ReasonMaxLength);
        referral.Property(r => r.RefusalReason).HasMaxLength(Referral.ReasonMaxLength);
        referral.HasIndex(r => r.Reference).IsUnique();
        referral.HasIndex(r => new { r.AgencyId, r.Status, r.ReceivedAt });
        referral.HasIndex(r => r.ResidentId);
        referral.HasOne<Resident>().WithMany().HasForeignKey(r => r.ResidentId);
        referral.HasOne<Agency>().WithMany().HasForeignKey(r => r.AgencyId);
        referral.HasOne<ConsentRecord>().WithMany().HasForeignKey(r => r.ConsentId);
    }
}
