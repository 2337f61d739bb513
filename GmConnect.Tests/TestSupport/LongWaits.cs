using System.Runtime.CompilerServices;
using Bunit;

namespace GmConnect.Tests.TestSupport;

internal static class LongWaits
{
    /// <summary>A part that waits for a database needs more than bUnit's one second on a busy machine; who waits in vain still fails.</summary>
    [ModuleInitializer]
    internal static void Set() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);
}
