using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Stories;

internal static class StorySubjects
{
    public static readonly Subject<Story> Story = new(
        DataCategory.StoryDraft,
        stories => stories.Include(s => s.Answers).Include(s => s.Confirmed).AsSplitQuery());
}
