namespace GmConnect.Domain.Auditing;

/// <summary>The section <c>Audit</c> of the settings.</summary>
public sealed class AuditOptions
{
    public const int LargestBatch = 4096;

    /// <summary>The PEM file of the key that seals. Empty: this process cannot seal.</summary>
    public string Key { get; set; } = "";

    /// <summary>Development alone: a missing key is made.</summary>
    public bool MakeMissingKey { get; set; }

    /// <summary>A PEM file of every public key that ever sealed. Verifying trusts these and the key above, and none from the database.</summary>
    public string PublicKeys { get; set; } = "";

    /// <summary>Files outside the database that every batch's head is added to.</summary>
    public IList<string> Anchors { get; set; } = [];

    /// <summary>While an entry waits longer than this for an anchor, new disclosures stop. Zero: never.</summary>
    public TimeSpan StopAfter { get; set; } = TimeSpan.FromHours(4);

    /// <summary>How many entries one batch seals at most.</summary>
    public int BatchSize { get; set; } = LargestBatch;
}
