using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.Property(a => a.Handle).HasMaxLength(Account.HandleMaxLength);
        account.Property(a => a.DisplayName).HasMaxLength(Account.NameMaxLength);
        account.Property(a => a.JobTitle).HasMaxLength(Account.JobTitleMaxLength);
        account.Property(a => a.ExternalId).HasMaxLength(Account.ExternalIdMaxLength);
        account.HasIndex(a => a.Handle).IsUnique();
        account.HasIndex(a => a.ExternalId);
        account.HasIndex(a => a.AgencyId);
        account.HasIndex(a => a.OwnRecordId);
    }
}
