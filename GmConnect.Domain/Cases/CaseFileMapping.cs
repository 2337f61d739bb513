using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Cases;

internal sealed class CaseFileMapping : IEntityTypeConfiguration<CaseFile>, IEntityTypeConfiguration<CareTeamMember>
{
    public void Configure(EntityTypeBuilder<CaseFile> file)
    {
        file.Property(c => c.Summary).HasMaxLength(CaseFile.SummaryMaxLength);
        file.HasIndex(c => c.ResidentId);
        file.HasOne<Resident>().WithMany().HasForeignKey(c => c.ResidentId);
        file.HasOne<Agency>().WithMany().HasForeignKey(c => c.AgencyId);
        file.HasOne<Account>().WithMany().HasForeignKey(c => c.LeadAccountId);
        file.HasMany(c => c.CareTeam).WithOne().HasForeignKey(m => m.CaseFileId);
    }

    public void Configure(EntityTypeBuilder<CareTeamMember> member)
    {
        member.Property(m => m.Role).HasMaxLength(CareTeamMember.RoleMaxLength);
        member.HasIndex(m => m.AccountId);
        member.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
    }
}
