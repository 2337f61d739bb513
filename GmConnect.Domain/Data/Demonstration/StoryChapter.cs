using GmConnect.Domain.Auditing;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>A family tells its story, over an evening or over days, and confirms it or not yet.</summary>
internal static class StoryChapter
{
    public static Story Tell(Chronicle chronicle, bool whole)
    {
        var (chance, time) = (chronicle.Chance, chronicle.Time);
        var story = new Story { Id = chronicle.Id("story"), ResidentId = chronicle.ResidentId, Reference = chronicle.NextReference() };
        chronicle.Rows.Add(story);
        foreach (var (question, text) in StoryTexts.Of(chronicle.Household, chronicle.Situation, time.Today, whole, chance))
        {
            Write(chronicle, story, question, text, null);
            if (chance.Bool(0.1f))
            {
                time.After(1, 3);
                chronicle.FamilyDid(AccessKind.Changed, DataCategory.StoryDraft);
            }
        }

        chronicle.FamilyDid(AccessKind.Changed, DataCategory.StoryDraft);

        return story;
    }

    public static void Confirm(Chronicle chronicle, Story story)
    {
        chronicle.Time.Soon();
        var delegation = chronicle.Household.Delegation;
        var supportedBy = delegation is null ? null : $"{chronicle.Household.Teller!.DisplayName}, {delegation.Relationship}";
        var confirmed = story.Confirm(StoryQuestions.Parts, supportedBy, chronicle.ByFamily);
        foreach (var part in confirmed.Value ?? [])
        {
            part.Give(chronicle.Id($"{part.Part} {part.Number}"));
        }

        chronicle.FamilyDid(AccessKind.Changed, DataCategory.StoryDraft);
    }

    /// <summary>Something changed at home: the new words flow to whoever may see that part.</summary>
    public static void TellMore(Chronicle chronicle, Story story)
    {
        var question = StoryQuestions.Find("needed-now")!;
        var before = story.Standing(question.Key)[^1];
        Write(chronicle, story, question, $"{before.Text} And please tell us before somebody new comes.", before.Id);
        Confirm(chronicle, story);
    }

    /// <summary>Two people of the family wrote the same answer at once; they have yet to choose.</summary>
    public static void WriteTwice(Chronicle chronicle, Story story)
    {
        var question = StoryQuestions.Find(story.Answers[0].Question)!;
        Write(chronicle, story, question, $"{story.Answers[0].Text} We talked about it again on Sunday.", null);
    }

    private static void Write(Chronicle chronicle, Story story, StoryQuestion question, string text, Guid? seen)
    {
        chronicle.Time.Soon();
        story.Save(question, text, seen, chronicle.ByFamily).Give(chronicle.Id($"answer {story.Answers.Count}"), story);
    }
}
