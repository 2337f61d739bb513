using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Stories;

public class SaveAnswerTests
{
    private const string Question = "needed-now";

    [UseCase]
    public async Task ExecuteAsync_FirstAnswer_IsADraftFromThatMomentAndRecorded(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);

        var entries = await scene.EntriesOfAsync(() => scene.AnswerAsync(Question, "A ramp.\r\nBy Friday. <b>😀</b>\0"));

        Assert.Equal("A ramp.\nBy Friday. <b>😀</b>", (await ReadAsync(scene)).Text);
        var entry = Assert.Single(entries);
        Assert.Equal(
            (scene.AsHelen.AccountId, Role.Delegate, null, AccessKind.Changed, DataCategory.StoryDraft, Purpose.OwnRecord, GroundKind.Delegation, scene.World.Now),
            (entry.AccountId, entry.Role, entry.AgencyId, entry.Kind, entry.Category, entry.Purpose, entry.Ground, entry.At));
        Assert.Equal(scene.HelensDelegation.Id.ToString("N"), entry.GroundFacts);
    }

    [UseCase]
    public async Task ExecuteAsync_TwentyThousandCharacters_AreKeptAndSaidToBeTooLong(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var words = string.Concat(Enumerable.Repeat("أبي ", 4_999)) + "أبي.";

        var saved = await scene.AnswerAsync(Question, words);

        Assert.Equal((true, words.Length), (saved.IsTooLong, saved.Length));
        Assert.Equal(words, (await ReadAsync(scene)).Text);
        Assert.True((await ReadAsync(scene)).IsTooLong);
    }

    [UseCase]
    public async Task ExecuteAsync_LimitInTheMiddleOfAnEmoji_IsStored(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);

        await scene.AnswerAsync(Question, new string('x', Story.AnswerKeptLength - 1) + "😀😀");

        Assert.Equal(Story.AnswerKeptLength - 1, (await ReadAsync(scene)).Text.Length);
    }

    [UseCase]
    public async Task ExecuteAsync_SameSubmitTwice_IsOneAnswer(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);

        var first = await scene.AnswerAsync(Question, "A ramp.");
        var second = await scene.AnswerAsync(Question, "A ramp.");

        Assert.Equal(first, second);
        Assert.Single((await ReadAsync(scene)).Answers);
    }

    [UseCase]
    public async Task ExecuteAsync_EmptyPageContinued_SavesNothingAlsoBesideAnAnswer(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);

        Assert.Null((await scene.AnswerAsync(Question, " ")).AnswerId);
        await scene.AnswerAsync(Question, "A ramp.");
        var saved = await scene.AnswerAsync(Question, "");

        Assert.Equal((null, false), (saved.AnswerId, saved.NeedsAChoice));
        Assert.Equal("A ramp.", Assert.Single((await ReadAsync(scene)).Answers).Text);
    }

    [UseCase]
    public async Task ExecuteAsync_TwoPeopleAtOnce_BothStandWithTheirNamesUntilOneSettles(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await scene.AnswerAsync(Question, "A ramp.", by: scene.AsHelen);

        var second = await scene.AnswerAsync(Question, "A bed downstairs.", by: scene.AsGeorge);

        Assert.True(second.NeedsAChoice);
        var shown = await ReadAsync(scene);
        Assert.Equal(
            [(scene.AsHelen.DisplayName, "A ramp."), (scene.AsGeorge.DisplayName, "A bed downstairs.")],
            shown.Answers.Select(a => (a.By, a.Text)));
        var settled = Expect.Value(await scene.The<SaveAnswer>().ExecuteAsync(
            scene.GeorgesId, new AnswerTyped(Question, "Both.", null, [.. shown.Answers.Select(a => a.Id)]), scene.AsHelen));
        Assert.False(settled.NeedsAChoice);
        Assert.Equal("Both.", Assert.Single((await ReadAsync(scene)).Answers).Text);
    }

    [UseCase]
    public async Task ExecuteAsync_SettledWithoutAnAnswerThatArrivedMeanwhile_NeedsAChoiceAgain(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await scene.AnswerAsync(Question, "A ramp.", by: scene.AsHelen);
        await scene.AnswerAsync(Question, "A rail.", by: scene.AsGeorge);
        var shown = await ReadAsync(scene);
        await scene.AnswerAsync(Question, "A bed downstairs.", by: scene.AsGeorge);

        var settled = Expect.Value(await scene.The<SaveAnswer>().ExecuteAsync(
            scene.GeorgesId, new AnswerTyped(Question, "Both.", null, [.. shown.Answers.Select(a => a.Id)]), scene.AsHelen));

        Assert.True(settled.NeedsAChoice);
        Assert.Equal(["A bed downstairs.", "Both."], (await ReadAsync(scene)).Answers.Select(a => a.Text).Order());
    }

    [UseCase]
    public async Task ExecuteAsync_ManyAtTheSameMoment_LoseNothing(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var words = Enumerable.Range(0, 8).Select(n => $"Words {n}").ToList();

        await Task.WhenAll(words.Select((text, n) =>
            Task.Run(() => scene.AnswerAsync(Question, text, by: n % 2 == 0 ? scene.AsHelen : scene.AsGeorge))));

        Assert.Equal(words.Order(), (await ReadAsync(scene)).Answers.Select(a => a.Text).Order());
        Assert.Equal(1, await scene.World.ReadAsync(database => database.Set<Story>().CountAsync()));
    }

    [UseCase]
    public async Task ExecuteAsync_UnknownQuestion_IsNotFound(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);

        Expect.Refused<NotFound, AnswerSaved>(await scene.The<SaveAnswer>().ExecuteAsync(
            scene.GeorgesId, new AnswerTyped("no-such-question", "x", null), scene.AsHelen));
    }

    private static async Task<QuestionShown> ReadAsync(Scene scene) =>
        Expect.Value(await scene.The<ReadStory>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Find(StoryQuestions.Find(Question)!)!;
}
