using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;
using PartnerAnswer = GmConnect.Domain.Exchange.PartnerAnswer;

namespace GmConnect.Tests.Domain.Exchange;

public class TakePartnerAnswerTests
{
    [UseCase]
    public async Task AnswersLater_ThenAcceptsAndIsDone_AsTheFamilySees(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        var token = await DeliverAsync(scene, partner);

        Assert.Equal(ProgressStep.Received, await StepAsync(scene));
        Expect.Done(await AnswerAsync(scene, token, PartnerAnswer.Accepted));
        Assert.Equal(ProgressStep.Acting, await StepAsync(scene));
        Expect.Done(await AnswerAsync(scene, token, PartnerAnswer.Done));
        Assert.Equal(ProgressStep.Done, await StepAsync(scene));
        Expect.Done(await AnswerAsync(scene, token, PartnerAnswer.Accepted));
        Assert.Equal(ProgressStep.Done, await StepAsync(scene));
    }

    [UseCase]
    public async Task TheSameAnswerTwice_IsOne(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        var token = await DeliverAsync(scene, partner);

        Expect.Done(await AnswerAsync(scene, token, PartnerAnswer.Refused, "Not our area"));
        var settled = (await partner.MessageAsync()).SettledAt;
        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Expect.Done(await AnswerAsync(scene, token, PartnerAnswer.Refused, "Not our area"));

        var message = await partner.MessageAsync();
        Assert.Equal((MessageStatus.RefusedByPartner, "Not our area", settled), (message.Status, message.PartnerReason, message.SettledAt));
    }

    [UseCase]
    public async Task Token_IsForItsEventOnly_AndForThirtyDays(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        await using var other = await Connected.ToAsync(scene);
        other.System.Answer = SurvivingPartner.AnswersLater;
        await scene.TellStoryAsync();
        await scene.ShareAsync(partner.Agency, other.Agency);
        await partner.DeliverAsync();
        await other.DeliverAsync();

        Expect.Done(await AnswerAsync(scene, Connected.TokenIn(partner.System.Deliveries[0]), PartnerAnswer.Done));

        Assert.Equal(MessageStatus.Done, (await partner.MessageAsync()).Status);
        Assert.Equal(MessageStatus.AnswerAwaited, (await other.MessageAsync()).Status);
        Expect.Refused<NotFound>(await AnswerAsync(scene, "a-token-that-nobody-was-given", PartnerAnswer.Done));
        scene.World.Clock.Advance(TimeSpan.FromDays(31));
        Expect.Refused<PartnerAnswerTooLate>(await AnswerAsync(scene, Connected.TokenIn(other.System.Deliveries[0]), PartnerAnswer.Done));
    }

    [UseCase]
    public async Task AnswerThatOvertakesTheReply_Stands_AndTheMessageIsNotSentAgain(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        partner.System.Answer = async request =>
        {
            Expect.Done(await AnswerAsync(scene, Connected.TokenIn(partner.System.Deliveries[0]), PartnerAnswer.Accepted));
            await SurvivingPartner.Breaks(request);
        };
        await scene.TellStoryAsync();
        await scene.ShareAsync(partner.Agency);

        Assert.Equal(1, await partner.DeliverAsync());

        Assert.Equal(MessageStatus.Acting, (await partner.MessageAsync()).Status);
        Assert.Null(await scene.BodyOfAsync(await partner.MessageAsync()));
        Assert.Equal(0, await partner.DeliverAgainAsync());
    }

    private static async Task<string> DeliverAsync(Scene scene, Connected partner)
    {
        partner.System.Answer = SurvivingPartner.AnswersLater;
        await scene.TellStoryAsync();
        await scene.ShareAsync(partner.Agency);
        await partner.DeliverAsync();

        return Connected.TokenIn(partner.System.Deliveries[0]);
    }

    private static Task<Outcome> AnswerAsync(Scene scene, string token, PartnerAnswer answer, string? reason = null) =>
        scene.The<TakePartnerAnswer>().ExecuteAsync(token, answer, reason);

    private static async Task<ProgressStep> StepAsync(Scene scene) =>
        Assert.Single(Expect.Value(await scene.The<ReadPermissions>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Permissions).Progress.Step;
}
