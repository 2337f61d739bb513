using GmConnect.Domain.ComingOfAge;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.ComingOfAge;

public class TellBirthdaysTests
{
    [Theory]
    [InlineData("2008-11-23", 18, 0, "2026-11-23")]
    [InlineData("2008-11-23", 18, 1, "2026-10-23")]
    [InlineData("2008-11-23", 18, 12, "2025-11-23")]
    [InlineData("2010-11-23", 16, 3, "2026-08-23")]
    [InlineData("2008-02-29", 18, 0, "2026-03-01")]
    [InlineData("2008-02-29", 18, 12, "2025-03-01")]
    [InlineData("2012-02-29", 16, 0, "2028-02-29")]
    [InlineData("2010-03-31", 16, 1, "2026-02-28")]
    [InlineData("2013-10-25", 13, 0, "2026-10-25")]
    public void AStep_IsDueAtMidnightInLondon(string born, int age, int months, string day) =>
        Assert.Equal(
            LondonTime.EndOf(DateOnly.Parse(day).AddDays(-1)),
            Milestones.Of(DateOnly.Parse(born)).Single(m => (m.Age, m.MonthsBefore) == (age, months)).DueAt);

    /// <summary>Whatever the days it ran on, each step of everybody is told once: nothing lost, nothing twice.</summary>
    [UseCase]
    public async Task WhateverTheGaps_EachStepIsToldOnce(DatabaseProvider provider)
    {
        await using var world = await World.OnAsync(provider);
        var random = new Random(20261123);
        var today = world.Clock.Today();
        var born = Enumerable.Range(0, 60).Select(i => i % 6 == 0 ? new DateOnly(2008 + (4 * (i % 3)), 2, 29) : today.AddYears(-11).AddDays(-random.Next(8 * 365))).ToList();
        var people = born.Select(day => Person(day)).ToList();
        await world.SaveAsync([.. people]);
        var begun = world.Now;
        await world.The<TellBirthdays>().ExecuteAsync();

        while (world.Now < begun.AddYears(2))
        {
            world.Clock.Advance(TimeSpan.FromHours(random.Next(10) == 0 ? random.Next(24 * 200) : random.Next(1, 40 * 24)));
            await world.The<TellBirthdays>().ExecuteAsync();
        }

        Assert.Equal(0, await world.The<TellBirthdays>().ExecuteAsync());
        var told = await world.ReadAsync(database => database.Set<BirthdayNotice>().ToListAsync());
        var expected = people.SelectMany(p => Milestones.Of(p.BirthDate)
            .Where(m => m.DueAt > begun.AddDays(-1) && m.DueAt <= world.Now).Select(m => (p.Id, m.Age, m.MonthsBefore, m.DueAt)));
        Assert.Equal(expected.Order(), told.Select(n => (n.ResidentId, n.Age, n.MonthsBefore, n.DueAt)).Order());
        Assert.True(told.Count > 50);
        Assert.Equal(Milestones.Steps.Count, told.Select(n => (n.Age, n.MonthsBefore)).Distinct().Count());
    }

    [UseCase]
    public async Task AtEighteen_WhatAParentHeldEnds_AndNothingElse(DatabaseProvider provider)
    {
        await using var world = await World.OnAsync(provider);
        var zainab = Person(world.Clock.Today().AddYears(-18).AddDays(1));
        var (mother, friend) = (A.Daughter(of: zainab), A.Daughter(of: zainab));
        var (parent, chosen) = (ByParent(zainab, mother.Id), A.Delegation(zainab, friend));
        await world.SaveAsync(zainab, mother, friend, parent, chosen);
        await world.The<TellBirthdays>().ExecuteAsync();
        world.Clock.Advance(TimeSpan.FromDays(3));

        await world.The<TellBirthdays>().ExecuteAsync();

        var ends = await world.ReadAsync(database => database.Set<Delegation>().ToDictionaryAsync(d => d.Id, d => (d.EndedAt, d.EndedBy)));
        Assert.Equal((Birthday.Begins(zainab.BirthDate, 18), null), ends[parent.Id]);
        Assert.Null(ends[chosen.Id].EndedAt);
    }

    private static Delegation ByParent(Resident of, Guid parent) => new()
    {
        ResidentId = of.Id, DelegateId = parent, Kind = DelegationKind.Parent, Relationship = "mother", Scope = DelegationScope.Manage, WitnessedBy = "Registrar",
        From = World.Start.UtcDateTime.AddYears(-1), Until = World.Start.UtcDateTime.AddYears(9)
    };

    private static Resident Person(DateOnly born) => new()
    {
        Id = Guid.CreateVersion7(), GivenName = "Zainab", FamilyName = "Malik", BirthDate = born, AddressLine = "1 Nowhere", Town = "Bolton", Postcode = "BL1 1ZZ",
        Borough = "Bolton", PlaceWasAsked = true
    };
}
