using System.Text.Json;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Sharing;

internal sealed class SharingMapping :
    IEntityTypeConfiguration<Delegation>,
    IEntityTypeConfiguration<ConsentRecord>,
    IEntityTypeConfiguration<ConsentedPart>,
    IEntityTypeConfiguration<ShareChoice>
{
    private const int PartsMaxLength = 300;

    public void Configure(EntityTypeBuilder<Delegation> delegation)
    {
        delegation.Property(d => d.Relationship).HasMaxLength(Delegation.RelationshipMaxLength);
        delegation.Property(d => d.WitnessedBy).HasMaxLength(Delegation.WitnessMaxLength);
        StandingFactMapping.List(delegation.Property(d => d.Parts));
        delegation.HasIndex(d => d.ResidentId);
        delegation.HasIndex(d => d.DelegateId);
        delegation.HasOne<Resident>().WithMany().HasForeignKey(d => d.ResidentId);
        delegation.HasOne<Account>().WithMany().HasForeignKey(d => d.DelegateId);
    }

    public void Configure(EntityTypeBuilder<ConsentRecord> consent)
    {
        consent.Property(c => c.Reference).HasMaxLength(ConsentRecord.ReferenceMaxLength);
        consent.Property(c => c.WordingHash).HasMaxLength(ConsentRecord.HashLength);
        consent.Property(c => c.Language).HasMaxLength(ConsentRecord.LanguageMaxLength);
        consent.HasIndex(c => c.Reference).IsUnique();
        consent.HasIndex(c => new { c.ResidentId, c.AgencyId });
        consent.HasOne<Resident>().WithMany().HasForeignKey(c => c.ResidentId);
        consent.HasOne<Agency>().WithMany().HasForeignKey(c => c.AgencyId);
        consent.HasMany(c => c.Parts).WithOne().HasForeignKey(p => p.ConsentId);
    }

    public void Configure(EntityTypeBuilder<ConsentedPart> part) => part.HasKey(p => new { p.ConsentId, p.Part });

    public void Configure(EntityTypeBuilder<ShareChoice> choice)
    {
        choice.Property(c => c.Parts).HasMaxLength(PartsMaxLength).HasConversion(
            parts => JsonSerializer.Serialize(parts.Select(p => p.ToString()), JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<List<string>>(json, JsonSerializerOptions.Default)!
                .Select(Enum.Parse<StoryPartKind>).ToList(),
            new ValueComparer<IReadOnlyList<StoryPartKind>>(
                (a, b) => a!.SequenceEqual(b!), parts => parts.Count, parts => parts.ToList()));
        choice.HasIndex(c => new { c.ResidentId, c.AgencyId }).IsUnique();
        choice.HasOne<Resident>().WithMany().HasForeignKey(c => c.ResidentId);
        choice.HasOne<Agency>().WithMany().HasForeignKey(c => c.AgencyId);
    }
}
