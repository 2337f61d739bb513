using GmConnect.Domain.Agencies;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Cases;

internal sealed class CaseNoteMapping :
    IEntityTypeConfiguration<CaseNote>,
    IEntityTypeConfiguration<CaseDocument>,
    IEntityTypeConfiguration<CaseDocumentContent>
{
    public void Configure(EntityTypeBuilder<CaseNote> note)
    {
        note.Property(n => n.Words).HasMaxLength(CaseNote.WordsMaxLength);
        note.Property(n => n.StruckOutBecause).HasMaxLength(CaseNote.ReasonMaxLength);
        // The timeline reads the newest of a case first.
        note.HasIndex(n => new { n.CaseFileId, n.At });
        note.HasIndex(n => n.ResidentId);
        note.HasOne<Resident>().WithMany().HasForeignKey(n => n.ResidentId);
        note.HasOne<CaseFile>().WithMany().HasForeignKey(n => n.CaseFileId);
        note.HasOne<Agency>().WithMany().HasForeignKey(n => n.AgencyId);
    }

    public void Configure(EntityTypeBuilder<CaseDocument> document)
    {
        document.Property(d => d.Title).HasMaxLength(CaseDocument.TitleMaxLength);
        document.Property(d => d.RemovedBecause).HasMaxLength(CaseDocument.ReasonMaxLength);
        document.HasIndex(d => new { d.CaseFileId, d.AddedAt });
        document.HasIndex(d => d.ResidentId);
        document.HasIndex(d => d.KeepUntil);
        document.HasOne<Resident>().WithMany().HasForeignKey(d => d.ResidentId);
        document.HasOne<CaseFile>().WithMany().HasForeignKey(d => d.CaseFileId);
        document.HasOne<Agency>().WithMany().HasForeignKey(d => d.AgencyId);
    }

    public void Configure(EntityTypeBuilder<CaseDocumentContent> content)
    {
        content.HasIndex(c => c.ResidentId);
        content.HasOne<Resident>().WithMany().HasForeignKey(c => c.ResidentId);
        content.HasOne<CaseDocument>().WithOne().HasForeignKey<CaseDocumentContent>(c => c.CaseDocumentId);
    }
}
