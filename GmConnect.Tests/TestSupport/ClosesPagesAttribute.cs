using System.Reflection;
using Xunit.Sdk;

namespace GmConnect.Tests.TestSupport;

/// <summary>Whoever came into the browser for a test leaves with it. Tests in the browser take turns, so what is open is the test's.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ClosesPagesAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest) => Task.Run(() => Browser.CloseWhatWasOpenedAsync()).GetAwaiter().GetResult();
}
