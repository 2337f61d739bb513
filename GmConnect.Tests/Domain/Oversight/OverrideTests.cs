using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Oversight;

/// <summary>Break-glass: who may, what they see, for how long, and who is told.</summary>
public class OverrideTests
{
    private const string Why = "He collapsed in the waiting room.";

    [UseCase]
    public async Task ForAnHour_TheMinimumIsShown_AndThenNothing(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await scene.TellStoryAsync();
        var ward = await scene.AddAgencyAsync(AgencyKind.Hospital);
        Expect.Refused<NotFound, MinimumShown>(await ReadAsync(scene, ward.AsWorker));

        var given = Expect.Value(await MakeAsync(scene, ward.AsWorker));
        var shown = Expect.Value(await ReadAsync(scene, ward.AsWorker));

        Assert.Equal((scene.World.Now.AddMinutes(60), scene.World.Now.AddMinutes(60)), (given.Until, shown.Until));
        Assert.Equal(SharingPolicy.MinimumView.InOrder(), shown.Parts.Select(p => p.Part));
        Assert.Equal(scene.George.Phone, shown.Who.Phone);
        scene.World.Clock.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromTicks(10));
        Expect.Value(await ReadAsync(scene, ward.AsWorker));
        scene.World.Clock.Advance(TimeSpan.FromTicks(10));
        Expect.Refused<NotFound, MinimumShown>(await ReadAsync(scene, ward.AsWorker));
    }

    [UseCase]
    public async Task EveryLookUnderIt_NamesIt_AndTheFamilyReadsThemAtOnce(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await scene.TellStoryAsync();
        var ward = await scene.AddAgencyAsync(AgencyKind.Hospital);
        var given = Expect.Value(await MakeAsync(scene, ward.AsWorker));

        var entries = await scene.EntriesOfAsync(() => ReadAsync(scene, ward.AsWorker));
        var looks = Expect.Value(await scene.The<ListLooks>().ExecuteAsync(scene.GeorgesId, false, 0, scene.AsHelen)).Looks;

        Assert.Equal([DataCategory.Identity, DataCategory.StoryPart, DataCategory.CaseHeader], entries.Select(e => e.Category).Order());
        Assert.All(entries, e => Assert.Equal((GroundKind.Override, given.OverrideId.ToString("N"), SharingPolicy.RuleVersion), (e.Ground, e.GroundFacts, e.Rules)));
        Assert.Contains(looks, l => l.Ground is GroundKind.Override && l.Who == ward.Worker.DisplayName);
    }

    [UseCase]
    public async Task TheGuardianHasIt_InTheSameMoment_WithTheWords_DueInTwoWorkingDays(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var ward = await scene.AddAgencyAsync(AgencyKind.Hospital);
        var guardian = await scene.AddGuardianAsync();
        Expect.Value(await MakeAsync(scene, ward.AsWorker));

        var row = Assert.Single((await scene.The<ListMatters>().ExecuteAsync(guardian, false, Guid.NewGuid())).Rows);
        var matter = Expect.Value(await scene.The<ReadMatter>().ExecuteAsync(row.MatterId, guardian, Guid.NewGuid()));

        Assert.Equal((ReviewReason.Override, ward.Worker.DisplayName, ward.Agency.Name), (row.Reason, row.Worker, row.Agency));
        // Thursday morning; Friday and Monday are working days.
        Assert.Equal(new DateTime(2026, 3, 17, 0, 0, 0, DateTimeKind.Utc), row.DueAt);
        Assert.Equal((Why, OverrideReason.LifeAtRisk, scene.George.FullName), (matter.Words, matter.Override!.Reason, matter.Who.FullName));
    }

    [Theory]
    [InlineData(AgencyKind.Hospital, Role.CaseWorker, true)]
    [InlineData(AgencyKind.Police, Role.CaseWorker, true)]
    [InlineData(AgencyKind.Reablement, Role.CaseWorker, false)]
    [InlineData(AgencyKind.Reablement, Role.TeamManager, true)]
    [InlineData(AgencyKind.HousingAssociation, Role.TeamManager, false)]
    [InlineData(AgencyKind.Voluntary, Role.TriageLead, false)]
    [InlineData(AgencyKind.Employment, Role.CaseWorker, false)]
    public async Task OnlyWhoHasTheRight_MayOverride_OrLearnsByNameThatThereIsARecord(AgencyKind kind, Role role, bool may)
    {
        await using var scene = await Scene.OpenAsync();
        var agency = await scene.AddAgencyAsync(kind);
        var worker = await scene.AddAsync(A.Worker(role, agency.Agency));

        var found = Expect.Value(await FindAsync(scene, worker));
        var made = await MakeAsync(scene, worker);

        Assert.Equal(may, found.Count == 1);
        Assert.Equal(may, made.Succeeded);
        Assert.True(may || made.Refusal is NotFound);
    }

    [UseCase]
    public async Task ProtectedPerson_IsNobody_ToSearchAndToOverride_AndTheAttemptIsRecorded(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider, isProtected: true);
        var ward = await scene.AddAgencyAsync(AgencyKind.Hospital);

        var entries = await scene.EntriesOfAsync(async () =>
        {
            Assert.Empty(Expect.Value(await FindAsync(scene, ward.AsWorker)));
            Expect.Refused<NotFound, OverrideGiven>(await MakeAsync(scene, ward.AsWorker));
        });

        Assert.Equal([AccessKind.Searched, AccessKind.Refused], entries.Select(e => e.Kind));
        Assert.Empty(Expect.Value(await scene.The<FindPerson>().ExecuteAsync("Nobody Atall", scene.George.BirthDate, ward.AsWorker)));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("   too short   ", false)]
    [InlineData("exactly fifteen", true)]
    public async Task WordsAreNeeded(string why, bool enough)
    {
        await using var scene = await Scene.OpenAsync();
        var ward = await scene.AddAgencyAsync(AgencyKind.Hospital);

        var made = await scene.The<MakeOverride>().ExecuteAsync(scene.GeorgesId, new OverrideTyped(OverrideReason.LifeAtRisk, why, null), ward.AsWorker);

        Assert.Equal(enough, made.Succeeded);
        Assert.True(enough || made.Refusal is OverrideNeedsReason(OverrideMade.WhyMinLength));
        Assert.Equal(enough ? 2 : 0, await scene.World.ReadAsync(async d => await d.Set<StandingFact>().CountAsync() + await d.Set<Matter>().CountAsync()));
    }

    /// <summary>A name alone, or a birth date alone, finds nobody: a search is no way to browse.</summary>
    [Theory]
    [InlineData("George", true)]
    [InlineData("", true)]
    [InlineData(null, true)]
    [InlineData("George Ashworth", false)]
    public async Task Search_NeedsTheWholeNameAndTheBirthDate(string? name, bool hasBirthDate)
    {
        await using var scene = await Scene.OpenAsync();
        var ward = await scene.AddAgencyAsync(AgencyKind.Hospital);

        Expect.Refused<SearchNeedsNameAndBirthDate, IReadOnlyList<PersonFound>>(await scene.The<FindPerson>().ExecuteAsync(
            name, hasBirthDate ? scene.George.BirthDate : null, ward.AsWorker));
    }

    [UseCase]
    public async Task KeptFromTheLog_UntilTheGuardianReleasesIt(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await scene.TellStoryAsync();
        var police = await scene.AddAgencyAsync(AgencyKind.Police);
        var guardian = await scene.AddGuardianAsync();
        Expect.Value(await FindAsync(scene, police.AsWorker));
        Expect.Value(await scene.The<MakeOverride>().ExecuteAsync(
            scene.GeorgesId, new OverrideTyped(OverrideReason.Safeguarding, Why, "Somebody at home reads his post."), police.AsWorker));
        Expect.Value(await ReadAsync(scene, police.AsWorker));
        var entry = (await scene.EntriesAsync()).Last(e => e.AgencyId == police.Id);

        Assert.DoesNotContain((await LogAsync(scene)).Looks, l => l.AgencyKind is AgencyKind.Police);
        Expect.Refused<NotFound, Look>(await scene.The<ReadLook>().ExecuteAsync(scene.GeorgesId, entry.Id, scene.AsHelen));
        Expect.Refused<NotFound, QuestionAsked>(await scene.The<AskWhy>().ExecuteAsync(scene.GeorgesId, entry.Id, "Why?", scene.AsHelen));

        // Sealed or not, what the log withholds has no proof.
        Expect.Refused<NotFound, EntryProof>(await scene.The<ProveEntry>().ExecuteAsync(entry.Id, scene.AsHelen));

        var matter = Assert.Single((await scene.The<ListMatters>().ExecuteAsync(guardian, false, Guid.NewGuid())).Rows);
        Expect.Done(await scene.The<CloseMatter>().ExecuteAsync(matter.MatterId, Finding.Justified, "It was needed.", release: true, guardian));

        Assert.Contains((await LogAsync(scene)).Looks, l => l.AgencyKind is AgencyKind.Police && l.Ground is GroundKind.Override);
        Expect.Refused<EntryNotSealed, EntryProof>(await scene.The<ProveEntry>().ExecuteAsync(entry.Id, scene.AsHelen));
    }

    private static async Task<LooksShown> LogAsync(Scene scene) =>
        Expect.Value(await scene.The<ListLooks>().ExecuteAsync(scene.GeorgesId, false, 0, scene.AsHelen));

    private static Task<Outcome<MinimumShown>> ReadAsync(Scene scene, Actor actor) =>
        scene.The<ReadMinimum>().ExecuteAsync(scene.GeorgesId, actor, Guid.NewGuid());

    private static Task<Outcome<OverrideGiven>> MakeAsync(Scene scene, Actor actor) =>
        scene.The<MakeOverride>().ExecuteAsync(scene.GeorgesId, new OverrideTyped(OverrideReason.LifeAtRisk, Why, null), actor);

    private static Task<Outcome<IReadOnlyList<PersonFound>>> FindAsync(Scene scene, Actor actor) =>
        scene.The<FindPerson>().ExecuteAsync($"  {scene.George.GivenName.ToUpperInvariant()}  {scene.George.FamilyName} ", scene.George.BirthDate, actor);
}
