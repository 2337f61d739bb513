using GmConnect.Domain.Common;

namespace GmConnect.Domain.Agencies;

/// <summary>A partner organisation, or the service of one that a family would know by name.</summary>
public sealed class Agency
{
    public const int CodeMaxLength = 60;
    public const int NameMaxLength = 200;
    public const int BoroughMaxLength = 40;
    public const int WhatItDoesMaxLength = 300;
    public const int ClosedWordsMaxLength = 1_000;

    public Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required AgencyKind Kind { get; init; }

    /// <summary>Nothing when it serves all ten boroughs.</summary>
    public string? Borough { get; init; }

    /// <summary>What a family is told about it when they choose who may see their story.</summary>
    public required string WhatItDoes { get; init; }

    /// <summary>Whether a family can share with it.</summary>
    public bool TakesReferrals { get; set; } = true;

    /// <summary>How many of its managers must agree before a case of its own is closed: one supervisor, or a panel; none, and its lead closes it.</summary>
    public int ClosingApprovers { get; init; }

    /// <summary>How many of its managers must agree before an assessment of its own is finished; none, and its worker finishes it.</summary>
    public int AssessmentApprovers { get; init; }

    /// <summary>From then on it sees nothing and nobody can share with it.</summary>
    public DateTime? ClosedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    /// <summary>Why, and who helps instead; families and referrers read it.</summary>
    public string? ClosedWords { get; private set; }

    /// <summary>Nothing of its work is open any more.</summary>
    public DateTime? SettledAt { get; internal set; }

    /// <summary>Refuses without words, and what is closed already.</summary>
    internal Outcome Close(string? words, Stamp stamp)
    {
        var clean = PlainText.Clean(words);
        if (ClosedAt is not null)
        {
            return new AgencyIsClosed();
        }

        if (clean.Length is 0 or > ClosedWordsMaxLength)
        {
            return new AgencyClosingNeedsWords(clean.Length, ClosedWordsMaxLength);
        }

        (ClosedAt, ClosedBy, ClosedWords, TakesReferrals) = (stamp.At, stamp.By, clean, false);

        return Outcome.Done;
    }
}
