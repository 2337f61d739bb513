using System.Text.RegularExpressions;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Data.Demonstration;

public partial class InventedPeopleTests
{
    /// <summary>Outside checks sign in under these handles: none may be missing or have another role.</summary>
    public static readonly Dictionary<string, Role> Promised = new()
    {
        ["helen-ashworth"] = Role.Delegate,
        ["george-ashworth"] = Role.Resident,
        ["discharge-salford-royal"] = Role.DischargeCoordinator,
        ["social-worker-salford"] = Role.CaseWorker,
        ["district-nurse-salford"] = Role.CaseWorker,
        ["equipment-salford"] = Role.CaseWorker,
        ["wheelchair-service-gm"] = Role.CaseWorker,
        ["housing-officer-salford"] = Role.CaseWorker,
        ["housing-association-salford"] = Role.CaseWorker,
        ["reablement-salford"] = Role.CaseWorker,
        ["carers-charity-salford"] = Role.CaseWorker,
        ["police-gmp"] = Role.CaseWorker,
        ["fire-gmfrs"] = Role.CaseWorker,
        ["triage-lead-salford"] = Role.TriageLead,
        ["guardian-gm"] = Role.DataGuardian,
        ["governance-lead-bolton"] = Role.GovernanceLead,
        ["analyst-gm"] = Role.Analyst,
        ["administrator-gm"] = Role.Administrator,
        ["zainab-malik"] = Role.Resident,
        ["farah-malik"] = Role.Delegate,
        ["protected-resident"] = Role.Resident
    };

    [UseCase]
    public async Task PromisedPeople_ExistInTheirRole(DatabaseProvider provider)
    {
        await using var world = await SeededWorld.OnAsync(provider, residents: 10);

        var accounts = (await world.AllAsync<Account>()).ToDictionary(a => a.Handle);

        Assert.All(Promised, person => Assert.Equal(person.Value, accounts[person.Key].Role));
        Assert.All(accounts.Values, a => Assert.Equal(a.Role.IsCitizen(), a.AgencyId is null));
    }

    [Fact]
    public async Task GeorgesStory_IsUntoldAndHelenActsForHim()
    {
        await using var world = await SeededWorld.OnAsync(residents: 10);
        var accounts = (await world.AllAsync<Account>()).ToDictionary(a => a.Handle);
        var george = accounts["george-ashworth"].ResidentId!.Value;

        var delegation = Assert.Single(await world.AllAsync<Delegation>(), d => d.ResidentId == george);

        Assert.Equal(accounts["helen-ashworth"].Id, delegation.DelegateId);
        Assert.Equal((DelegationScope.Manage, "daughter"), (delegation.Scope, delegation.Relationship));
        Assert.True(delegation.IsInForce(world.Now));
        Assert.DoesNotContain(await world.AllAsync<Story>(), s => s.ResidentId == george);
        Assert.DoesNotContain(await world.AllAsync<ConsentRecord>(), c => c.ResidentId == george);
        Assert.DoesNotContain(await world.AllAsync<Referral>(), r => r.ResidentId == george);
    }

    [Fact]
    public async Task Zainab_IsSeventeenFor60MoreDays()
    {
        await using var world = await SeededWorld.OnAsync(residents: 10);
        var accounts = (await world.AllAsync<Account>()).ToDictionary(a => a.Handle);

        var zainab = Assert.Single(await world.AllAsync<Resident>(), r => r.Id == accounts["zainab-malik"].ResidentId);

        Assert.Equal(LondonTime.DayOf(world.Now).AddDays(60), zainab.BirthDate.AddYears(18));
        Assert.Contains(await world.AllAsync<Delegation>(), d => d.ResidentId == zainab.Id && d.DelegateId == accounts["farah-malik"].Id);
        Assert.Contains(await world.AllAsync<Referral>(), r => r.ResidentId == zainab.Id && r.Status == ReferralStatus.Accepted);
    }

    [Fact]
    public async Task ProtectedResidentsBrother_MayViewAndNotKnowWhere()
    {
        await using var world = await SeededWorld.OnAsync(residents: 10);
        var accounts = (await world.AllAsync<Account>()).ToDictionary(a => a.Handle);
        var (maya, brother) = (accounts["protected-resident"].ResidentId!.Value, accounts["protected-relative"]);

        var seen = await world.The<ReadPerson>().ExecuteAsync(maya, brother.AsActor());

        Assert.True(seen.Succeeded);
        Assert.Null(seen.Value.Address);
        Assert.Null(seen.Value.Phone);
    }

    [Fact]
    public async Task NobodysNumbers_CanBeReal()
    {
        await using var world = await SeededWorld.OnAsync();
        var residents = await world.AllAsync<Resident>();
        var numbers = residents.Select(r => r.NhsNumber).OfType<string>().ToList();

        Assert.All(numbers, n => Assert.True(n.StartsWith("999", StringComparison.Ordinal) && NhsNumber.TryParse(n, out _), n));
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.All(residents.Select(r => r.Phone).OfType<string>(), phone => Assert.Matches(DramaPhone(), phone));
        Assert.All(residents, r => Assert.Matches(Postcode(), r.Postcode));
    }

    [Fact]
    public void TestNhsNumbers_AreAllValidAndDifferent()
    {
        var all = Enumerable.Range(0, GmConnect.Domain.Data.Demonstration.DemonstrationOptions.MostResidents)
            .Select(GmConnect.Domain.Data.Demonstration.TestNhsNumbers.Of).ToList();

        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.All(all, n => Assert.True(NhsNumber.TryParse(n, out _), n));
    }

    [Fact]
    public async Task EveryBorough_HasItsAgenciesWithTwoWorkersOrMore()
    {
        await using var world = await SeededWorld.OnAsync(residents: 10);
        var agencies = (await world.AllAsync<Agency>()).Where(a => a.TakesReferrals).ToList();
        var workers = (await world.AllAsync<Account>()).Where(a => a.Role.IsWorker()).ToLookup(a => a.AgencyId);

        Assert.Equal(10, agencies.Select(a => a.Borough).OfType<string>().Distinct().Count());
        Assert.All(agencies, a => Assert.InRange(workers[a.Id].Count(), 2, 10));
        Assert.All(agencies, a => Assert.InRange(a.WhatItDoes.Length, 20, Agency.WhatItDoesMaxLength));
    }

    [Fact]
    public async Task NoHandle_IsTwicePresent_AndFewFamiliesAreListed()
    {
        await using var world = await SeededWorld.OnAsync();
        var handles = (await world.AllAsync<Account>()).Select(a => a.Handle).ToList();

        var listed = await world.The<ListSignInPeople>().ExecuteAsync();

        Assert.Equal(handles.Count, handles.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(
            ListSignInPeople.FamiliesShown, listed.Count(p => p.Handle.StartsWith(Account.FamilyHandles, StringComparison.Ordinal)));
        Assert.Empty(Promised.Keys.Except(listed.Select(p => p.Handle)));
    }

    [Fact]
    public async Task PartnerSystems_AnswerWhereTheyAreSimulated()
    {
        await using var world = await SeededWorld.OnAsync(residents: 10);

        Assert.All(await world.AllAsync<PartnerSystem>(), p =>
        {
            Assert.Matches(@"^http://127\.0\.0\.1:5080/simulated-partners/[a-z-]+/events$", p.Address);
            Assert.Equal(32, Convert.FromBase64String(p.Secret["whsec_".Length..]).Length);
        });
    }

    [GeneratedRegex(@"^(01632 960\d{3}|07700 900\d{3}|0161 496 0\d{3})$")]
    private static partial Regex DramaPhone();

    [GeneratedRegex(@"^(GIR ?0AA|(?:[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9](?:[0-9]|[ABEHMNPRV-Y])?|[0-9][A-HJKPS-UW])) [0-9][ABD-HJLNP-UW-Z]{2})$")]
    private static partial Regex Postcode();
}
