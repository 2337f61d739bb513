using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Safeguards;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Safeguards;

/// <summary>What the guardian records takes hold at once and ends at once, and names who decided it and why.</summary>
public class SafeguardTests
{
    [UseCase]
    public async Task AProtection_HidesThePlace_FromEverybodyButWhomItNames_UntilItEnds(DatabaseProvider provider)
    {
        await using var at = await OnTheDeskAsync(provider);
        var (hospital, council) = (at.Hospital, at.Council);
        Expect.Done(await at.Record.ProtectAsync(at.Matter, new ProtectionTyped("He is looking for her.", null, [hospital.Worker.Id]), at.Guardian));

        Assert.NotNull(await at.AddressForAsync(hospital));
        Assert.Null(await at.AddressForAsync(council));
        Assert.Null(Expect.Value(await at.Scene.The<ReadStory>().ExecuteAsync(at.Scene.GeorgesId, at.Scene.AsHelen)).Who.Address);
        var standing = Assert.Single(await at.InForceAsync());
        Assert.Equal(
            (SafeguardKind.Protection, "He is looking for her.", hospital.Worker.DisplayName, at.Guardian.DisplayName),
            (standing.Kind, standing.Why, Assert.Single(standing.Whom), standing.RecordedBy));

        Expect.Done(await at.Record.EndAsync(at.Matter, standing.Id, at.Guardian));
        Assert.NotNull(await at.AddressForAsync(council));
        Expect.Refused<SafeguardIsEnded>(await at.Record.EndAsync(at.Matter, standing.Id, at.Guardian));
    }

    [UseCase]
    public async Task ARestriction_BindsWhomItNames(DatabaseProvider provider)
    {
        await using var at = await OnTheDeskAsync(provider);
        var (george, helen) = (at.Scene.GeorgesId, at.Scene.AsHelen);

        Expect.Done(await at.Record.RestrictAsync(at.Matter, new RestrictionTyped("Order 12.", null, RestrictionKind.NoContact, helen.AccountId, null, null), at.Guardian));
        Expect.Done(await at.Record.RestrictAsync(
            at.Matter, new RestrictionTyped("Order 13.", null, RestrictionKind.CourtOrder, null, at.Council.Id, [StoryPartKind.Medicines]), at.Guardian));

        Expect.Refused<NotFound, StoryShown>(await at.Scene.The<ReadStory>().ExecuteAsync(george, helen));
        Assert.DoesNotContain(StoryPartKind.Medicines, await at.PartsForAsync(at.Council));
        Assert.Contains(StoryPartKind.AboutMe, await at.PartsForAsync(at.Council));
        Assert.Contains(StoryPartKind.Medicines, await at.PartsForAsync(at.Hospital));
        Assert.Equal(new[] { at.Council.Agency.Name, helen.DisplayName }.Order(), (await at.InForceAsync()).SelectMany(s => s.Whom).Order());
    }

    [UseCase]
    public async Task AFinding_TakesTheDecisionFromThePerson_AndNamesWhoJudgedAndWhoWasAsked(DatabaseProvider provider)
    {
        await using var at = await OnTheDeskAsync(provider);
        await at.Scene.ChooseAsync(new Given(await at.Scene.AddAgencyAsync(AgencyKind.Voluntary)));
        Expect.Done(await at.Record.FindAsync(
            at.Matter, new FindingTyped("He could not weigh it.", at.Today.AddDays(6), FindingKind.LacksCapacity, " Dr Example, ward ", "His daughter"), at.Guardian));

        Expect.Refused<NotFound>(await at.Scene.WithdrawAsync(at.Hospital, at.Scene.AsGeorge));
        var standing = Assert.Single(await at.InForceAsync());
        Assert.Equal(("Dr Example, ward", "His daughter", LondonTime.EndOf(at.Today.AddDays(6))), (standing.JudgedBy, standing.Consulted, standing.Until));
        at.Scene.World.Clock.SetUtcNow(LondonTime.EndOf(at.Today.AddDays(6)));
        Expect.Done(await at.Scene.WithdrawAsync(at.Hospital, at.Scene.AsGeorge));
    }

    /// <summary>An agency without permission reads what was disclosed, and no more; the log says under which ground.</summary>
    [UseCase]
    public async Task ADisclosure_OpensTheNamedParts_ToTheNamedAgency(DatabaseProvider provider)
    {
        await using var at = await OnTheDeskAsync(provider);
        var police = await at.Scene.AddAgencyAsync(AgencyKind.Police);
        var surgery = await at.Scene.AddAgencyAsync(AgencyKind.GpPractice);
        Expect.Refused<NotFound, MinimumShown>(await at.MinimumAsync(police));

        Expect.Done(await at.DiscloseAsync(police));
        // A surgery has care alone by permission; under a law it may have this for safety too.
        Expect.Done(await at.DiscloseAsync(surgery));
        var shown = Expect.Value(await at.MinimumAsync(police));

        Assert.Equal([StoryPartKind.WhatHappened], shown.Parts.Select(p => p.Part));
        Assert.Null(shown.Who.Address);
        Assert.Equal([StoryPartKind.WhatHappened], Expect.Value(await at.MinimumAsync(surgery)).Parts.Select(p => p.Part));
        Assert.True(Assert.Single(await at.FindAsync(police)).MayOpen);
        Assert.Contains(await at.LooksAsync(), l => l.Ground is GroundKind.LegalDuty && l.Who == police.Worker.DisplayName);
        Expect.Refused<NotFound, MinimumShown>(await at.MinimumAsync(await at.Scene.AddAgencyAsync(AgencyKind.Police)));
    }

    /// <summary>The looks stay out of the log until the guardian, asked again on the day, says that the person may be told.</summary>
    [UseCase]
    public async Task ADisclosureThatIsNotToldYet_IsAskedAboutEachMonth_UntilItIsTold(DatabaseProvider provider)
    {
        await using var at = await OnTheDeskAsync(provider);
        var police = await at.Scene.AddAgencyAsync(AgencyKind.Police);
        Expect.Done(await at.DiscloseAsync(police, notTold: "He would be beaten."));
        Expect.Value(await at.MinimumAsync(police));
        var (remind, close) = (at.Scene.The<RemindOfWithheld>(), at.Scene.The<CloseMatter>());

        Assert.DoesNotContain(await at.LooksAsync(), l => l.Ground is GroundKind.LegalDuty);
        Assert.Equal(0, await remind.ExecuteAsync());
        for (var month = 1; month <= 2; month++)
        {
            at.Scene.World.Clock.SetUtcNow(LondonTime.EndOf(at.Scene.World.Clock.Today().AddMonths(1)));
            Assert.Equal(1, await remind.ExecuteAsync());
            Assert.Equal(0, await remind.ExecuteAsync());
            var asked = Assert.Single(await at.DeskAsync(), row => row.Reason is ReviewReason.StillWithheld);
            Assert.Equal("He would be beaten.", Expect.Value(await at.Scene.The<ReadMatter>().ExecuteAsync(asked.MatterId, at.Guardian, Guid.NewGuid())).WithheldBecause);
            Expect.Done(await close.ExecuteAsync(asked.MatterId, Finding.DealtWith, "Asked the inspector.", month == 2, at.Guardian));
            Assert.Equal(month == 2, (await at.LooksAsync()).Any(l => l.Ground is GroundKind.LegalDuty));
        }

        at.Scene.World.Clock.SetUtcNow(LondonTime.EndOf(at.Scene.World.Clock.Today().AddMonths(1)));
        Assert.Equal(0, await remind.ExecuteAsync());
    }

    [Fact]
    public async Task WhatIsMissingOrImpossible_IsSaid_AndNothingIsRecorded()
    {
        await using var at = await OnTheDeskAsync();
        var police = await at.Scene.AddAgencyAsync(AgencyKind.Police);
        var (record, by, id) = (at.Record, at.Guardian, at.Matter);
        var disclosure = new DisclosureTyped("A risk.", at.Today, police.Id, Purpose.Safety, [StoryPartKind.AboutMe], false, "Care Act 2014 section 42", null);

        Expect.Refused<SafeguardNeedsWhy>(await record.ProtectAsync(id, new ProtectionTyped("  ", null, []), by));
        Expect.Refused<SafeguardWhyTooLong>(await record.ProtectAsync(id, new ProtectionTyped(new string('x', StandingFact.WhyMaxLength + 1), null, []), by));
        Expect.Refused<SafeguardEndsInThePast>(await record.ProtectAsync(id, new ProtectionTyped("Why.", at.Today.AddDays(-1), []), by));
        Expect.Refused<FindingNeedsWhoJudged>(await record.FindAsync(id, new FindingTyped("Why.", null, FindingKind.Competent, " ", null), by));
        Expect.Refused<DisclosureNeedsAgency>(await record.DiscloseAsync(id, disclosure with { AgencyId = null }, by));
        Expect.Refused<DisclosureNeedsAgency>(await record.DiscloseAsync(id, disclosure with { Purpose = Purpose.Equipment }, by));
        Expect.Refused<DisclosureNeedsAgency>(await record.DiscloseAsync(id, disclosure with { AgencyId = Guid.CreateVersion7() }, by));
        Expect.Refused<DisclosureNeedsParts>(await record.DiscloseAsync(id, disclosure with { Parts = [] }, by));
        Expect.Refused<DisclosureNeedsLaw>(await record.DiscloseAsync(id, disclosure with { Law = " " }, by));
        Expect.Refused<DisclosureNeedsEnd>(await record.DiscloseAsync(id, disclosure with { LastDay = null }, by));
        Expect.Refused<DisclosureNeedsEnd>(await record.DiscloseAsync(id, disclosure with { LastDay = at.Today.AddDays(RecordSafeguard.DisclosureLastsAtMost + 1) }, by));
        Expect.Refused<NotFound>(await record.EndAsync(id, Guid.CreateVersion7(), by));

        Assert.Empty(await at.InForceAsync());
        Expect.Done(await record.DiscloseAsync(id, disclosure, by));
    }

    /// <summary>What ends by a rule of its own, and what was about somebody else, nobody ends here. A lead decides none of it.</summary>
    [Fact]
    public async Task OnlyTheGuardian_AndOnlyWhatIsTheirsToEnd()
    {
        await using var at = await OnTheDeskAsync();
        var lead = await at.Scene.AddAsync(A.Worker(Role.GovernanceLead, at.Hospital.Agency));
        Expect.Value(await at.Scene.The<GmConnect.Domain.Rights.AskToStop>().ExecuteAsync(at.Scene.GeorgesId, at.Council.Id, "No.", at.Scene.AsHelen));
        var standing = await at.Scene.World.ReadAsync(async database => await database.Set<StandingFact>().AsNoTracking().ToListAsync());

        Expect.Refused<NotFound>(await at.Record.ProtectAsync(at.Matter, new ProtectionTyped("Why.", null, []), lead));
        Expect.Refused<NotFound, SafeguardsShown>(await at.Scene.The<ReadSafeguards>().ExecuteAsync(at.Matter, lead, Guid.NewGuid()));
        Assert.Contains(standing, f => f is NoticeGiven);
        Assert.Contains(standing, f => f is SharingRestricted { Kind: RestrictionKind.Objection });
        foreach (var fact in standing)
        {
            Expect.Refused<NotFound>(await at.Record.EndAsync(at.Matter, fact.Id, at.Guardian));
        }
    }

    private static async Task<OnTheDesk> OnTheDeskAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var scene = await Scene.OpenAsync(provider);
        var (hospital, council) = (await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync());
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital, council);
        var guardian = await scene.AddGuardianAsync();
        Expect.Done(await scene.The<TellGuardian>().OfReferralAsync((await scene.ReferralOfAsync(hospital)).Id, Told.SomethingElse, "Please decide.", hospital.AsWorker));
        var matter = Assert.Single((await scene.The<ListMatters>().ExecuteAsync(guardian, false, Guid.NewGuid())).Rows);
        Assert.Equal(ReviewReason.Raised, matter.Reason);

        return new OnTheDesk(scene, hospital, council, guardian, matter.MatterId);
    }

    private sealed record OnTheDesk(Scene Scene, AgencyOnScene Hospital, AgencyOnScene Council, Actor Guardian, Guid Matter) : IAsyncDisposable
    {
        public RecordSafeguard Record => Scene.The<RecordSafeguard>();

        public DateOnly Today => Scene.World.Clock.Today();

        public async Task<IReadOnlyList<SafeguardShown>> InForceAsync() =>
            Expect.Value(await Scene.The<ReadSafeguards>().ExecuteAsync(Matter, Guardian, Guid.NewGuid())).InForce;

        public async Task<IReadOnlyList<MatterRow>> DeskAsync() => (await Scene.The<ListMatters>().ExecuteAsync(Guardian, false, Guid.NewGuid())).Rows;

        public async Task<string?> AddressForAsync(AgencyOnScene agency) => (await ReadAsync(agency)).Who.Address;

        public async Task<IEnumerable<StoryPartKind>> PartsForAsync(AgencyOnScene agency) => (await ReadAsync(agency)).Parts.Select(p => p.Part);

        public Task<Outcome<MinimumShown>> MinimumAsync(AgencyOnScene agency) =>
            Scene.The<ReadMinimum>().ExecuteAsync(Scene.GeorgesId, agency.AsWorker, Guid.NewGuid());

        public async Task<IReadOnlyList<PersonFound>> FindAsync(AgencyOnScene agency) =>
            Expect.Value(await Scene.The<FindPerson>().ExecuteAsync(Scene.George.FullName, Scene.George.BirthDate, agency.AsWorker));

        public Task<Outcome> DiscloseAsync(AgencyOnScene to, string? notTold = null) => Record.DiscloseAsync(
            Matter,
            new DisclosureTyped("A risk.", Today.AddDays(90), to.Id, Purpose.Safety, [StoryPartKind.WhatHappened], false, "Care Act 2014 section 42", notTold),
            Guardian);

        public async Task<IReadOnlyList<Look>> LooksAsync() =>
            Expect.Value(await Scene.The<ListLooks>().ExecuteAsync(Scene.GeorgesId, false, 0, Scene.AsHelen)).Looks;

        public ValueTask DisposeAsync() => Scene.DisposeAsync();

        private async Task<ReferralShown> ReadAsync(AgencyOnScene agency) =>
            Expect.Value(await Scene.The<ReadReferral>().ExecuteAsync((await Scene.ReferralOfAsync(agency)).Id, agency.AsWorker, Guid.NewGuid()));
    }
}
