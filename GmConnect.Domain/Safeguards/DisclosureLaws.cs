namespace GmConnect.Domain.Safeguards;

/// <summary>Laws under which something is commonly disclosed without consent, to choose from. Another one can be named as well.</summary>
public static class DisclosureLaws
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Care Act 2014 section 42 (safeguarding an adult)",
        "Children Act 1989 section 47 (a child at risk of significant harm)",
        "Mental Capacity Act 2005 section 5 (best interests)",
        "Data Protection Act 2018 schedule 1 paragraph 18 (safeguarding)",
        "Data Protection Act 2018 schedule 2 paragraph 2 (crime)",
        "Crime and Disorder Act 1998 section 115",
        "Order of a court"
    ];
}
