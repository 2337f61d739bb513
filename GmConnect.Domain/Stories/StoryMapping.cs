using System.Text.Json;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Stories;

internal sealed class StoryMapping :
    IEntityTypeConfiguration<Story>, IEntityTypeConfiguration<StoryAnswer>, IEntityTypeConfiguration<ConfirmedPart>
{
    public void Configure(EntityTypeBuilder<Story> story)
    {
        story.Property(s => s.Reference).HasMaxLength(Story.ReferenceMaxLength);
        story.HasIndex(s => s.Reference).IsUnique();
        story.HasIndex(s => s.ResidentId).IsUnique();
        story.HasOne<Resident>().WithMany().HasForeignKey(s => s.ResidentId);
        story.HasMany(s => s.Answers).WithOne().HasForeignKey(a => a.StoryId);
        story.HasMany(s => s.Confirmed).WithOne().HasForeignKey(p => p.StoryId);
    }

    public void Configure(EntityTypeBuilder<StoryAnswer> answer)
    {
        answer.Property(a => a.Question).HasMaxLength(StoryAnswer.QuestionMaxLength);
        answer.Ignore(a => a.IsTooLong);
    }

    public void Configure(EntityTypeBuilder<ConfirmedPart> part)
    {
        part.Property(p => p.SupportedBy).HasMaxLength(ConfirmedPart.SupportedByMaxLength);
        part.Property(p => p.Words).HasConversion(
            words => JsonSerializer.Serialize(words, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<List<StoryWords>>(json, JsonSerializerOptions.Default)!,
            new ValueComparer<IReadOnlyList<StoryWords>>(
                (a, b) => a!.SequenceEqual(b!), words => words.Count, words => words));
        part.HasIndex(p => new { p.ResidentId, p.Part, p.Number }).IsUnique();
        part.HasOne<Resident>().WithMany().HasForeignKey(p => p.ResidentId);
    }
}
