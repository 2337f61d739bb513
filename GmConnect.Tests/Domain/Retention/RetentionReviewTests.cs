using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Retention;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Governance.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace GmConnect.Tests.Domain.Retention;

/// <summary>What was kept for its time comes to the desk, and goes only when the guardian says so, leaving a certificate.</summary>
public class RetentionReviewTests
{
    [UseCase]
    public async Task ARecordNobodyUsed_ComesToTheDesk_OnItsDayAndNotBefore(DatabaseProvider provider)
    {
        await using var scene = await SharedOnceAsync(provider);
        scene.World.Clock.Advance(TimeSpan.FromDays((8 * 365) + 1));
        Assert.Equal(0, await scene.The<RaiseRetentionReviews>().ExecuteAsync());

        scene.World.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, await scene.The<RaiseRetentionReviews>().ExecuteAsync());
        Assert.Equal(0, await scene.The<RaiseRetentionReviews>().ExecuteAsync());
        var row = Assert.Single((await scene.The<ListMatters>().ExecuteAsync(await GuardianAsync(scene), false, Guid.NewGuid())).Rows);
        Assert.Equal((MatterKind.Retention, null, null), (row.Kind, row.Worker, row.Agency));
    }

    /// <summary>Who oversees, searches or is refused does not use a record; who reads it with a ground does.</summary>
    [Theory]
    [InlineData(AccessKind.Looked, GroundKind.ConsentAndCareTeam, Role.CaseWorker, 0)]
    [InlineData(AccessKind.Sent, GroundKind.Consent, Role.PartnerSystem, 0)]
    [InlineData(AccessKind.Changed, GroundKind.OwnRecord, Role.Resident, 0)]
    [InlineData(AccessKind.Looked, GroundKind.Oversight, Role.DataGuardian, 1)]
    [InlineData(AccessKind.Looked, GroundKind.Oversight, Role.GovernanceLead, 1)]
    [InlineData(AccessKind.Refused, null, Role.CaseWorker, 1)]
    [InlineData(AccessKind.Searched, GroundKind.Consent, Role.CaseWorker, 1)]
    [InlineData(AccessKind.Listed, GroundKind.Consent, Role.CaseWorker, 1)]
    public async Task WhatCountsAsUse(AccessKind kind, GroundKind? ground, Role role, int raised)
    {
        await using var scene = await SharedOnceAsync();
        scene.World.Clock.Advance(TimeSpan.FromDays(5 * 365));
        await scene.World.SaveAsync(new AccessEntry
        {
            ResidentId = scene.GeorgesId, At = scene.World.Now, AccountId = Guid.NewGuid(), Role = role, Kind = kind, Category = DataCategory.Case,
            Purpose = Purpose.Care, Channel = Channel.Page, Ground = ground
        });
        scene.World.Clock.Advance(TimeSpan.FromDays(4 * 365));

        Assert.Equal(raised, await scene.The<RaiseRetentionReviews>().ExecuteAsync());
    }

    [UseCase]
    public async Task WhatIsKept_ComesAgainOnItsDay(DatabaseProvider provider)
    {
        await using var scene = await DueAsync(provider);
        var (guardian, matter) = (await GuardianAsync(scene), await MatterAsync(scene));
        var until = scene.World.Clock.Today().AddYears(1);

        Expect.Done(await scene.The<DecideRetention>().KeepAsync(matter, until, " A public inquiry holds it. ", guardian));

        var closed = Assert.Single((await scene.The<ListMatters>().ExecuteAsync(guardian, true, Guid.NewGuid())).Rows);
        Assert.Equal((until, null), (closed.KeptUntil, closed.Finding));
        Assert.Equal("A public inquiry holds it.", Expect.Value(await scene.The<ReadMatter>().ExecuteAsync(matter, guardian, Guid.NewGuid())).Answer);
        scene.World.Clock.Advance(TimeSpan.FromDays(364));
        Assert.Equal(0, await scene.The<RaiseRetentionReviews>().ExecuteAsync());
        scene.World.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await scene.The<RaiseRetentionReviews>().ExecuteAsync());
    }

    [UseCase]
    public async Task WhatIsDestroyed_IsGone_ButForACertificateAndTheLog_WhichFollows(DatabaseProvider provider)
    {
        await using var scene = await DueAsync(provider);
        var mary = A.Resident(givenName: "Mary");
        await scene.World.SaveAsync(mary, A.SignInOf(mary));
        var guardian = await GuardianAsync(scene);
        var matter = await MatterAsync(scene);
        var shown = Expect.Value(await scene.The<ReadRetention>().ExecuteAsync(matter, guardian, Guid.NewGuid()));
        Assert.Equal((RecordClass.WholeRecord, 8, 2), (shown.Class, shown.Years, shown.LogYears));
        Assert.True(shown.Held["Story"] == 1 && shown.Held["ConsentRecord"] == 1 && shown.Due <= scene.World.Clock.Today());

        var reference = Expect.Value(await scene.The<DecideRetention>().DestroyAsync(matter, "No hold and no inquiry.", guardian));

        await scene.World.ReadAsync(async database =>
        {
            foreach (var kind in DestroyRecord.Kinds(database))
            {
                Assert.Equal((kind.Name, 0), (kind.Name, Count(database, kind, scene.GeorgesId)));
            }

            var left = await database.Set<Resident>().SingleAsync(r => r.Id == scene.GeorgesId);
            Assert.Equal(("", "", "", null, null, default), (left.GivenName, left.FamilyName, left.Postcode, left.NhsNumber, left.Phone, left.BirthDate));
            Assert.Equal("Mary", (await database.Set<Resident>().SingleAsync(r => r.Id == mary.Id)).GivenName);
            Assert.False(await database.Accounts.AnyAsync(a => a.ResidentId == scene.GeorgesId));
            Assert.True(await database.Accounts.AnyAsync(a => a.ResidentId == mary.Id));

            return 0;
        });
        Assert.NotEmpty(await scene.EntriesAsync());
        var certificate = Assert.Single(Expect.Value(await scene.The<ListCertificates>().ExecuteAsync(guardian)).Certificates);
        Assert.Equal((reference, RecordClass.WholeRecord, "Care record", null), (certificate.Reference, certificate.Class, certificate.Rule, certificate.LogDestroyedAt));
        Assert.Contains("Story 1", certificate.Counts);
        Assert.False((await scene.The<ReadPerson>().ExecuteAsync(scene.GeorgesId, scene.AsGeorge)).Succeeded);
        Assert.False((await scene.The<ReadPerson>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Succeeded);
        Assert.Equal(0, await scene.The<RaiseRetentionReviews>().ExecuteAsync());
        Assert.Equal(0, await scene.The<DestroyOldLogs>().ExecuteAsync());

        scene.World.Clock.Advance(TimeSpan.FromDays((2 * 365) + 2));
        await scene.The<SealEntries>().ExecuteAsync();
        Assert.Equal(1, await scene.The<DestroyOldLogs>().ExecuteAsync());

        Assert.Empty(await scene.EntriesAsync());
        Assert.False(await scene.World.ReadAsync(database => database.Set<Resident>().AnyAsync(r => r.Id == scene.GeorgesId)));
        Assert.NotNull(Assert.Single(Expect.Value(await scene.The<ListCertificates>().ExecuteAsync(guardian)).Certificates).LogDestroyedAt);
        await scene.The<SealEntries>().ExecuteAsync();
        Assert.Null((await scene.The<VerifyLog>().ExecuteAsync([])).FirstBreach);
    }

    [UseCase]
    public async Task ReferralsWithoutAService_GoBeforeTheRest(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (council, hospital) = (await scene.AddAgencyAsync(), await scene.AddAgencyAsync(AgencyKind.Hospital));
        await scene.TellStoryAsync();
        await scene.ShareAsync(council, hospital);
        await scene.TriageAsync(council);
        Expect.Done(await scene.The<AnswerReferral>().RefuseAsync((await scene.ReferralOfAsync(council)).Id, "It is another team's.", council.AsWorker));
        await scene.OpenCaseAsync(hospital);
        scene.World.Clock.Advance(TimeSpan.FromDays((2 * 365) + 2));

        Assert.Equal(1, await scene.The<RaiseRetentionReviews>().ExecuteAsync());
        var guardian = await GuardianAsync(scene);
        Expect.Value(await scene.The<DecideRetention>().DestroyAsync(await MatterAsync(scene), "Nobody asked for it.", guardian));

        Assert.Equal([hospital.Id], await scene.World.ReadAsync(database => database.Set<Referral>().Select(f => f.AgencyId).ToListAsync()));
        Assert.NotNull(Expect.Value(await scene.The<ReadPerson>().ExecuteAsync(scene.GeorgesId, scene.AsGeorge)));
        Assert.Equal("Referral 1", Assert.Single(Expect.Value(await scene.The<ListCertificates>().ExecuteAsync(guardian)).Certificates).Counts);
        Assert.Equal(0, await scene.The<RaiseRetentionReviews>().ExecuteAsync());
    }

    [Fact]
    public async Task WhatIsNeeded_IsNotDestroyed()
    {
        await using var scene = await DueAsync();
        var (guardian, matter) = (await GuardianAsync(scene), await MatterAsync(scene));
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        var review = A.Review(of: scene.George, about: hospital.Worker);
        await scene.World.SaveAsync(review);

        Expect.Refused<RecordIsInUse, string>(await scene.The<DecideRetention>().DestroyAsync(matter, "No hold.", guardian));
        Expect.Done(await scene.The<CloseMatter>().ExecuteAsync(review.Id, Finding.Justified, "He had to.", false, guardian));
        await scene.World.SaveAsync(new AccessEntry
        {
            ResidentId = scene.GeorgesId, At = scene.World.Now, AccountId = Guid.NewGuid(), Role = Role.CaseWorker, Kind = AccessKind.Looked,
            Category = DataCategory.Case, Purpose = Purpose.Care, Channel = Channel.Page, Ground = GroundKind.LegalDuty
        });
        var due = Expect.Refused<RecordIsNotDue, string>(await scene.The<DecideRetention>().DestroyAsync(matter, "No hold.", guardian)).Due;
        Assert.Equal(scene.World.Clock.Today().AddYears(8), due);
    }

    [Fact]
    public async Task OnlyTheGuardianDecides_OnceAndWithWords()
    {
        await using var scene = await DueAsync();
        var (guardian, matter, decide) = (await GuardianAsync(scene), await MatterAsync(scene), scene.The<DecideRetention>());
        var (soon, long_) = (scene.World.Clock.Today().AddDays(30), new string('x', DestructionCertificate.WhyMaxLength + 1));
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        foreach (var role in Enum.GetValues<Role>().Except([Role.DataGuardian, Role.PartnerSystem]))
        {
            var other = await scene.AddAsync(role.IsForAgency() ? A.Worker(role, hospital.Agency) : A.Account(role));
            Assert.IsType<NotFound>((await decide.KeepAsync(matter, soon, "A hold.", other)).Refusal);
            Assert.IsType<NotFound>((await decide.DestroyAsync(matter, "No hold.", other)).Refusal);
            Assert.IsType<NotFound>((await scene.The<ReadRetention>().ExecuteAsync(matter, other, Guid.NewGuid())).Refusal);
        }

        Expect.Refused<RetentionNeedsWords>(await decide.KeepAsync(matter, soon, "  ", guardian));
        Expect.Refused<RetentionWordsTooLong>(await decide.KeepAsync(matter, soon, long_, guardian));
        Expect.Refused<RetentionNeedsWords, string>(await decide.DestroyAsync(matter, null, guardian));
        Expect.Refused<RetentionWordsTooLong, string>(await decide.DestroyAsync(matter, long_, guardian));
        Expect.Refused<KeepUntilAnotherDay>(await decide.KeepAsync(matter, scene.World.Clock.Today(), "A hold.", guardian));
        Expect.Refused<KeepUntilAnotherDay>(await decide.KeepAsync(matter, scene.World.Clock.Today().AddYears(5).AddDays(1), "A hold.", guardian));
        Assert.IsType<NotFound>((await scene.The<CloseMatter>().ExecuteAsync(matter, Finding.Justified, "Done.", false, guardian)).Refusal);
        Expect.Done(await decide.KeepAsync(matter, soon, "A hold.", guardian));
        Expect.Refused<MatterIsClosed>(await decide.KeepAsync(matter, soon, "A hold.", guardian));
        Expect.Refused<MatterIsClosed, string>(await decide.DestroyAsync(matter, "No hold.", guardian));
    }

    [Fact]
    public async Task EveryKindThatGoes_HasAName()
    {
        await using var world = await World.OnAsync(DatabaseProvider.Sqlite);
        await using var database = await world.DatabaseAsync();
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var words = services.GetRequiredService<IStringLocalizer<RetentionTexts>>();

        Assert.Equal([], DestroyRecord.Kinds(database).Where(kind => words[$"Kind-{kind.Name}"].ResourceNotFound).Select(kind => kind.Name));
    }

    private static int Count(DbContext database, Type kind, Guid resident) =>
        ((IQueryable<IConcernsResident>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(kind).Invoke(database, [])!)
        .AsEnumerable().Count(row => row.ResidentId == resident);

    /// <summary>Told and shared; then nobody comes any more.</summary>
    private static async Task<Scene> SharedOnceAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var scene = await Scene.OpenAsync(provider, with: services => services.AddSingleton(new Keyring(SealingKey.New(), [])));
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);

        return scene;
    }

    private static async Task<Scene> DueAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var scene = await SharedOnceAsync(provider);
        scene.World.Clock.Advance(TimeSpan.FromDays((8 * 365) + 10));
        Assert.Equal(1, await scene.The<RaiseRetentionReviews>().ExecuteAsync());

        return scene;
    }

    private static Task<Actor> GuardianAsync(Scene scene) => scene.AddAsync(A.Account(Role.DataGuardian));

    private static Task<Guid> MatterAsync(Scene scene) =>
        scene.World.ReadAsync(async database => (await database.Set<Matter>().SingleAsync(m => m.Kind == MatterKind.Retention && m.ClosedAt == null)).Id);
}
