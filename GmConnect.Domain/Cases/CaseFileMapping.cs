using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Cases;

internal sealed class CaseFileMapping :
    IEntityTypeConfiguration<CaseFile>,
    IEntityTypeConfiguration<CareTeamMember>,
    IEntityTypeConfiguration<CaseTurn>,
    IEntityTypeConfiguration<CaseApproval>
{
    public void Configure(EntityTypeBuilder<CaseFile> file)
    {
        file.Property(c => c.Summary).HasMaxLength(CaseFile.SummaryMaxLength);
        file.Ignore(c => c.Closing);
        file.Ignore(c => c.PendingApprovals);
        file.HasIndex(c => c.ResidentId);
        file.HasOne<Resident>().WithMany().HasForeignKey(c => c.ResidentId);
        file.HasOne<Agency>().WithMany().HasForeignKey(c => c.AgencyId);
        file.HasOne<Account>().WithMany().HasForeignKey(c => c.LeadAccountId);
        file.HasMany(c => c.CareTeam).WithOne().HasForeignKey(m => m.CaseFileId);
        file.HasMany(c => c.Turns).WithOne().HasForeignKey(t => t.CaseFileId);
        file.HasMany(c => c.Approvals).WithOne().HasForeignKey(a => a.CaseFileId);
    }

    public void Configure(EntityTypeBuilder<CareTeamMember> member)
    {
        member.Property(m => m.Role).HasMaxLength(CareTeamMember.RoleMaxLength);
        member.HasIndex(m => m.AccountId);
        member.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
    }

    public void Configure(EntityTypeBuilder<CaseTurn> turn) => turn.Property(t => t.Words).HasMaxLength(CaseFile.ClosingWordsMaxLength);

    public void Configure(EntityTypeBuilder<CaseApproval> approval) => approval.HasIndex(a => a.AskedOf);
}
