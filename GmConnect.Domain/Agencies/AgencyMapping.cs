using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Agencies;

internal sealed class AgencyMapping : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> agency)
    {
        agency.Property(a => a.Code).HasMaxLength(Agency.CodeMaxLength);
        agency.Property(a => a.Name).HasMaxLength(Agency.NameMaxLength);
        agency.Property(a => a.Borough).HasMaxLength(Agency.BoroughMaxLength);
        agency.Property(a => a.WhatItDoes).HasMaxLength(Agency.WhatItDoesMaxLength);
        agency.Property(a => a.ClosedWords).HasMaxLength(Agency.ClosedWordsMaxLength);
        agency.HasIndex(a => a.Code).IsUnique();
    }
}
