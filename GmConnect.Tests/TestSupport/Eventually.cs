using System.Diagnostics;

namespace GmConnect.Tests.TestSupport;

/// <summary>Waits for a thing that nothing announces; fails when it stays away.</summary>
public static class Eventually
{
    public static async Task AsyncIsTrue(Func<Task<bool>> claim, TimeSpan? within = null)
    {
        var waited = Stopwatch.StartNew();
        while (!await claim())
        {
            Assert.True(waited.Elapsed < (within ?? TimeSpan.FromSeconds(20)), "it never came true");
            await Task.Delay(50);
        }
    }
}
