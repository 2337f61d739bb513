using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GmConnect.Domain.ComingOfAge;

/// <summary>That a young person, and who acts for them, were told of a birthday that changes rights: once for each step.</summary>
public sealed class BirthdayNotice : IConcernsResident<BirthdayNotice>
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<BirthdayNotice> Subject { get; } = new(DataCategory.Rights);

    public required int Age { get; init; }

    public required int MonthsBefore { get; init; }

    public required DateTime DueAt { get; init; }

    public required DateTime WrittenAt { get; init; }
}

internal sealed class BirthdayNoticeMapping : IEntityTypeConfiguration<BirthdayNotice>
{
    public void Configure(EntityTypeBuilder<BirthdayNotice> notice)
    {
        notice.HasIndex(n => new { n.ResidentId, n.Age, n.MonthsBefore }).IsUnique();
        notice.HasOne<Resident>().WithMany().HasForeignKey(n => n.ResidentId);
    }
}
