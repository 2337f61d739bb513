namespace GmConnect.Domain.Retention;

/// <summary>What is kept for a time of its own.</summary>
public enum RecordClass
{
    /// <summary>Everything that is held about one person, except the log of who looked.</summary>
    WholeRecord,

    /// <summary>A referral that ended without a service.</summary>
    EndedReferral,

    /// <summary>Who looked at a record that was destroyed.</summary>
    AccessLog
}

/// <summary>How long one class of records is kept, everywhere or in one borough.</summary>
public sealed class RetentionRule
{
    /// <summary>What a certificate names it by; no longer than an entry's destruction can say.</summary>
    public const int NameMaxLength = 60;

    public string Name { get; set; } = "";

    public RecordClass Class { get; set; }

    /// <summary>Nothing: wherever no rule of a borough says otherwise.</summary>
    public string? Borough { get; set; }

    /// <summary>Whole years, from what <see cref="RetentionOptions"/> says for the class.</summary>
    public int Years { get; set; }

    /// <summary>The law, code or decision it comes from, in words that a guardian can show to a court.</summary>
    public string Source { get; set; } = "";
}
