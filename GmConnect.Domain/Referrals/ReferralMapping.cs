using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Referrals;

internal sealed class ReferralMapping :
    IEntityTypeConfiguration<Referral>,
    IEntityTypeConfiguration<ReferralTriage>,
    IEntityTypeConfiguration<ReferralQuestion>,
    IEntityTypeConfiguration<ReferralPause>
{
    public void Configure(EntityTypeBuilder<Referral> referral)
    {
        referral.Property(r => r.Reference).HasMaxLength(Referral.ReferenceMaxLength);
        referral.Property(r => r.Words).HasMaxLength(Referral.WordsMaxLength);
        referral.Property(r => r.TriageReason).HasMaxLength(Referral.ReasonMaxLength);
        referral.Property(r => r.RefusalReason).HasMaxLength(Referral.ReasonMaxLength);
        referral.HasIndex(r => r.Reference).IsUnique();
        referral.HasIndex(r => new { r.AgencyId, r.Status, r.ReceivedAt });
        referral.HasIndex(r => r.ResidentId);
        referral.HasOne<Resident>().WithMany().HasForeignKey(r => r.ResidentId);
        referral.HasOne<Agency>().WithMany().HasForeignKey(r => r.AgencyId);
        referral.HasOne<ConsentRecord>().WithMany().HasForeignKey(r => r.ConsentId);
        referral.HasOne<StandingFact>().WithMany().HasForeignKey(r => r.DisclosureId);
        referral.HasOne<Account>().WithMany().HasForeignKey(r => r.ReferredBy);
        referral.HasOne<Agency>().WithMany().HasForeignKey(r => r.ReferredByAgency);
        referral.HasOne<Agency>().WithMany().HasForeignKey(r => r.RedirectedTo);
        referral.HasOne<Team>().WithMany().HasForeignKey(r => r.TeamId);
        referral.HasOne<Account>().WithMany().HasForeignKey(r => r.AssignedTo);
        referral.HasMany(r => r.Triages).WithOne().HasForeignKey(t => t.ReferralId);
        referral.HasMany(r => r.Questions).WithOne().HasForeignKey(q => q.ReferralId);
        referral.HasMany(r => r.Pauses).WithOne().HasForeignKey(p => p.ReferralId);
        referral.HasIndex(r => r.AssignedTo);
        // For the clock: what warns or is due next.
        referral.HasIndex(r => new { r.Status, r.WarnsOn });
    }

    public void Configure(EntityTypeBuilder<ReferralTriage> triage)
    {
        triage.Property(t => t.RulesVersion).HasMaxLength(ReferralTriage.VersionMaxLength);
        triage.Property(t => t.Answers).HasMaxLength(TriageAnswers.StoredMaxLength);
        triage.Property(t => t.Why).HasMaxLength(Referral.ReasonMaxLength);
    }

    public void Configure(EntityTypeBuilder<ReferralQuestion> question)
    {
        question.Property(q => q.Words).HasMaxLength(ReferralQuestion.MaxLength);
        question.Property(q => q.Answer).HasMaxLength(ReferralQuestion.MaxLength);
    }

    public void Configure(EntityTypeBuilder<ReferralPause> pause) => pause.HasIndex(p => p.ReferralId);
}
