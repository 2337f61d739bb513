using System.Diagnostics;

namespace GmConnect.Tests.TestSupport;

/// <summary>Waits for a thing that nothing announces; fails when it stays away.</summary>
public static class Eventually
{
    /// <param name="instead">What there was in its place.</param>
    public static async Task AsyncIsTrue(Func<Task<bool>> claim, TimeSpan? within = null, Func<string>? instead = null)
    {
        var waited = Stopwatch.StartNew();
        while (!await claim())
        {
            Assert.True(waited.Elapsed < (within ?? TimeSpan.FromSeconds(60)), $"it never came true; {instead?.Invoke()}");
            await Task.Delay(50);
        }
    }
}
