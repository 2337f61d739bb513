using System.Text.RegularExpressions;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Rights;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Citizen.Rights;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace GmConnect.Tests.Domain.Rights;

/// <summary>A copy of everything: nothing undecided goes out, nothing that may be had is missing.</summary>
public class AccessPackTests
{
    [UseCase]
    public async Task ACopy_IsDecidedPieceByPiece_Released_AndDownloaded(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await LivedAsync(scene);
        var (guardian, matter) = await AskedAsync(scene);
        var pack = await ReadAsync(scene, matter, guardian);
        var queue = pack.Items.Where(i => i.Item.NeedsLook).ToList();
        Assert.Equal(queue.Count, pack.Undecided);
        Assert.Equal(
            [PackSection.Story, PackSection.ConfirmedParts, PackSection.Referrals, PackSection.Cases],
            queue.Select(i => i.Item.Section).Distinct().Order());
        Assert.Equal(pack.Undecided, Expect.Refused<PackHasUndecided>(await scene.The<DecidePack>().ReleaseAsync(matter, guardian)).Count);

        foreach (var one in queue)
        {
            Expect.Done(await scene.The<DecidePack>().DecideAsync(
                matter, one.Item.Key, one.Item.Section is PackSection.Cases ? LeftOutBecause.SeriousHarm : LeftOutBecause.AboutAnotherPerson, guardian));
        }

        foreach (var one in queue.Where(i => i.Item.Section is PackSection.Referrals))
        {
            Expect.Done(await scene.The<DecidePack>().DecideAsync(matter, one.Item.Key, null, guardian));
        }

        Assert.IsType<NotFound>((await DownloadAsync(scene, matter, scene.AsGeorge)).Refusal);
        Expect.Done(await scene.The<DecidePack>().ReleaseAsync(matter, guardian));
        Expect.Refused<PackIsReleased>(await scene.The<DecidePack>().DecideAsync(matter, queue[0].Item.Key, null, guardian));
        scene.World.Clock.Advance(TimeSpan.FromMinutes(5));
        await scene.AnswerAsync("wellness", "Written after the release.");

        var copy = Expect.Value(await DownloadAsync(scene, matter, scene.AsGeorge));

        Assert.Equal((scene.George.FullName, $"{scene.George.AddressLine}, {scene.George.Town}, {scene.George.Postcode}"), (copy.Who.FullName, copy.Who.Address));
        var texts = copy.Items.SelectMany(i => i.Fields).Select(f => $"{f.Value}").ToList();
        Assert.Contains(Scene.WordsOf(StoryPartKind.AboutMe), texts);
        Assert.Contains("He goes home on Friday.", texts);
        Assert.DoesNotContain(texts, text => text.Contains("Home safely", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => text.Contains(Scene.WordsOf(StoryPartKind.PeopleInvolved), StringComparison.Ordinal));
        Assert.DoesNotContain("Written after the release.", texts);
        Assert.Contains((PackSection.Cases, LeftOutBecause.SeriousHarm, 1), copy.LeftOut);
        Assert.Equal(
            [PackSection.Story, PackSection.ConfirmedParts, PackSection.Permissions, PackSection.Delegations, PackSection.Facts, PackSection.Referrals,
                PackSection.Plan, PackSection.Messages, PackSection.Looks, PackSection.Questions],
            copy.Items.Select(i => i.Section).Distinct().Order());
        Assert.Contains((await scene.EntriesAsync()), e => e is { Channel: Channel.Export, Kind: AccessKind.Looked, Category: DataCategory.StoryDraft });
    }

    [Fact]
    public async Task AskedTwice_IsOneRequest_DueInAMonth()
    {
        await using var scene = await Scene.OpenAsync();
        var first = Expect.Value(await scene.The<AskForPack>().ExecuteAsync(scene.GeorgesId, scene.AsGeorge));

        Assert.Equal(first, Expect.Value(await scene.The<AskForPack>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)));
        Assert.Equal(LondonTime.EndOf(scene.World.Clock.Today().AddMonths(1)), first.DueAt);
    }

    /// <summary>A relative who may not know where the person is may not have a copy either, even of one that the person asked for.</summary>
    [Fact]
    public async Task WhoMayNotReadEverything_GetsNoCopy()
    {
        await using var scene = await Scene.OpenAsync();
        await LivedAsync(scene);
        await scene.World.SaveAsync(A.Protection(of: scene.George));
        Expect.Refused<OnlyThePersonMayHaveIt, QuestionAsked>(await scene.The<AskForPack>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));
        var (guardian, matter) = await AskedAsync(scene);
        foreach (var one in (await ReadAsync(scene, matter, guardian)).Items.Where(i => i.Item.NeedsLook))
        {
            Expect.Done(await scene.The<DecidePack>().DecideAsync(matter, one.Item.Key, null, guardian));
        }

        Expect.Done(await scene.The<DecidePack>().ReleaseAsync(matter, guardian));
        Assert.IsType<NotFound>((await DownloadAsync(scene, matter, scene.AsHelen)).Refusal);
        Assert.Equal($"{scene.George.AddressLine}, {scene.George.Town}, {scene.George.Postcode}", Expect.Value(await DownloadAsync(scene, matter, scene.AsGeorge)).Who.Address);
    }

    /// <summary>Looks that are withheld are in no copy, whoever gathers it.</summary>
    [Fact]
    public async Task WithheldLooks_AreInNoCopy()
    {
        await using var scene = await Scene.OpenAsync();
        var nurses = await scene.AddAgencyAsync(AgencyKind.CommunityHealth);
        await scene.TellStoryAsync();
        Expect.Value(await scene.The<MakeOverride>().ExecuteAsync(
            scene.GeorgesId, new OverrideTyped(OverrideReason.Safeguarding, "He may be in danger at home.", "Telling would warn them."), nurses.AsWorker));
        Expect.Value(await scene.The<ReadMinimum>().ExecuteAsync(scene.GeorgesId, nurses.AsWorker, Guid.NewGuid()));
        var (guardian, matter) = await AskedAsync(scene);

        var items = (await ReadAsync(scene, matter, guardian)).Items.Select(i => i.Item).ToList();

        Assert.DoesNotContain(items.SelectMany(i => i.Fields), f => f.Value is string words
            && (words == nurses.Worker.DisplayName || words == nurses.Agency.Name || words.Contains("danger at home", StringComparison.Ordinal)));
        Assert.DoesNotContain(items, i => i.Fields.Any(f => f.Value is nameof(OverrideMade)));
    }

    [Fact]
    public void EveryWordOfACopy_HasWords()
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<CopyWords>().BuildServiceProvider();
        var (words, values) = (services.GetRequiredService<IStringLocalizer<CopyTexts>>(), services.GetRequiredService<CopyWords>());
        Type[] spoken =
        [
            typeof(Purpose), typeof(ConsentAnswer), typeof(DelegationScope), typeof(ReferralStatus), typeof(TriageLevel),
            typeof(CaseStatus), typeof(GoalStatus), typeof(ActionStatus),
            typeof(MessageKind), typeof(MessageStatus), typeof(AccessKind), typeof(DataCategory),
            typeof(GroundKind), typeof(CorrectionOutcome), typeof(StoryPartKind)
        ];

        // One word of English may be its own name; two run together are a name and no words.
        Assert.Equal([], spoken.SelectMany(type => Enum.GetValues(type).Cast<object>()).Select(value => values.Of(new PackField("X", value)))
            .Where(said => Regex.IsMatch(said, "[a-z][A-Z]")));
        Assert.Equal([], Enum.GetNames<PackSection>().Where(section => words[$"Section-{section}"].ResourceNotFound));
        Assert.Equal([], Enum.GetNames<LeftOutBecause>().Where(because => words[$"Because-{because}"].ResourceNotFound));
    }

    private static Task<Outcome<PackContent>> DownloadAsync(Scene scene, Guid matter, Actor actor) =>
        scene.The<DownloadPack>().ExecuteAsync(scene.GeorgesId, matter, actor);

    private static async Task<PackShown> ReadAsync(Scene scene, Guid matter, Actor guardian) =>
        Expect.Value(await scene.The<DecidePack>().ReadAsync(matter, guardian, Guid.NewGuid()));

    private static async Task<(Actor Guardian, Guid Matter)> AskedAsync(Scene scene)
    {
        Expect.Value(await scene.The<AskForPack>().ExecuteAsync(scene.GeorgesId, scene.AsGeorge));
        var guardian = await scene.AddAsync(A.Account(Role.DataGuardian));
        var row = (await scene.The<ListMatters>().ExecuteAsync(guardian, false, Guid.NewGuid())).Rows.Single(m => m.Kind is MatterKind.SubjectAccess);

        return (guardian, row.MatterId);
    }

    /// <summary>Told, shared, in a case with a plan, looked at, asked about.</summary>
    private static async Task LivedAsync(Scene scene)
    {
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);
        var file = await scene.OpenCaseAsync(hospital);
        Expect.Value(await scene.The<ChangePlan>().AddGoalAsync(scene.GeorgesId, "To walk the dog", hospital.AsWorker));
        Expect.Value(await scene.The<ReadCase>().ExecuteAsync(file, hospital.AsWorker, Guid.NewGuid()));
        var look = (await scene.EntriesAsync()).First(e => e.AccountId == hospital.Worker.Id);
        Expect.Value(await scene.The<AskWhy>().ExecuteAsync(scene.GeorgesId, look.Id, "Who are they?", scene.AsHelen));
    }
}
