using GmConnect.Domain.Agencies;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Exchange;

internal sealed class ExchangeMapping :
    IEntityTypeConfiguration<OutboxMessage>, IEntityTypeConfiguration<OutboxBody>, IEntityTypeConfiguration<Resending>,
    IEntityTypeConfiguration<PartnerSystem>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.Property(m => m.AnswerTokenHash).HasMaxLength(OutboxMessage.TokenHashLength);
        message.Property(m => m.PartnerReason).HasMaxLength(OutboxMessage.PartnerReasonMaxLength);
        message.Property(m => m.LastFailure).HasMaxLength(OutboxMessage.FailureMaxLength);
        message.Ignore(m => m.HoldsBackLaterOnes);
        message.Ignore(m => m.NeedsBody);
        message.HasIndex(m => new { m.AgencyId, m.Status, m.Position });
        message.HasIndex(m => new { m.Status, m.NextAttemptAt });
        message.HasIndex(m => new { m.ResidentId, m.AgencyId, m.Position });
        message.HasIndex(m => m.AnswerTokenHash).IsUnique();
        message.HasOne<Resident>().WithMany().HasForeignKey(m => m.ResidentId);
        message.HasOne<Agency>().WithMany().HasForeignKey(m => m.AgencyId);
    }

    public void Configure(EntityTypeBuilder<OutboxBody> body)
    {
        body.HasKey(b => b.MessageId);
        body.HasOne<OutboxMessage>().WithOne().HasForeignKey<OutboxBody>(b => b.MessageId);
    }

    public void Configure(EntityTypeBuilder<Resending> resending)
    {
        resending.HasOne<OutboxMessage>().WithMany().HasForeignKey(r => r.MessageId);
        resending.HasIndex(r => new { r.MessageId, r.At });
    }

    public void Configure(EntityTypeBuilder<PartnerSystem> partner)
    {
        partner.Property(p => p.Address).HasMaxLength(PartnerSystem.AddressMaxLength);
        partner.Property(p => p.Secret).HasMaxLength(PartnerSystem.SecretMaxLength);
        partner.HasIndex(p => p.AgencyId).IsUnique();
        partner.HasOne<Agency>().WithMany().HasForeignKey(p => p.AgencyId);
    }
}
