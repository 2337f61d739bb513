using GmConnect.Domain.Data.Providers;

namespace GmConnect.Tests.TestSupport;

/// <summary>A test in a real browser; skipped, by name, where none is installed.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    private readonly DatabaseProvider _on;

    public BrowserFactAttribute() => Skip = Browser.WhyNot;

    /// <summary>The database it needs besides.</summary>
    public DatabaseProvider On
    {
        get => _on;
        init => (_on, Skip) = (value, Skip ?? TestDatabase.WhyNot(value));
    }
}

/// <summary>As <see cref="BrowserFactAttribute"/>, once for each row, say each <see cref="Screen"/>.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Browser.WhyNot;
}
