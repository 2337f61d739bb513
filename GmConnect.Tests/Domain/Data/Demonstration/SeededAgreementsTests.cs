using GmConnect.Domain.Agencies;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Data.Demonstration;

/// <summary>Everything that an agency of the demonstration can see today stays visible once agreements are asked for.</summary>
public class SeededAgreementsTests
{
    [Fact]
    public async Task EveryAgencyThatTakesReferrals_MayBeGivenAllItIsGivenToday()
    {
        await using var world = await SeededWorld.OnAsync(residents: 3);
        var agencies = await world.AllAsync<Agency>(all => all.Where(a => a.TakesReferrals));
        var spans = await SpansAsync(world, agencies, world.Now);

        Assert.NotEmpty(agencies);
        foreach (var agency in agencies)
        {
            var inForce = spans.Where(s => s.AgencyId == agency.Id && s.IsOn(world.Now)).ToList();
            Assert.Empty(Purposes.For(agency.Kind).Except(inForce.SelectMany(s => s.Purposes)));
            Assert.Empty(Coverable.Categories.Except(inForce.SelectMany(s => s.Categories)));
            Assert.Empty(GmConnect.Domain.Stories.StoryQuestions.Parts.Except(inForce.SelectMany(s => s.Parts)));
        }
    }

    [Fact]
    public async Task EveryPermission_WasGivenUnderAnAgreementInForce()
    {
        await using var world = await SeededWorld.OnAsync();
        var consents = await world.AllAsync<ConsentRecord>(all => all.Include(c => c.Parts));

        Assert.NotEmpty(consents);
        foreach (var day in consents.GroupBy(c => LondonTime.DayOf(c.From)))
        {
            var at = day.Min(c => c.From);
            var spans = await world.ReadAsync(database => AgreementSpan.LoadAsync(database, [.. day.Select(c => c.AgencyId).Distinct()], at));
            Assert.All(day, c => Assert.Contains(spans, s => s.AgencyId == c.AgencyId && s.IsOn(at) && s.Purposes.Contains(c.Purpose)));
        }
    }

    [Fact]
    public async Task OneEndsSoon_OneAwaitsTheBoltonLead_AndTheGuardianSeesAll()
    {
        await using var world = await SeededWorld.OnAsync(residents: 3);
        var guardian = (await world.AllAsync<GmConnect.Domain.Accounts.Account>()).Single(a => a.Handle == "guardian-gm").AsActor();
        var lead = (await world.AllAsync<GmConnect.Domain.Accounts.Account>()).Single(a => a.Handle == "governance-lead-bolton").AsActor();

        var all = Expect.Value(await world.The<ListAgreements>().ExecuteAsync(guardian));
        var theirs = Expect.Value(await world.The<ListAgreements>().ExecuteAsync(lead));

        Assert.Equal(40, LondonTime.DayOf(Assert.Single(all.EndingSoon).Until.AddTicks(-1)).DayNumber - LondonTime.DayOf(world.Now).DayNumber);
        Assert.Equal(6, all.Others.Count);
        Assert.Single(theirs.Others, l => l.AwaitsMe);
    }

    private static Task<IReadOnlyList<AgreementSpan>> SpansAsync(World world, List<Agency> agencies, DateTime at) =>
        world.ReadAsync(database => AgreementSpan.LoadAsync(database, [.. agencies.Select(a => a.Id)], at));
}
