using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Stories;

public class ReadPassportTests
{
    [UseCase]
    public async Task TheFamily_HasWhatWasConfirmed_AndNoDraft(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await scene.TellStoryAsync(StoryPartKind.AboutMe, StoryPartKind.Medicines);
        await scene.RewriteAsync(StoryQuestions.Of(StoryPartKind.Medicines).First().Key, "Changed, and not confirmed.");
        await scene.AnswerAsync(StoryQuestions.Of(StoryPartKind.Equipment).First().Key, "Never confirmed.");

        var shown = Expect.Value(await scene.The<ReadPassport>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));

        Assert.Equal(
            [Scene.WordsOf(StoryPartKind.AboutMe), Scene.WordsOf(StoryPartKind.Medicines)],
            shown.Parts.SelectMany(part => part.Words).Select(words => words.Text));
    }

    [UseCase]
    public async Task AWorker_HasThePartsOfTheirAgency_AndItIsAnExport(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (agency, other) = (await scene.AddAgencyAsync(), await scene.AddAgencyAsync(AgencyKind.HousingAssociation));
        await scene.TellStoryAsync();
        await scene.ShareAsync(new Given(agency, [StoryPartKind.AboutMe, StoryPartKind.Equipment]), new Given(other));
        var referral = (await scene.ReferralOfAsync(agency)).Id;

        PassportShown? shown = null;
        var entries = await scene.EntriesOfAsync(async () => shown = Expect.Value(await scene.The<ReadPassport>().OfReferralAsync(referral, agency.AsWorker)));

        Assert.Equal([StoryPartKind.AboutMe, StoryPartKind.Equipment], shown!.Parts.Select(part => part.Part));
        Assert.All(entries, entry => Assert.Equal((Channel.Export, AccessKind.Looked), (entry.Channel, entry.Kind)));
        Assert.Equal([StoryPartKind.AboutMe, StoryPartKind.Equipment], Assert.Single(entries, entry => entry.Category is DataCategory.StoryPart).PartsSeen);
        Expect.Refused<NotFound, PassportShown>(await scene.The<ReadPassport>().OfReferralAsync(referral, other.AsWorker));
        Expect.Refused<NotFound, PassportShown>(await scene.The<ReadPassport>().OfReferralAsync(Guid.NewGuid(), agency.AsWorker));

        Expect.Done(await scene.WithdrawAsync(agency));
        Expect.Refused<NotFound, PassportShown>(await scene.The<ReadPassport>().OfReferralAsync(referral, agency.AsWorker));
    }

    [UseCase]
    public async Task ThePersonHasAllOfIt_AndAStrangerNothing(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await scene.TellStoryAsync();

        Expect.Refused<NotFound, PassportShown>(await scene.The<ReadPassport>().ExecuteAsync(scene.GeorgesId, await scene.AddAsync(A.Stranger())));
        Assert.Equal(
            StoryQuestions.Parts.Count,
            Expect.Value(await scene.The<ReadPassport>().ExecuteAsync(scene.GeorgesId, scene.AsGeorge)).Parts.Count);
    }
}
