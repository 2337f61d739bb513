using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Auditing;

/// <summary>No key reaches from the seals to the entries: the seal of a destroyed or deleted entry stays.</summary>
internal sealed class SealMapping :
    IEntityTypeConfiguration<UnsealedEntry>, IEntityTypeConfiguration<SealedEntry>, IEntityTypeConfiguration<SealBatch>,
    IEntityTypeConfiguration<EntryDestruction>
{
    public void Configure(EntityTypeBuilder<UnsealedEntry> unsealed)
    {
        unsealed.HasKey(u => u.EntryId);
        unsealed.HasIndex(u => new { u.At, u.EntryId });
    }

    public void Configure(EntityTypeBuilder<SealedEntry> entry)
    {
        entry.HasKey(e => new { e.BatchNumber, e.Position });
        entry.Property(e => e.Salt).HasMaxLength(MerkleTree.SaltLength);
        entry.Property(e => e.Leaf).HasMaxLength(MerkleTree.HashLength);
        entry.HasIndex(e => e.EntryId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SealBatch> batch)
    {
        batch.HasKey(b => b.Number);
        batch.Property(b => b.Number).ValueGeneratedNever();
        batch.Property(b => b.PreviousHash).HasMaxLength(MerkleTree.HashLength);
        batch.Property(b => b.Root).HasMaxLength(MerkleTree.HashLength);
        batch.Property(b => b.Hash).HasMaxLength(MerkleTree.HashLength);
        batch.Property(b => b.KeyId).HasMaxLength(SealBatch.KeyIdLength);
        batch.Property(b => b.Signature).HasMaxLength(SealBatch.SignatureMaxLength);
        batch.HasIndex(b => new { b.AnchoredAt, b.Oldest });
    }

    public void Configure(EntityTypeBuilder<EntryDestruction> destruction)
    {
        destruction.Property(d => d.Rule).HasMaxLength(EntryDestruction.RuleMaxLength);
        destruction.Property(d => d.KeyId).HasMaxLength(SealBatch.KeyIdLength);
        destruction.Property(d => d.Signature).HasMaxLength(SealBatch.SignatureMaxLength);
        destruction.HasIndex(d => d.EntryId).IsUnique();
    }
}
