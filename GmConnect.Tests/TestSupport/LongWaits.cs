using System.Runtime.CompilerServices;
using Bunit;
using Microsoft.Playwright;

namespace GmConnect.Tests.TestSupport;

/// <summary>
/// What a test waits for comes when the machine gets to it: beside other tests on two cores that can take longer than the tools' own one
/// and five seconds. Who waits in vain still fails.
/// </summary>
internal static class LongWaits
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(30);

    [ModuleInitializer]
    internal static void Set()
    {
        BunitContext.DefaultWaitTimeout = _limit;
        Assertions.SetDefaultExpectTimeout((float)_limit.TotalMilliseconds);
    }
}
