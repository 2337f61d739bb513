using GmConnect.Domain.Data.Providers;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace GmConnect.Tests.TestSupport;

/// <summary>
/// A test that runs once on each database. Its first argument is the <see cref="DatabaseProvider"/>; the values of each
/// <c>[Row(…)]</c>, where there are any, follow it. A database that is not there skips the test under its own name.
/// </summary>
[XunitTestCaseDiscoverer("GmConnect.Tests.TestSupport." + nameof(UseCaseDiscoverer), "GmConnect.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseCaseAttribute : FactAttribute;

/// <summary>The further arguments of one run of a <see cref="UseCaseAttribute"/> test.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RowAttribute(params object?[] values) : Attribute
{
    public object?[] Values { get; } = values;
}

public sealed class UseCaseDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo useCase) =>
        from row in Rows(method)
        from provider in Enum.GetValues<DatabaseProvider>()
        select TestCase(options, method, TestDatabase.WhyNot(provider), [provider, .. row]);

    private static IReadOnlyList<object?[]> Rows(ITestMethod method)
    {
        var rows = method.Method.GetCustomAttributes(typeof(RowAttribute))
            .Select(row => ((object[])row.GetConstructorArguments().Single()).ToArray<object?>())
            .ToList();

        return rows.Count == 0 ? [[]] : rows;
    }

    private XunitTestCase TestCase(
        ITestFrameworkDiscoveryOptions options, ITestMethod method, string? whyNot, object?[] arguments) =>
        whyNot is null
            ? new XunitTestCase(
                messages, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method, arguments)
            : new XunitSkippedDataRowTestCase(
                messages, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method, whyNot, arguments);
}
