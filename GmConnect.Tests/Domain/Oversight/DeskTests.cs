using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Oversight;

/// <summary>What comes onto the guardian's desk, how it ends, and what the family hears of it.</summary>
public class DeskTests
{
    [UseCase]
    public async Task AQuestion_GoesToTheGuardian_AndTheAnswerToTheFamily(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, entry) = await LookedAtAsync(scene);
        var guardian = await AddAsync(scene, Role.DataGuardian);

        var asked = Expect.Value(await scene.The<AskWhy>().ExecuteAsync(scene.GeorgesId, entry, " Why did you look?  ", scene.AsHelen));
        Assert.Equal(asked.Reference, Expect.Refused<QuestionAskedAlready, QuestionAsked>(
            await scene.The<AskWhy>().ExecuteAsync(scene.GeorgesId, entry, "Once more", scene.AsHelen)).Reference);
        var row = Assert.Single((await scene.The<ListMatters>().ExecuteAsync(guardian, false, Guid.NewGuid())).Rows);
        var waiting = Assert.Single((await QuestionsAsync(scene)).Questions);
        Expect.Done(await scene.The<CloseMatter>().ExecuteAsync(row.MatterId, Finding.Justified, "They prepared his discharge.", false, guardian));
        var answered = Assert.Single((await QuestionsAsync(scene)).Questions);

        Assert.Equal((MatterKind.Question, hospital.Worker.DisplayName), (row.Kind, row.Worker));
        Assert.Equal(("Why did you look?", null, scene.AsHelen.DisplayName), (waiting.Words, waiting.Answer, waiting.AskedBy));
        Assert.Equal(("They prepared his discharge.", Finding.Justified), (answered.Answer, answered.Finding));
        Expect.Refused<MatterIsClosed>(await scene.The<CloseMatter>().ExecuteAsync(row.MatterId, Finding.Mistake, "No.", false, guardian));
        Assert.Empty((await scene.The<ListMatters>().ExecuteAsync(guardian, false, Guid.NewGuid())).Rows);
        Assert.Single((await scene.The<ListMatters>().ExecuteAsync(guardian, true, Guid.NewGuid())).Rows);
    }

    [Theory]
    [InlineData("", typeof(QuestionNeedsWords))]
    [InlineData("  \n ", typeof(QuestionNeedsWords))]
    public async Task AQuestion_WithoutWords_IsSentBack(string words, Type refusal)
    {
        await using var scene = await Scene.OpenAsync();
        var (_, entry) = await LookedAtAsync(scene);

        Assert.IsType(refusal, (await scene.The<AskWhy>().ExecuteAsync(scene.GeorgesId, entry, words, scene.AsHelen)).Refusal);
        Expect.Refused<QuestionTooLong, QuestionAsked>(await scene.The<AskWhy>().ExecuteAsync(
            scene.GeorgesId, entry, new string('x', AskWhy.WordsMaxLength + 1), scene.AsHelen));
    }

    /// <summary>An entry's id of another person's log, guessed or replayed.</summary>
    [Fact]
    public async Task AQuestion_AboutALookAtSomebodyElse_IsNotFound()
    {
        await using var scene = await Scene.OpenAsync();
        var (_, entry) = await LookedAtAsync(scene);
        var mary = A.Resident();
        var marys = A.SignInOf(mary);
        await scene.World.SaveAsync(mary, marys);

        Expect.Refused<NotFound, QuestionAsked>(await scene.The<AskWhy>().ExecuteAsync(mary.Id, entry, "Why?", marys.AsActor()));
        Expect.Refused<NotFound, QuestionAsked>(await scene.The<AskWhy>().ExecuteAsync(scene.GeorgesId, entry, "Why?", marys.AsActor()));
    }

    [UseCase]
    public async Task AMatter_NotClosedInTime_IsEscalatedOnce(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, _) = await LookedAtAsync(scene);
        var guardian = await AddAsync(scene, Role.DataGuardian);
        var matter = A.Review(of: scene.George, about: hospital.Worker);
        await scene.World.SaveAsync(matter);

        Assert.Equal(0, await scene.The<EscalateMatters>().ExecuteAsync());
        scene.World.Clock.SetUtcNow(matter.DueAt);
        Assert.Equal(1, await scene.The<EscalateMatters>().ExecuteAsync());
        Assert.Equal(0, await scene.The<EscalateMatters>().ExecuteAsync());

        var row = Assert.Single((await scene.The<ListMatters>().ExecuteAsync(guardian, false, Guid.NewGuid())).Rows);
        Assert.True(row is { IsOverdue: true, IsEscalated: true });
    }

    [UseCase]
    public async Task AGovernanceLead_SeesAndClosesWhatIsAboutTheirAgency_AndNothingElse(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, _) = await LookedAtAsync(scene);
        var housing = await scene.AddAgencyAsync(AgencyKind.HousingAssociation);
        var (theirs, others) = (A.Review(of: scene.George, about: hospital.Worker), A.Review(of: scene.George, about: housing.Worker));
        await scene.World.SaveAsync(theirs, others);
        var lead = await scene.AddAsync(A.Worker(Role.GovernanceLead, hospital.Agency));

        var rows = (await scene.The<ListMatters>().ExecuteAsync(lead, false, Guid.NewGuid())).Rows;

        Assert.Equal(theirs.Id, Assert.Single(rows).MatterId);
        Expect.Refused<NotFound, MatterShown>(await scene.The<ReadMatter>().ExecuteAsync(others.Id, lead, Guid.NewGuid()));
        Expect.Refused<NotFound>(await scene.The<CloseMatter>().ExecuteAsync(others.Id, Finding.Justified, "Ours.", false, lead));
        Expect.Done(await scene.The<CloseMatter>().ExecuteAsync(theirs.Id, Finding.Justified, "Ours.", false, lead));
    }

    [Fact]
    public async Task NobodyClosesAMatterAboutTheirOwnLook()
    {
        await using var scene = await Scene.OpenAsync();
        var guardian = await AddAsync(scene, Role.DataGuardian);
        var matter = new Matter
        {
            Reference = Reference.New(), ResidentId = scene.GeorgesId, Kind = MatterKind.Question, AboutAccountId = guardian.AccountId,
            OpenedAt = scene.World.Now, DueAt = scene.World.Now.AddDays(9)
        };
        await scene.World.SaveAsync(matter);

        Expect.Refused<MatterIsAboutYourself>(await scene.The<CloseMatter>().ExecuteAsync(matter.Id, Finding.Justified, "I was right.", false, guardian));
        Assert.False(Expect.Value(await scene.The<ReadMatter>().ExecuteAsync(matter.Id, guardian, Guid.NewGuid())).MayClose);
    }

    /// <summary>A matter keeps its ground for ninety days after it was closed, and then the guardian has none.</summary>
    [Fact]
    public async Task AClosedMatter_OpensTheRecordNoLonger_AfterNinetyDays()
    {
        await using var scene = await Scene.OpenAsync();
        var (hospital, _) = await LookedAtAsync(scene);
        var guardian = await AddAsync(scene, Role.DataGuardian);
        var matter = A.Review(of: scene.George, about: hospital.Worker);
        await scene.World.SaveAsync(matter);
        Expect.Done(await scene.The<CloseMatter>().ExecuteAsync(matter.Id, Finding.Justified, "Fine.", false, guardian));

        scene.World.Clock.Advance(Matter.StaysFor - TimeSpan.FromTicks(10));
        Expect.Value(await scene.The<ReadMatter>().ExecuteAsync(matter.Id, guardian, Guid.NewGuid()));
        scene.World.Clock.Advance(TimeSpan.FromTicks(10));
        Expect.Refused<NotFound, MatterShown>(await scene.The<ReadMatter>().ExecuteAsync(matter.Id, guardian, Guid.NewGuid()));
    }

    [UseCase]
    public async Task Looks_AreRaisedForReviewOnce_ByEveryRule(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);
        var himself = await WorkerAsync(hospital.Agency, scene.George.Id, "Nobody Else");
        var neighbour = await WorkerAsync(hospital.Agency, (await SavedAsync(At(scene.George))).Id, "Next Door");
        var namesake = await WorkerAsync(hospital.Agency, null, $"Some {scene.George.FamilyName}");
        var referral = (await scene.ReferralOfAsync(hospital)).Id;
        foreach (var worker in new[] { himself, neighbour, namesake, hospital.AsWorker })
        {
            Expect.Value(await scene.The<GmConnect.Domain.Referrals.ReadReferral>().ExecuteAsync(referral, worker, Guid.NewGuid()));
        }

        // Identity alone, with nothing behind it.
        Expect.Value(await scene.The<ReadMinimum>().ExecuteAsync(scene.GeorgesId, hospital.AsWorker, Guid.NewGuid()));

        await scene.The<RaiseReviews>().ExecuteAsync();
        Assert.Equal(0, await scene.The<RaiseReviews>().ExecuteAsync());

        var guardian = await AddAsync(scene, Role.DataGuardian);
        var raised = (await scene.The<ListMatters>().ExecuteAsync(guardian, false, Guid.NewGuid())).Rows
            .Where(r => r.Reason is not ReviewReason.Random).Select(r => (r.Worker, r.Reason)).ToHashSet();

        // George is a colleague now: the record is linked to a worker of the hospital.
        Assert.Equal(
            new HashSet<(string?, ReviewReason?)>
            {
                ("Nobody Else", ReviewReason.OwnRecord), ("Next Door", ReviewReason.Colleague),
                ($"Some {scene.George.FamilyName}", ReviewReason.Colleague), (hospital.Worker.DisplayName, ReviewReason.Colleague)
            },
            raised);

        async Task<Actor> WorkerAsync(Agency agency, Guid? own, string name)
        {
            var account = new Account
            {
                Id = Guid.CreateVersion7(), Handle = $"{Guid.NewGuid()}", DisplayName = name, Role = Role.CaseWorker, AgencyId = agency.Id, OwnRecordId = own
            };

            return await scene.AddAsync(account);
        }

        async Task<Resident> SavedAsync(Resident resident)
        {
            await scene.World.SaveAsync(resident);

            return resident;
        }
    }

    /// <summary>Twenty thousand workers look more than a batch's worth in the minutes that are read again each time.</summary>
    [UseCase]
    public async Task MoreLooksAtOnceThanABatch_AreAllRead(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        Assert.Equal(0, await scene.The<RaiseReviews>().ExecuteAsync());
        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
        var workers = Enumerable.Range(0, 1_100).Select(_ => A.CaseWorker(at: hospital.Agency)).ToList();
        await scene.World.SaveAsync([.. workers]);
        await scene.World.SaveAsync([.. workers.Select(w => new AccessEntry
        {
            ResidentId = scene.GeorgesId, At = scene.World.Now, AccountId = w.Id, Role = w.Role, AgencyId = hospital.Id, Kind = AccessKind.Looked,
            Category = DataCategory.Identity, Purpose = Purpose.Care, Channel = Channel.Page, Ground = GroundKind.Consent
        })]);

        await scene.The<RaiseReviews>().ExecuteAsync();

        var reviewed = await scene.World.ReadAsync(async database => await database.Set<Matter>()
            .Where(m => m.Reason == ReviewReason.NoCase).Select(m => m.AboutAccountId).Distinct().CountAsync());
        Assert.Equal(workers.Count, reviewed);
        Assert.Equal(0, await scene.The<RaiseReviews>().ExecuteAsync());
    }

    /// <summary>The third in thirty days puts one more review on the desk, once, whomever they were about.</summary>
    [UseCase]
    public async Task WhoOverridesAgainAndAgain_IsReviewedForThat(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var police = await scene.AddAgencyAsync(AgencyKind.Police);
        async Task<int> OverrideAsync(Guid whom)
        {
            Expect.Value(await scene.The<MakeOverride>().ExecuteAsync(
                whom, new OverrideTyped(OverrideReason.LifeAtRisk, "Collapsed in the street.", null), police.AsWorker));
            Expect.Value(await scene.The<ReadMinimum>().ExecuteAsync(whom, police.AsWorker, Guid.NewGuid()));
            await scene.The<RaiseReviews>().ExecuteAsync();
            scene.World.Clock.Advance(TimeSpan.FromHours(2));

            return await scene.World.ReadAsync(database => database.Set<Matter>().CountAsync(m => m.Reason == ReviewReason.RepeatedOverride));
        }

        var others = Enumerable.Range(0, 3).Select(_ => A.Resident()).ToList();
        await scene.World.SaveAsync([.. others]);
        Assert.Equal(0, await OverrideAsync(scene.GeorgesId));
        Assert.Equal(0, await OverrideAsync(others[0].Id));
        Assert.Equal(1, await OverrideAsync(others[1].Id));
        scene.World.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(1, await OverrideAsync(others[2].Id));
    }

    [Fact]
    public void TheRules_OneByOne()
    {
        var (worker, george, stranger) = (A.CaseWorker(at: A.Agency(AgencyKind.Hospital)), A.Resident(givenName: "George"), A.Resident());
        var namesake = new Account { Id = Guid.CreateVersion7(), Handle = "n", DisplayName = $"Some {george.FamilyName}", Role = Role.CaseWorker };
        var other = new Account { Id = Guid.CreateVersion7(), Handle = "o", DisplayName = "Quite Different", Role = Role.CaseWorker };

        Assert.Equal([ReviewReason.OwnRecord], Rules(worker, george));
        Assert.Equal([ReviewReason.Colleague], Rules(worker, stranger, isColleague: true));
        Assert.Equal([ReviewReason.SameAddress], Rules(worker, At(george)));
        Assert.Equal([ReviewReason.SameSurname], Rules(namesake, null));
        Assert.Equal([], Rules(other, null));
        Assert.Equal([ReviewReason.NoCase], Rules(other, null, false, GroundKind.Consent));
        Assert.Equal([], Rules(other, null, false, GroundKind.Consent, GroundKind.ConsentAndReferral));
        Assert.Equal([ReviewReason.RepeatedOverride], After(3, GroundKind.Override));
        Assert.Equal([], After(2, GroundKind.Override));
        Assert.Equal([], After(3, GroundKind.ConsentAndReferral));

        List<ReviewReason> After(int overrides, GroundKind ground) =>
            [.. ReviewRules.For(other, null, george, false, overrides, [Entry(ground)]).Where(r => r is not ReviewReason.Random)];

        List<ReviewReason> Rules(Account who, Resident? own, bool isColleague = false, params GroundKind[] grounds) =>
        [
            .. ReviewRules.For(who, own, george, isColleague, 0, [.. (grounds.Length == 0 ? [GroundKind.ConsentAndReferral] : grounds).Select(Entry)])
                .Where(r => r is not ReviewReason.Random)
        ];
    }

    [Fact]
    public void OneLookInAHundred_IsDrawn()
    {
        var (worker, george) = (A.CaseWorker(at: A.Agency(AgencyKind.Hospital)), A.Resident());

        var drawn = Enumerable.Range(0, 20_000).Count(_ =>
            ReviewRules.For(worker, null, george, false, 0, [Entry(GroundKind.ConsentAndReferral)]).Contains(ReviewReason.Random));

        // Six standard deviations around 200.
        Assert.InRange(drawn, 115, 285);
    }

    private static AccessEntry Entry(GroundKind ground) => new()
    {
        ResidentId = Guid.Empty, At = default, AccountId = Guid.Empty, Role = Role.CaseWorker, Kind = AccessKind.Looked,
        Category = DataCategory.Identity, Purpose = Purpose.Care, Channel = Channel.Page, Ground = ground
    };

    /// <summary>Somebody else of another name at the same address.</summary>
    private static Resident At(Resident neighbour) => new()
    {
        Id = Guid.CreateVersion7(), GivenName = "Next", FamilyName = "Door-Person", BirthDate = new DateOnly(1980, 1, 1),
        AddressLine = neighbour.AddressLine.ToUpperInvariant(), Town = neighbour.Town, Postcode = neighbour.Postcode.Replace(" ", "", StringComparison.Ordinal),
        Borough = neighbour.Borough, PlaceWasAsked = true
    };

    private static async Task<QuestionsShown> QuestionsAsync(Scene scene) =>
        Expect.Value(await scene.The<ReadQuestions>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));

    private static async Task<(AgencyOnScene Agency, Guid Entry)> LookedAtAsync(Scene scene)
    {
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);
        Expect.Value(await scene.The<GmConnect.Domain.Referrals.ReadReferral>().ExecuteAsync(
            (await scene.ReferralOfAsync(hospital)).Id, hospital.AsWorker, Guid.NewGuid()));

        return (hospital, (await scene.EntriesAsync()).Last(e => e.AgencyId == hospital.Id).Id);
    }

    private static async Task<Actor> AddAsync(Scene scene, Role role)
    {
        var office = A.Agency(AgencyKind.Oversight);
        await scene.World.SaveAsync(office);

        return await scene.AddAsync(A.Worker(role, office));
    }
}
