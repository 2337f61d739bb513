using GmConnect.Domain.Common;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Sharing;

/// <summary>What the family is about to allow one agency: a draft until they confirm it.</summary>
public sealed class ShareChoice : IConcernsResident<ShareChoice>, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<ShareChoice> Subject { get; } = new(DataCategory.Consent);

    public required Guid AgencyId { get; init; }

    public Purpose? Purpose { get; set; }

    /// <summary>The last day, in London.</summary>
    public DateOnly? LastDay { get; set; }

    public IReadOnlyList<StoryPartKind> Parts { get; set; } = [];

    public Guid Version { get; set; }
}
