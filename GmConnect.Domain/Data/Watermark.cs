using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Data;

/// <summary>How far work that the clock asks for has come, so that no moment is lost while the service was down.</summary>
public sealed class Watermark : Common.IVersioned
{
    public const int NameMaxLength = 60;

    public required string Name { get; init; }

    public required DateTime At { get; set; }

    public Guid Version { get; set; }

    /// <summary>In the save of the work that it stands for.</summary>
    internal static async Task MoveAsync(GmConnectDbContext database, string name, DateTime to, CancellationToken cancellationToken)
    {
        if (await database.Watermarks.SingleOrDefaultAsync(w => w.Name == name, cancellationToken) is { } mark)
        {
            mark.At = to;
        }
        else
        {
            database.Add(new Watermark { Name = name, At = to });
        }
    }
}

internal sealed class WatermarkMapping : IEntityTypeConfiguration<Watermark>
{
    public void Configure(EntityTypeBuilder<Watermark> mark)
    {
        mark.HasKey(m => m.Name);
        mark.Property(m => m.Name).HasMaxLength(Watermark.NameMaxLength);
    }
}
