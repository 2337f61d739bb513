namespace GmConnect.Tests.TestSupport;

/// <summary>A test in a real browser; skipped, by name, where none is installed.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browser.WhyNot;
}

/// <summary>As <see cref="BrowserFactAttribute"/>, once for each row, say each <see cref="Screen"/>.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Browser.WhyNot;
}
