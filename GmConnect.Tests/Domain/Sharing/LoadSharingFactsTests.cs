using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>What is recorded about a person comes to the decision as it was recorded, on each database; what ended stays away.</summary>
public class LoadSharingFactsTests
{
    [UseCase]
    public async Task EveryKindOfStandingFact_IsLoadedAsItWasRecorded(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        var (from, until, by) = (scene.World.Now.AddDays(-1), scene.World.Now.AddDays(1), scene.AsGeorge.AccountId);
        var (named, team) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        StandingFact[] recorded =
        [
            new NoticeGiven { ResidentId = scene.GeorgesId, From = from, RecordedBy = by, TeamId = team, Purpose = Purpose.Care, WordingHash = ConsentRecord.HashOf("x"), Language = "en-GB" },
            new PlaceProtected { ResidentId = scene.GeorgesId, From = from, Until = until, RecordedBy = by, MayKnow = [named] },
            new SharingRestricted
            {
                ResidentId = scene.GeorgesId, From = from, RecordedBy = by, Kind = RestrictionKind.Objection, AgencyId = hospital.Id,
                Categories = [DataCategory.StoryPart], Parts = [StoryPartKind.Medicines, StoryPartKind.AboutMe], Purposes = [Purpose.Care]
            },
            new SharingRestricted { ResidentId = scene.GeorgesId, From = from, RecordedBy = by, Kind = RestrictionKind.CourtOrder, AccountId = named, AgencyKind = AgencyKind.Police },
            new CapacityFound { ResidentId = scene.GeorgesId, From = from, Until = from.AddHours(1), RecordedBy = by, Kind = FindingKind.LacksCapacity, Purposes = [Purpose.Care, Purpose.Safety] },
            new DisclosureDecided
            {
                ResidentId = scene.GeorgesId, From = from, Until = until, RecordedBy = by, AgencyId = hospital.Id, Purpose = Purpose.Safety,
                Categories = [DataCategory.Identity, DataCategory.StoryPart], Parts = [StoryPartKind.WhatHappened], Law = "Care Act 2014 s42"
            },
            new OverrideMade { ResidentId = scene.GeorgesId, From = from, Until = until, RecordedBy = by, AccountId = named, AgencyId = hospital.Id, Reason = OverrideReason.LifeAtRisk }
        ];
        var ended = new PlaceProtected { ResidentId = scene.GeorgesId, From = from, RecordedBy = by };
        ended.End(new Stamp(by, scene.World.Now));
        await scene.World.SaveAsync([.. recorded, ended]);

        var facts = await scene.World.ReadAsync(async database => (await LoadSharingFacts.LoadAsync(
            database, [scene.George], hospital.AsWorker, scene.World.Now, false, default))[scene.GeorgesId].Facts);

        Assert.Equal([new NoticeFact(recorded[0].Id, Audience.Team(team), Purpose.Care, from, DateTime.MaxValue)], facts.Notices);
        var protection = Assert.Single(facts.Protections);
        Assert.Equal((recorded[1].Id, from, until), (protection.Id, protection.From, protection.Until));
        Assert.Equal([named], protection.MayKnow);
        Assert.Equal(2, facts.Restrictions.Count);
        var objection = facts.Restrictions.Single(x => x.Id == recorded[2].Id);
        Assert.Equal((RestrictionKind.Objection, hospital.Id, PartSet.Of(StoryPartKind.AboutMe, StoryPartKind.Medicines)), (objection.Kind, objection.AgencyId, objection.Parts));
        Assert.Equal([DataCategory.StoryPart], objection.Categories);
        Assert.Equal([Purpose.Care], objection.Purposes);
        var order = facts.Restrictions.Single(x => x.Id == recorded[3].Id);
        Assert.Equal((named, AgencyKind.Police, null, null, null), (order.AccountId, order.AgencyKind, order.Categories, order.Parts, order.Purposes));
        // A finding that is over still tells whether a consent given under it was valid.
        var finding = Assert.Single(facts.Findings);
        Assert.Equal((FindingKind.LacksCapacity, from.AddHours(1)), (finding.Kind, finding.Until));
        Assert.Equal([Purpose.Care, Purpose.Safety], finding.Purposes);
        var disclosure = Assert.Single(facts.Disclosures);
        Assert.Equal((hospital.Id, Purpose.Safety, PartSet.Of(StoryPartKind.WhatHappened)), (disclosure.AgencyId, disclosure.Purpose, disclosure.Parts));
        Assert.Equal([DataCategory.Identity, DataCategory.StoryPart], disclosure.Categories);
        Assert.Equal([new OverrideFact(recorded[6].Id, named, hospital.Id, from, until)], facts.Overrides);
    }
}
