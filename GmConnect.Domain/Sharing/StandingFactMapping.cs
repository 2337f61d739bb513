using System.Text.Json;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Sharing;

internal sealed class StandingFactMapping :
    IEntityTypeConfiguration<StandingFact>,
    IEntityTypeConfiguration<NoticeGiven>,
    IEntityTypeConfiguration<PlaceProtected>,
    IEntityTypeConfiguration<SharingRestricted>,
    IEntityTypeConfiguration<CapacityFound>,
    IEntityTypeConfiguration<DisclosureDecided>,
    IEntityTypeConfiguration<OverrideMade>
{
    private const int ListMaxLength = 400;

    public void Configure(EntityTypeBuilder<StandingFact> fact)
    {
        fact.ToTable("StandingFacts");
        fact.HasDiscriminator<string>("Fact")
            .HasValue<NoticeGiven>("Notice")
            .HasValue<PlaceProtected>("Protection")
            .HasValue<SharingRestricted>("Restriction")
            .HasValue<CapacityFound>("Finding")
            .HasValue<DisclosureDecided>("Disclosure")
            .HasValue<OverrideMade>("Override")
            .HasValue<LogWithheld>("Withheld")
            .HasValue<PlaceAsked>("Asked");
        fact.Property<string>("Fact").HasMaxLength(20);
        fact.Property(f => f.Why).HasMaxLength(StandingFact.WhyMaxLength);
        fact.HasIndex(f => f.ResidentId);
        fact.HasOne<Resident>().WithMany().HasForeignKey(f => f.ResidentId);
    }

    public void Configure(EntityTypeBuilder<NoticeGiven> notice)
    {
        notice.Property(n => n.AgencyId).HasColumnName("AgencyId");
        notice.Property(n => n.AgencyKind).HasColumnName("AgencyKind");
        notice.Property(n => n.Purpose).HasColumnName("Purpose");
        notice.Property(n => n.WordingHash).HasMaxLength(ConsentRecord.HashLength);
        notice.Property(n => n.Language).HasMaxLength(ConsentRecord.LanguageMaxLength);
    }

    public void Configure(EntityTypeBuilder<PlaceProtected> protection) => protection.Property(p => p.MayKnow).HasConversion(
        ids => JsonSerializer.Serialize(ids, JsonSerializerOptions.Default),
        json => JsonSerializer.Deserialize<List<Guid>>(json, JsonSerializerOptions.Default)!,
        new ValueComparer<IReadOnlyList<Guid>>((a, b) => a!.SequenceEqual(b!), ids => ids.Count, ids => ids.ToList()));

    public void Configure(EntityTypeBuilder<SharingRestricted> restriction)
    {
        restriction.Property(x => x.Kind).HasColumnName("Kind");
        restriction.Property(x => x.AccountId).HasColumnName("AccountId");
        restriction.Property(x => x.AgencyId).HasColumnName("AgencyId");
        restriction.Property(x => x.AgencyKind).HasColumnName("AgencyKind");
        List(restriction.Property(x => x.Categories), "Categories");
        List(restriction.Property(x => x.Parts), "Parts");
        List(restriction.Property(x => x.Purposes), "Purposes");
    }

    public void Configure(EntityTypeBuilder<CapacityFound> finding)
    {
        finding.Property(f => f.Kind).HasColumnName("Kind");
        finding.Property(f => f.JudgedBy).HasMaxLength(CapacityFound.PeopleMaxLength);
        finding.Property(f => f.Consulted).HasMaxLength(CapacityFound.PeopleMaxLength);
        List(finding.Property(f => f.Purposes), "Purposes");
    }

    public void Configure(EntityTypeBuilder<DisclosureDecided> disclosure)
    {
        disclosure.Property(d => d.AgencyId).HasColumnName("AgencyId");
        disclosure.Property(d => d.Purpose).HasColumnName("Purpose");
        disclosure.Property(d => d.Law).HasMaxLength(DisclosureDecided.LawMaxLength);
        List(disclosure.Property(d => d.Categories)!, "Categories");
        List(disclosure.Property(d => d.Parts)!, "Parts");
    }

    public void Configure(EntityTypeBuilder<OverrideMade> glass)
    {
        glass.Property(o => o.AccountId).HasColumnName("AccountId");
        glass.Property(o => o.AgencyId).HasColumnName("AgencyId");
        glass.Property(o => o.NotToldBecause).HasMaxLength(StandingFact.WhyMaxLength);
    }

    internal static void List<T>(PropertyBuilder<IReadOnlyList<T>?> list, string? column = null)
        where T : struct, Enum
    {
        list.HasMaxLength(ListMaxLength).HasConversion(
            names => names == null ? null : string.Join(',', names.Select(n => n.ToString())),
            names => names == null ? null : names.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => Enum.Parse<T>(n)).ToList(),
            new ValueComparer<IReadOnlyList<T>?>(
                (a, b) => a == null ? b == null : b != null && a.SequenceEqual(b), names => names == null ? 0 : names.Count, names => names == null ? null : names.ToList()));
        if (column is not null)
        {
            list.HasColumnName(column);
        }
    }
}
