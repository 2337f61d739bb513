using GmConnect.Domain.Common;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Stories;

public class StoryTests
{
    private static readonly StoryQuestion _question = StoryQuestions.Find("needed-now")!;
    private static readonly Guid _helen = Guid.CreateVersion7();

    private readonly Story _story = new() { ResidentId = Guid.CreateVersion7(), Reference = Reference.New() };
    private int _seconds;

    [Fact]
    public void Save_InSightOfTheEarlier_ReplacesIt()
    {
        var first = Save("A ramp.", seen: null);

        var second = Save("A ramp and a rail.", first.Id);

        Assert.Equal(second, Assert.Single(_story.Standing(_question.Key)));
        Assert.Equal(second.Id, first.ReplacedBy);
    }

    [Fact]
    public void Save_NotInSightOfTheEarlier_BothStand()
    {
        var first = Save("A ramp.", seen: null);

        var second = Save("A bed downstairs.", seen: null);

        Assert.Equal([first, second], _story.Standing(_question.Key));
    }

    [Fact]
    public void Save_InSightOfWhatWasReplacedMeanwhile_BothStand()
    {
        var first = Save("A ramp.", seen: null);
        var second = Save("A ramp and a rail.", first.Id);

        var third = Save("A ramp by Friday.", first.Id);

        Assert.Equal([second, third], _story.Standing(_question.Key));
    }

    [Fact]
    public void Save_SameWordsAgain_IsOneAnswer()
    {
        var first = Save("A ramp.", seen: null);

        Assert.Same(first, Save(" A ramp.\r\n", seen: null));
        Assert.Same(first, Save("A ramp.", first.Id));
        Assert.Single(_story.Answers);
    }

    /// <summary>Two tabs: one changes the answer, the other is continued as it was shown.</summary>
    [Fact]
    public void Save_PageLeftAsItWasShown_DoesNotBringOldWordsBack()
    {
        var first = Save("A ramp.", seen: null);
        var second = Save("A ramp and a rail.", first.Id);

        Save("A ramp.", first.Id);

        Assert.Equal(second, Assert.Single(_story.Standing(_question.Key)));
    }

    /// <summary>Of two that stand, one is rewritten into the other: nothing is left to choose.</summary>
    [Fact]
    public void Save_WordsThatStandAlready_ReplaceWhatWasSeen()
    {
        var first = Save("A ramp.", seen: null);
        var second = Save("A rail.", seen: null);

        Save("A ramp.", second.Id);

        Assert.Equal(first, Assert.Single(_story.Standing(_question.Key)));
    }

    [Fact]
    public void Save_EmptiedAnswer_Stands()
    {
        var first = Save("A ramp.", seen: null);

        Save("  ", first.Id);

        Assert.Equal("", Assert.Single(_story.Standing(_question.Key)).Text);
    }

    [Theory]
    [InlineData("", false, true)]
    [InlineData(" \r\n", false, true)]
    [InlineData("words", false, false)]
    [InlineData("", true, false)]
    public void WouldSaveNothing_IsAnEmptyPageOfSomebodyWhoSawNoAnswer(string typed, bool sawAnAnswer, bool nothing)
    {
        Save("A ramp.", seen: null);

        Assert.Equal(nothing, _story.WouldSaveNothing(_question, typed, sawAnAnswer));
    }

    [Theory]
    [InlineData(10_000, 10_000, false)]
    [InlineData(10_001, 10_001, true)]
    [InlineData(100_000, 100_000, true)]
    [InlineData(100_001, 100_000, true)]
    public void Save_LongAnswer_IsKeptUpToALimitAndSaidToBeTooLong(int typed, int kept, bool isTooLong)
    {
        var saved = Save(new string('م', typed), seen: null);

        Assert.Equal((kept, isTooLong), (saved.Text.Length, saved.IsTooLong));
    }

    /// <summary>Half an emoji cannot be stored: PostgreSQL would refuse the whole answer.</summary>
    [Fact]
    public void Save_LimitInTheMiddleOfAnEmoji_KeepsWholeCharacters()
    {
        var saved = Save(new string('x', Story.AnswerKeptLength - 1) + "😀", seen: null);

        Assert.Equal(new string('x', Story.AnswerKeptLength - 1), saved.Text);
    }

    [Fact]
    public void Settle_OfTwo_LeavesTheWordsGivenAlone()
    {
        var first = Save("A ramp.", seen: null);
        var second = Save("A rail.", seen: null);

        var settled = _story.Settle(_question, "A ramp and a rail.", [first.Id, second.Id], Stamp());

        Assert.Equal(settled, Assert.Single(_story.Standing(_question.Key)));
        Assert.All([first, second], replaced => Assert.Equal(settled.Id, replaced.ReplacedBy));
        Assert.Equal(3, _story.Answers.Count);
    }

    [Fact]
    public void Settle_Twice_IsOneAnswer()
    {
        Guid[] shown = [Save("A ramp.", seen: null).Id, Save("A rail.", seen: null).Id];

        var settled = _story.Settle(_question, "Both.", shown, Stamp());

        Assert.Same(settled, _story.Settle(_question, "Both.", shown, Stamp()));
        Assert.Equal(settled, Assert.Single(_story.Standing(_question.Key)));
        Assert.Equal(3, _story.Answers.Count);
    }

    /// <summary>Nobody chose it: it waits for a choice beside the words that were chosen.</summary>
    [Fact]
    public void Settle_WithoutAnAnswerThatArrivedMeanwhile_LeavesThatOneStanding()
    {
        Guid[] shown = [Save("A ramp.", seen: null).Id, Save("A rail.", seen: null).Id];
        var arrived = Save("A bed downstairs.", seen: null);

        var settled = _story.Settle(_question, "A ramp and a rail.", shown, Stamp());

        Assert.Equal([arrived, settled], _story.Standing(_question.Key));
    }

    /// <summary>Two settle at once: the slower one's words do not silently take the place of the quicker one's.</summary>
    [Fact]
    public void Settle_AfterAnotherSettledOtherwise_BothStand()
    {
        Guid[] shown = [Save("A ramp.", seen: null).Id, Save("A rail.", seen: null).Id];
        var first = _story.Settle(_question, "A ramp.", shown, Stamp());

        var second = _story.Settle(_question, "A ramp and a rail.", shown, Stamp());

        Assert.Equal([first, second], _story.Standing(_question.Key));
    }

    [Fact]
    public void Settle_LongAnswer_IsKeptUpToTheSameLimit() => Assert.Equal(
        Story.AnswerKeptLength, _story.Settle(_question, new string('x', 200_000), [], Stamp()).Text.Length);

    [Fact]
    public void Confirm_CountsVersionsPerPartAndLeavesUnchangedPartsAlone()
    {
        var first = Save("A ramp.", seen: null);
        _story.Save(StoryQuestions.Find("medicines")!, "Injections.", null, Stamp());

        Assert.Equal([StoryPartKind.WhatIsNeededNow, StoryPartKind.Medicines], Confirm().Select(p => p.Part));
        Assert.Empty(Confirm());
        Save("A rail.", first.Id);
        var changed = Assert.Single(Confirm());

        Assert.Equal((StoryPartKind.WhatIsNeededNow, 2), (changed.Part, changed.Number));
        Assert.Equal(2, _story.Latest(StoryPartKind.WhatIsNeededNow)!.Number);
        Assert.Equal(1, _story.Latest(StoryPartKind.Medicines)!.Number);
        Assert.Equal("A ramp.", _story.Confirmed.Single(p => p.Part == changed.Part && p.Number == 1).Words[0].Text);
    }

    [Fact]
    public void Confirm_EmptiedAnswer_IsAVersionWithoutIt()
    {
        var first = Save("A ramp.", seen: null);
        Confirm();
        Save("", first.Id);

        Assert.Empty(Assert.Single(Confirm()).Words);
        Assert.Empty(Confirm());
    }

    [Fact]
    public void Confirm_AnswerTooLong_IsRefusedWithItsLengthAndKeepsIt()
    {
        Save(new string('x', Story.AnswerMaxLength + 1), seen: null);

        var refusal = Expect.Refused<StoryAnswerTooLong, IReadOnlyList<ConfirmedPart>>(_story.Confirm(StoryQuestions.Parts, null, Stamp()));

        Assert.Equal((_question.Key, Story.AnswerMaxLength + 1, Story.AnswerMaxLength), (refusal.Question, refusal.Length, refusal.Limit));
        Assert.Empty(_story.Confirmed);
        Assert.Single(_story.Answers);
    }

    [Fact]
    public void Confirm_TwoAnswersStand_IsRefusedUntilOneIsChosen()
    {
        Guid[] shown = [Save("A ramp.", seen: null).Id, Save("A rail.", seen: null).Id];

        Assert.Equal(_question.Key, Expect.Refused<StoryAnswerWrittenTwice, IReadOnlyList<ConfirmedPart>>(_story.Confirm(StoryQuestions.Parts, null, Stamp())).Question);
        _story.Settle(_question, "Both.", shown, Stamp());

        Assert.Single(Confirm());
    }

    [Fact]
    public void Confirm_NothingWritten_IsRefused() =>
        Expect.Refused<StoryHasNoAnswers, IReadOnlyList<ConfirmedPart>>(_story.Confirm(StoryQuestions.Parts, null, Stamp()));

    [Fact]
    public void Questions_OfAboutMe_AreTheSevenHeadingsOfTheStandardInOnePart()
    {
        Assert.Equal(7, StoryQuestions.Of(StoryPartKind.AboutMe).Count());
        Assert.All(StoryQuestions.Parts, part => Assert.NotEmpty(StoryQuestions.Of(part)));
        Assert.Equal(StoryQuestions.All.Count, StoryQuestions.All.Select(q => q.Key).Distinct().Count());
        Assert.All(StoryQuestions.All, q => Assert.True(q.Key.Length <= StoryAnswer.QuestionMaxLength));
    }

    private StoryAnswer Save(string? typed, Guid? seen) => _story.Save(_question, typed, seen, Stamp());

    private IReadOnlyList<ConfirmedPart> Confirm() => Expect.Value(_story.Confirm(StoryQuestions.Parts, "Helen, daughter", Stamp()));

    private Stamp Stamp() => new(_helen, World.Start.UtcDateTime.AddSeconds(_seconds++));
}
