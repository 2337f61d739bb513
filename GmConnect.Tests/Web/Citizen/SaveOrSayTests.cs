using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Citizen;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace GmConnect.Tests.Web.Citizen;

public class SaveOrSayTests
{
    private const int DiskFull = 13;

    private readonly SaveOrSay _saving = new(NullLogger<SaveOrSay>.Instance);

    [Fact]
    public async Task FullDisk_IsARefusalThatSaysToTryAgain()
    {
        var full = new DbUpdateException("not saved", new SqliteException("database or disk is full", DiskFull));

        Expect.Refused<NotSavedJustNow, int>(await _saving.TryAsync<int>(() => throw full));
        Expect.Refused<NotSavedJustNow>(await _saving.TryAsync((Func<Task<Outcome>>)(() => throw full)));
    }

    [Fact]
    public async Task FaultThatIsNotOfStorage_GoesOnToTheErrorPage() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => _saving.TryAsync<int>(() => throw new InvalidOperationException()));

    [Fact]
    public async Task WhatWasSaved_AndWhatWasRefused_ComeBackAsTheyAre()
    {
        Assert.Equal(7, Expect.Value(await _saving.TryAsync(() => Task.FromResult(Outcome.Of(7)))));
        Expect.Refused<NotFound>(await _saving.TryAsync(() => Task.FromResult((Outcome)NotFound.Instance)));
    }
}
