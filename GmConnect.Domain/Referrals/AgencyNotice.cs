using GmConnect.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Referrals;

/// <summary>
/// Tells an agency's workers that permission for one of their referrals was withdrawn. It names the referral by its
/// reference only: who it was about is theirs to know no longer.
/// </summary>
public sealed class AgencyNotice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AgencyId { get; init; }

    public required string ReferralReference { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class AgencyNoticeMapping : IEntityTypeConfiguration<AgencyNotice>
{
    public void Configure(EntityTypeBuilder<AgencyNotice> notice)
    {
        notice.Property(n => n.ReferralReference).HasMaxLength(Referral.ReferenceMaxLength);
        notice.HasIndex(n => new { n.AgencyId, n.At });
        notice.HasOne<Agency>().WithMany().HasForeignKey(n => n.AgencyId);
    }
}
