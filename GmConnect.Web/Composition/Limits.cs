namespace GmConnect.Web.Composition;

/// <summary>Every cap the web side keeps, from the section "Limits" of the settings.</summary>
public sealed record Limits
{
    /// <summary>Characters that one answer may hold, in any script. Pages state it; the hub's message size follows from it.</summary>
    public int LongestAnswer { get; init; } = 20_000;

    /// <summary>Characters of one posted field that still reach the page, so that an answer that is too long is refused with a sentence and kept.</summary>
    public int LongestPostedField { get; init; } = 120_000;

    public long RequestBodyBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Open staff pages (circuits), those waiting for a lost connection included.</summary>
    public int CircuitsPerPerson { get; init; } = 20;

    /// <summary>New connections to the hub a minute of one person.</summary>
    public int ConnectionAttemptsPerMinute { get; init; } = 120;

    /// <summary>The same of one address (an IPv6 network of 64 bits) for whoever is not signed in.</summary>
    public int AttemptsPerAddressBeforeSignIn { get; init; } = 60;

    /// <summary>Networks that many people share, in CIDR form: a hospital is one address.</summary>
    public IReadOnlyList<string> KnownAddresses { get; init; } = [];

    public int AttemptsPerKnownAddress { get; init; } = 2_000;

    /// <summary>How long a client may take to send its headers.</summary>
    public int RequestHeadersSeconds { get; init; } = 15;

    /// <summary>Answers that one address may send about events.</summary>
    public int PartnerAnswersPerMinute { get; init; } = 600;

    public int KeptCircuits { get; init; } = 200;

    public int KeptCircuitMinutes { get; init; } = 10;

    /// <summary>Off by default: measured, it more than doubles the resident memory of a staff page (docs/decisions).</summary>
    public bool CompressWebSockets { get; init; }

    /// <summary>
    /// Open connections of one person. Twice the circuits and a few: whoever opens one page too many is told so by the page,
    /// and connections that never become a page are capped all the same.
    /// </summary>
    public int ConnectionsPerPerson => (CircuitsPerPerson * 2) + 4;

    /// <summary>Twelve bytes a character: three of UTF-8, or six of a JSON escape, escaped once more by the JSON around it.</summary>
    public long HubMessageBytes => (LongestAnswer * 12L) + (16 * 1024);

    /// <summary>Nine bytes a character: three of UTF-8, each sent as a percent and two digits.</summary>
    public int PostedFieldBytes => LongestPostedField * 9;
}
