using GmConnect.Domain.Common;

namespace GmConnect.Domain.Sharing;

/// <summary>
/// Something recorded about a resident that decisions read besides consents: it holds from an instant until an end, and is
/// never changed except that an end is written once, at the instant it is written. So what stood at any past instant can be
/// told from the rows, and a decision replayed. All kinds are in one table: a decision reads them in one query.
/// </summary>
public abstract class StandingFact : IConcernsResident<StandingFact>, IVersioned
{
    public const int WhyMaxLength = 2_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<StandingFact> Subject { get; } = new(DataCategory.Rights);

    public required DateTime From { get; init; }

    /// <summary>The end that was stated when it was recorded.</summary>
    public DateTime? Until { get; init; }

    public required Guid RecordedBy { get; init; }

    /// <summary>In the recorder's words.</summary>
    public string Why { get; init; } = "";

    public DateTime? EndedAt { get; private set; }

    public Guid? EndedBy { get; private set; }

    public Guid Version { get; set; }

    public bool IsInForce(DateTime at) => From <= at && at < EndsAsKnownAt(at);

    /// <summary>What was ended later was not known to end then.</summary>
    internal DateTime EndsAsKnownAt(DateTime at)
    {
        var (stated, ended) = (Until ?? DateTime.MaxValue, EndedAt is { } end && end <= at ? end : DateTime.MaxValue);

        return stated < ended ? stated : ended;
    }

    /// <summary>Ending what has ended changes nothing.</summary>
    public void End(Stamp stamp)
    {
        if (EndedAt is null)
        {
            (EndedAt, EndedBy) = (stamp.At, stamp.By);
        }
    }
}
