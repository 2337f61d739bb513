using System.Text.Json;
using GmConnect.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Agreements;

internal sealed class SharingAgreementMapping :
    IEntityTypeConfiguration<SharingAgreement>,
    IEntityTypeConfiguration<AgreementVersion>,
    IEntityTypeConfiguration<AgreementParty>,
    IEntityTypeConfiguration<AgreementChange>
{
    private const int ListMaxLength = 400;

    public void Configure(EntityTypeBuilder<SharingAgreement> agreement)
    {
        agreement.Property(a => a.Reference).HasMaxLength(SharingAgreement.ReferenceMaxLength);
        agreement.Property(a => a.Title).HasMaxLength(SharingAgreement.TitleMaxLength);
        agreement.Ignore(a => a.Latest);
        agreement.Ignore(a => a.Standing);
        agreement.HasIndex(a => a.Reference).IsUnique();
        agreement.HasMany(a => a.Versions).WithOne().HasForeignKey(v => v.AgreementId);
        agreement.HasMany(a => a.Suspensions).WithOne().HasForeignKey(s => s.AgreementId);
        agreement.HasMany(a => a.Changes).WithOne().HasForeignKey(c => c.AgreementId);
    }

    public void Configure(EntityTypeBuilder<AgreementVersion> version)
    {
        Listed(version.Property(v => v.Purposes));
        Listed(version.Property(v => v.Categories));
        Listed(version.Property(v => v.Parts));
        version.Property(v => v.DpiaReference).HasMaxLength(AgreementTerms.DpiaReferenceMaxLength);
        version.Property(v => v.RightsContact).HasMaxLength(AgreementTerms.RightsContactMaxLength);
        version.HasIndex(v => new { v.AgreementId, v.Number }).IsUnique();
        version.HasMany(v => v.Parties).WithOne().HasForeignKey(p => p.VersionId);
    }

    public void Configure(EntityTypeBuilder<AgreementParty> party)
    {
        party.Property(p => p.SignedAs).HasMaxLength(AgreementParty.OfficeMaxLength);
        party.Ignore(p => p.Basis);
        party.HasIndex(p => new { p.AgencyId, p.VersionId }).IsUnique();
        party.HasOne<Agency>().WithMany().HasForeignKey(p => p.AgencyId);
    }

    public void Configure(EntityTypeBuilder<AgreementChange> change) =>
        change.Property(c => c.Why).HasMaxLength(SharingAgreement.ReasonMaxLength);

    private static void Listed<T>(PropertyBuilder<IReadOnlyList<T>> list)
        where T : struct, Enum =>
        list.HasMaxLength(ListMaxLength).HasConversion(
            values => JsonSerializer.Serialize(values.Select(v => v.ToString()), JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<List<string>>(json, JsonSerializerOptions.Default)!.Select(Enum.Parse<T>).ToList(),
            new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), values => values.Count, values => values.ToList()));
}
