using System.Text.Json;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Domain.Exchange;

/// <summary>Over real HTTP to a partner that really listens.</summary>
public class DeliverMessagesTests
{
    private static readonly Actor Administrator = new(Guid.CreateVersion7(), "Administrator", Role.Administrator);

    [UseCase]
    public async Task Accepted_IsDeliveredOnce_TheBodyErased_AndTheFamilyCanReadThatItWasSent(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        await ShareAsync(scene, partner);

        var entries = await scene.EntriesOfAsync(async () => Assert.Equal(1, await partner.DeliverAsync()));

        var delivery = Assert.Single(partner.System.Deliveries);
        var message = await partner.MessageAsync();
        Assert.Equal((MessageStatus.Delivered, 1), (message.Status, message.Attempts));
        Assert.Equal(message.Id.ToString(), delivery.Key);
        Assert.Null(await scene.BodyOfAsync(message));
        var sent = Assert.Single(entries);
        Assert.Equal((AccessKind.Sent, partner.Id, Channel.Exchange), (sent.Kind, sent.AgencyId!.Value, sent.Channel));
        Assert.Equal(StoryQuestions.Parts, sent.PartsSeen);
        Assert.Equal(0, await partner.DeliverAsync());
    }

    [UseCase]
    public async Task Event_IsSignedCloudEvent_WithThePermittedPartsOnly(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        await scene.TellStoryAsync();
        await scene.ShareAsync(new Given(partner.Agency, [StoryPartKind.Equipment]));

        await partner.DeliverAsync();

        var delivery = Assert.Single(partner.System.Deliveries);
        var secret = await scene.World.ReadAsync(database => database.PartnerSystems.Select(p => p.Secret).SingleAsync());
        Assert.Equal(
            PostToPartner.Signature(secret, delivery.Key!, delivery.Headers["webhook-timestamp"], delivery.Body),
            delivery.Headers["webhook-signature"]);
        Assert.StartsWith("application/cloudevents+json", delivery.Headers["Content-Type"]);
        using var json = JsonDocument.Parse(delivery.Body);
        Assert.Equal("1.0", json.RootElement.GetProperty("specversion").GetString());
        Assert.Equal(delivery.Key, json.RootElement.GetProperty("id").GetString());
        Assert.Contains(Scene.WordsOf(StoryPartKind.Equipment), delivery.Body);
        Assert.DoesNotContain(Scene.WordsOf(StoryPartKind.Medicines), delivery.Body);
    }

    [UseCase]
    [Row("hangs", "timeout")]
    [Row("returns 500", "http-500")]
    [Row("returns HTML", "not-json")]
    [Row("returns 10 MB", "reply-too-long")]
    [Row("is down", "net-ConnectionError")]
    public async Task PartnerThat_HangsReturns500HtmlOr10MB_IsSentTheSameAgainUntilItTakesIt(DatabaseProvider provider, string how, string failure)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        await ShareAsync(scene, partner);
        partner.System.Answer = how switch
        {
            "returns 500" => SurvivingPartner.Breaks,
            "returns HTML" => SurvivingPartner.SpeaksHtml,
            "returns 10 MB" => SurvivingPartner.Floods,
            _ => SurvivingPartner.Hangs
        };
        if (how == "is down")
        {
            await partner.System.GoDownAsync();
        }

        var attempt = partner.DeliverAsync();
        if (how == "hangs")
        {
            await partner.System.ReceivedAsync();
            scene.World.Clock.Advance(TimeSpan.FromSeconds(11));
        }

        Assert.Equal(1, await attempt);
        var waiting = await partner.MessageAsync();
        Assert.Equal((MessageStatus.Waiting, failure), (waiting.Status, waiting.LastFailure));
        Assert.NotNull(await scene.BodyOfAsync(waiting));
        Assert.Equal(0, await partner.DeliverAsync());

        if (how == "is down")
        {
            await partner.System.ComeUpAsync();
        }

        partner.System.Answer = SurvivingPartner.Accepts;
        Assert.Equal(1, await partner.DeliverAgainAsync());
        Assert.Equal(MessageStatus.Delivered, (await partner.MessageAsync()).Status);
        Assert.Single(partner.System.Deliveries.Select(d => (d.Key, d.Body)).Distinct());
        Assert.Single(await scene.EntriesAsync(), e => e.Kind is AccessKind.Sent);
    }

    [UseCase]
    public async Task TooManyRequests_WaitsAsLongAsAsked(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        await ShareAsync(scene, partner);
        partner.System.Answer = request =>
        {
            request.Response.Headers.RetryAfter = "1200";

            return SurvivingPartner.Says(StatusCodes.Status429TooManyRequests)(request);
        };

        await partner.DeliverAsync();

        var message = await partner.MessageAsync();
        Assert.Equal((MessageStatus.Waiting, scene.World.Now.AddMinutes(20)), (message.Status, message.NextAttemptAt));
    }

    [UseCase]
    public async Task Refused_KeepsTheReasonForTheFamily(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        await ShareAsync(scene, partner);
        partner.System.Answer = SurvivingPartner.Refuses("We only serve Bolton");

        await partner.DeliverAsync();

        var shown = Expect.Value(await scene.The<ReadPermissions>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));
        var progress = Assert.Single(shown.Permissions).Progress;
        Assert.Equal((ProgressStep.Refused, "We only serve Bolton"), (progress.Step, progress.Reason));
        Assert.Null(await scene.BodyOfAsync(await partner.MessageAsync()));
    }

    [UseCase]
    public async Task NotUnderstood_IsADeadLetter_ThatAnAdministratorSeesAsAnEnvelopeAndSendsAgain(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        await ShareAsync(scene, partner);
        partner.System.Answer = SurvivingPartner.Says(StatusCodes.Status400BadRequest);
        await partner.DeliverAsync();

        var exchange = scene.The<ListMessages>();
        var dead = Assert.Single(Expect.Value(await exchange.ExecuteAsync(Administrator)).Dead);
        Assert.Equal((partner.Agency.Agency.Name, "http-400"), (dead.Agency, dead.LastFailure));
        Assert.DoesNotContain(scene.George.FamilyName, JsonSerializer.Serialize(dead));
        Expect.Refused<NotFound>(await exchange.ResendAsync(dead.MessageId, partner.Agency.AsWorker));

        partner.System.Answer = SurvivingPartner.Accepts;
        Expect.Done(await exchange.ResendAsync(dead.MessageId, Administrator));
        Expect.Refused<MessageNotDead>(await exchange.ResendAsync(dead.MessageId, Administrator));
        Assert.Equal(1, await partner.DeliverAsync());
        Assert.Equal(MessageStatus.Delivered, (await partner.MessageAsync()).Status);
        Assert.Single(partner.System.Deliveries.Select(d => (d.Key, d.Body)).Distinct());
    }

    [UseCase]
    public async Task SentAgain_IsRecordedWithWhoAndWhen_EachTime(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        var (ada, ben) = (await scene.AddAsync(A.Account(Role.Administrator, "Ada Lane")), await scene.AddAsync(A.Account(Role.Administrator, "Ben Roe")));
        await ShareAsync(scene, partner);
        partner.System.Answer = SurvivingPartner.Says(StatusCodes.Status400BadRequest);
        await partner.DeliverAsync();
        var (message, exchange, first) = ((await partner.MessageAsync()).Id, scene.The<ListMessages>(), scene.World.Now);

        Expect.Refused<NotFound>(await exchange.ResendAsync(message, partner.Agency.AsWorker));
        Expect.Done(await exchange.ResendAsync(message, ada));
        Expect.Refused<MessageNotDead>(await exchange.ResendAsync(message, ben));
        await partner.DeliverAsync();
        scene.World.Clock.Advance(TimeSpan.FromMinutes(5));
        Expect.Done(await exchange.ResendAsync(message, ben));
        await partner.DeliverAsync();

        var recorded = await scene.World.ReadAsync(database => database.Set<Resending>().OrderBy(r => r.At).ToListAsync());
        Assert.Equal([(message, ada.AccountId, first), (message, ben.AccountId, scene.World.Now)], recorded.Select(r => (r.MessageId, r.By, r.At)));
        var dead = Assert.Single(Expect.Value(await exchange.ExecuteAsync(ada)).Dead);
        Assert.Equal(new ResendingShown("Ben Roe", scene.World.Now), dead.Resent);
    }

    [UseCase]
    public async Task AfterTheLastAttempt_ItIsADeadLetter(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider, with: services => services.Configure<ExchangeOptions>(o => o.MaxAttempts = 3));
        await using var partner = await Connected.ToAsync(scene);
        await ShareAsync(scene, partner);
        partner.System.Answer = SurvivingPartner.Breaks;

        await partner.DeliverAsync();
        await partner.DeliverAgainAsync();
        await partner.DeliverAgainAsync();

        Assert.Equal((MessageStatus.Dead, 3), ((await partner.MessageAsync()).Status, partner.System.Deliveries.Count));
    }

    [UseCase]
    public async Task SecondMessageAboutTheSameResident_WaitsForTheFirst(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        await ShareAsync(scene, partner);
        await scene.RewriteAsync("needed-now", "A ramp at the back door.");
        await scene.ConfirmAsync();
        partner.System.Answer = SurvivingPartner.Breaks;

        Assert.Equal(1, await partner.DeliverAsync());
        partner.System.Answer = SurvivingPartner.Accepts;
        Assert.Equal(2, await partner.DeliverAgainAsync());

        var (first, second) = ((await scene.MessagesToAsync(partner.Agency))[0].Id, (await scene.MessagesToAsync(partner.Agency))[1].Id);
        Assert.Equal([$"{first}", $"{first}", $"{second}"], partner.System.Deliveries.Select(d => d.Key));
    }

    [UseCase]
    public async Task Withdrawn_WhileQueued_IsCancelledItsBodyErased_AndOnlyTheNoticeIsSent(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        await ShareAsync(scene, partner);

        Expect.Done(await scene.WithdrawAsync(partner.Agency));
        var cancelled = (await scene.MessagesToAsync(partner.Agency))[0];
        Assert.Equal(MessageStatus.Cancelled, cancelled.Status);
        Assert.Null(await scene.BodyOfAsync(cancelled));

        Assert.Equal(1, await partner.DeliverAsync());
        var notice = Assert.Single(partner.System.Deliveries);
        Assert.Contains("consent.withdrawn", notice.Body);
        Assert.DoesNotContain(scene.George.FamilyName, notice.Body);
    }

    [UseCase]
    public async Task Withdrawn_WhileARequestIsUnderWay_CountsAsSentAndTheNoticeFollows(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        await ShareAsync(scene, partner);
        var withdrawn = new TaskCompletionSource();
        partner.System.Answer = async request =>
        {
            await withdrawn.Task;
            await SurvivingPartner.Accepts(request);
        };

        var delivering = partner.DeliverAsync();
        await partner.System.ReceivedAsync();
        Expect.Done(await scene.WithdrawAsync(partner.Agency));
        Assert.Equal(MessageStatus.Sending, (await scene.MessagesToAsync(partner.Agency))[0].Status);
        withdrawn.SetResult();

        Assert.Equal(2, await delivering);
        var messages = await scene.MessagesToAsync(partner.Agency);
        Assert.Equal([MessageStatus.Delivered, MessageStatus.Delivered], messages.Select(m => m.Status));
        Assert.Equal([MessageKind.StoryShared, MessageKind.ConsentWithdrawn], messages.Select(m => m.Kind));
        Assert.Contains("consent.withdrawn", partner.System.Deliveries[1].Body);
    }

    [UseCase]
    public async Task PermissionThatEndedSinceItWasWritten_IsDecidedAgainAtSending(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        await ShareAsync(scene, partner);
        scene.World.Clock.Advance(TimeSpan.FromDays(100));

        Assert.Equal(0, await partner.DeliverAsync());

        var message = await partner.MessageAsync();
        Assert.Equal(MessageStatus.Cancelled, message.Status);
        Assert.Null(await scene.BodyOfAsync(message));
        Assert.Empty(partner.System.Deliveries);
        Assert.DoesNotContain(await scene.EntriesAsync(), e => e.Kind is AccessKind.Sent);
    }

    [UseCase]
    public async Task Stopped_KeepsWhatIsUnderWay_AndBeginsNothingMore(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        await ShareAsync(scene, partner);
        await scene.RewriteAsync("needed-now", "A ramp at the back door.");
        await scene.ConfirmAsync();
        using var stop = new CancellationTokenSource();
        var stopped = new TaskCompletionSource();
        partner.System.Answer = async request =>
        {
            await stopped.Task;
            await SurvivingPartner.Accepts(request);
        };

        var delivering = scene.The<DeliverMessages>().ExecuteAsync(partner.Id, stop.Token);
        await partner.System.ReceivedAsync();
        await stop.CancelAsync();
        stopped.SetResult();

        Assert.Equal(1, await delivering);
        Assert.Equal([MessageStatus.Delivered, MessageStatus.Waiting], (await scene.MessagesToAsync(partner.Agency)).Select(m => m.Status));
    }

    [UseCase]
    public async Task AddressOrSecretThatCannotBeUsed_WaitsForAnOperatorAndHoldsNobodyBack(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        await ShareAsync(scene, partner);
        await using (var database = await scene.World.DatabaseAsync())
        {
            (await database.PartnerSystems.SingleAsync()).Address = "ftp://partner.example.org";
            await database.SaveChangesAsync();
        }

        await partner.DeliverAsync();

        Assert.Equal((MessageStatus.Waiting, "partner-settings"), ((await partner.MessageAsync()).Status, (await partner.MessageAsync()).LastFailure));
    }

    [UseCase]
    public async Task ClaimOfADeadProcess_IsTakenOver_AndSentWithTheSameKeyAndBody(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        await ShareAsync(scene, partner);
        await using (var database = await scene.World.DatabaseAsync())
        {
            (await database.Set<OutboxMessage>().SingleAsync()).BeginSending(scene.World.Now.AddMinutes(2));
            await database.SaveChangesAsync();
        }

        Assert.Equal(0, await scene.The<SweepOutbox>().ExecuteAsync());
        Assert.Equal(0, await partner.DeliverAsync());
        scene.World.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, await scene.The<SweepOutbox>().ExecuteAsync());
        Assert.Equal(1, await partner.DeliverAsync());
    }

    [UseCase]
    public async Task DeadLetterNobodySentAgain_LosesItsBodyAfterThirtyDays(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await using var partner = await Connected.ToAsync(scene);
        await ShareAsync(scene, partner);
        partner.System.Answer = SurvivingPartner.Says(StatusCodes.Status404NotFound);
        await partner.DeliverAsync();

        scene.World.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await scene.The<EraseDeadLetters>().ExecuteAsync());
        scene.World.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await scene.The<EraseDeadLetters>().ExecuteAsync());

        Assert.Equal(MessageStatus.Cancelled, (await partner.MessageAsync()).Status);
        Assert.Null(await scene.BodyOfAsync(await partner.MessageAsync()));
    }

    private static async Task ShareAsync(Scene scene, Connected partner)
    {
        await scene.TellStoryAsync();
        await scene.ShareAsync(partner.Agency);
    }
}
