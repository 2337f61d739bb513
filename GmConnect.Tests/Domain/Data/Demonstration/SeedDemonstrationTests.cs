using GmConnect.Domain.Agencies;
using GmConnect.Domain.Data.Demonstration;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Residents;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Data.Demonstration;

public class SeedDemonstrationTests
{
    private static readonly DemonstrationOptions _small = new() { Residents = 40 };

    [UseCase]
    public async Task ExecuteAsync_EmptyDatabase_HoldsTheWorld(DatabaseProvider provider)
    {
        await using var world = await World.OnAsync(provider);
        var progress = new Reports();

        var outcome = await world.The<SeedDemonstration>().ExecuteAsync(_small, progress);

        Assert.True(outcome.Succeeded);
        Assert.Equal(_small.Residents, await world.ReadAsync(database => database.Set<Resident>().CountAsync()));
        Assert.Equal(new SeedProgress(40, 40), progress.Last);
    }

    [UseCase]
    public async Task ExecuteAsync_SameNumbersAgain_ChangesNothing(DatabaseProvider provider)
    {
        await using var world = await World.OnAsync(provider);
        await world.The<SeedDemonstration>().ExecuteAsync(_small);
        var before = await world.ReadAsync(database => database.Set<DemonstrationMark>().AsNoTracking().SingleAsync());
        world.Clock.Advance(TimeSpan.FromDays(3));

        var outcome = await world.The<SeedDemonstration>().ExecuteAsync(_small);

        Assert.True(outcome.Succeeded);
        Assert.Equal(before.Version, (await world.ReadAsync(database => database.Set<DemonstrationMark>().AsNoTracking().SingleAsync())).Version);
    }

    [UseCase]
    public async Task ExecuteAsync_OtherNumbers_IsRefused(DatabaseProvider provider)
    {
        await using var world = await World.OnAsync(provider);
        await world.The<SeedDemonstration>().ExecuteAsync(_small);

        var outcome = await world.The<SeedDemonstration>().ExecuteAsync(new() { Residents = 41 });

        Assert.Equal(new DemonstrationHasOtherNumbers(40, _small.Seed), outcome.Refusal);
    }

    [UseCase]
    public async Task ExecuteAsync_DatabaseInUse_IsRefusedAndLeftAlone(DatabaseProvider provider)
    {
        await using var world = await World.OnAsync(provider);
        await world.SaveAsync(new Agency { Id = Guid.CreateVersion7(), Code = "real", Name = "Real", Kind = AgencyKind.Police, WhatItDoes = "Real." });

        var outcome = await world.The<SeedDemonstration>().ExecuteAsync(_small);

        Assert.IsType<DatabaseHoldsRealData>(outcome.Refusal);
        Assert.Equal(1, await world.ReadAsync(database => database.Agencies.CountAsync()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(DemonstrationOptions.MostResidents + 1)]
    public async Task ExecuteAsync_SizeNotPossible_IsRefused(int residents)
    {
        await using var world = await World.OnAsync();

        var outcome = await world.The<SeedDemonstration>().ExecuteAsync(new() { Residents = residents });

        Assert.IsType<DemonstrationSizeNotPossible>(outcome.Refusal);
    }

    private sealed class Reports : IProgress<SeedProgress>
    {
        public SeedProgress? Last { get; private set; }

        public void Report(SeedProgress value) => Last = value;
    }
}
