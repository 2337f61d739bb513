using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Agencies;

/// <summary>Some of an agency's workers, with a triage queue of their own.</summary>
public sealed class Team
{
    public const int NameMaxLength = 100;

    public Guid Id { get; init; }

    public required Guid AgencyId { get; init; }

    public required string Name { get; init; }
}

internal sealed class TeamMapping : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> team)
    {
        team.Property(t => t.Name).HasMaxLength(Team.NameMaxLength);
        team.HasIndex(t => new { t.AgencyId, t.Name }).IsUnique();
        team.HasOne<Agency>().WithMany().HasForeignKey(t => t.AgencyId);
    }
}
