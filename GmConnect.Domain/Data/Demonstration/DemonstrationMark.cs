using GmConnect.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>
/// Says that this database holds the demonstration world and how far its seeding came. Written with the first rows and
/// moved with each batch, in the batch's own save: a seeding that was killed goes on where it stopped, as of the same day.
/// </summary>
internal sealed class DemonstrationMark : IVersioned
{
    public static readonly Guid OnlyId = new("0d3e0000-0000-7000-8000-000000000001");

    public Guid Id { get; init; } = OnlyId;

    public required int Seed { get; init; }

    public required int Residents { get; init; }

    /// <summary>The London day that all its dates are relative to.</summary>
    public required DateOnly SeededOn { get; init; }

    public int ResidentsWritten { get; set; }

    public Guid Version { get; set; }

    public bool IsComplete => ResidentsWritten == Residents;
}

internal sealed class DemonstrationMarkMapping : IEntityTypeConfiguration<DemonstrationMark>
{
    public void Configure(EntityTypeBuilder<DemonstrationMark> mark)
    {
        mark.ToTable("DemonstrationMark");
        mark.Ignore(m => m.IsComplete);
    }
}
