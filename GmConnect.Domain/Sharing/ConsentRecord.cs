using System.Security.Cryptography;
using System.Text;
using GmConnect.Domain.Common;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Sharing;

/// <summary>One part of a story that a consent covers.</summary>
public sealed class ConsentedPart
{
    public Guid ConsentId { get; init; }

    public required StoryPartKind Part { get; init; }
}

/// <summary>
/// Confidentiality permission: one resident, one agency, named parts, one purpose, from and until. It covers a part and
/// not one version of it. The exact wording shown is kept with its hash. Source: ISO/IEC TS 27560:2023.
/// </summary>
public sealed class ConsentRecord : IConcernsResident<ConsentRecord>, IVersioned
{
    public const string SchemaVersion = "GM-Connect consent 1";
    public const int ReferenceMaxLength = 20;
    public const int LanguageMaxLength = 12;
    public const int HashLength = 64;

    private readonly List<ConsentedPart> _parts = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Reference { get; init; }

    public required Guid ResidentId { get; init; }

    public static Subject<ConsentRecord> Subject { get; } = SharingSubjects.Consent;

    public required Guid AgencyId { get; init; }

    public required Purpose Purpose { get; init; }

    public required DateTime From { get; init; }

    public required DateTime Until { get; init; }

    /// <summary>A refusal is a record too.</summary>
    public ConsentAnswer Answer { get; init; }

    public DecidedBy DecidedBy { get; init; }

    public required Guid GivenBy { get; init; }

    /// <summary>The delegation under which it was given; nothing when the resident gave it.</summary>
    public Guid? UnderDelegation { get; init; }

    /// <summary>Word for word what was on the page when it was given.</summary>
    public required string Wording { get; init; }

    /// <summary>SHA-256 of the wording in UTF-8, in lower-case hexadecimal.</summary>
    public required string WordingHash { get; init; }

    /// <summary>BCP 47 tag of the language it was shown in.</summary>
    public required string Language { get; init; }

    public DateTime? WithdrawnAt { get; private set; }

    public Guid? WithdrawnBy { get; private set; }

    /// <summary>A later consent to the same agency took its place.</summary>
    public DateTime? SupersededAt { get; private set; }

    /// <summary>The agency answered no to what came under it, so nothing needs it any more.</summary>
    public DateTime? LapsedAt { get; private set; }

    public Guid Version { get; set; }

    public IReadOnlyList<ConsentedPart> Parts => _parts;

    /// <summary>It is given, and has not ended.</summary>
    public bool IsInForce(DateTime at) => Answer is ConsentAnswer.Given && Stands(at);

    /// <summary>Given or refused, it has not ended.</summary>
    public bool Stands(DateTime at) =>
        From <= at && at < Until && (WithdrawnAt is null || at < WithdrawnAt) && (SupersededAt is null || at < SupersededAt)
        && (LapsedAt is null || at < LapsedAt);

    public ConsentRecord Covering(IEnumerable<StoryPartKind> parts)
    {
        _parts.AddRange(parts.Distinct().Order().Select(p => new ConsentedPart { ConsentId = Id, Part = p }));

        return this;
    }

    /// <summary>Refused once it is withdrawn; an expired one can still be withdrawn, so that the agency is told.</summary>
    public Outcome Withdraw(Stamp stamp)
    {
        if (WithdrawnAt is not null)
        {
            return new ConsentAlreadyWithdrawn();
        }

        (WithdrawnAt, WithdrawnBy) = (stamp.At, stamp.By);

        return Outcome.Done;
    }

    /// <summary>
    /// The no of the young person, or of one parent, to what somebody with parental responsibility might give again. It stands until
    /// the young person is 18, when only their own word counts anyway.
    /// </summary>
    internal ConsentRecord RefusedBy(Stamp stamp, DecidedBy by, DateTime until) => new ConsentRecord
    {
        Reference = Common.Reference.New(), ResidentId = ResidentId, AgencyId = AgencyId, Purpose = Purpose, From = stamp.At, Until = until,
        Answer = ConsentAnswer.Refused, DecidedBy = by, GivenBy = stamp.By, Wording = Wording, WordingHash = WordingHash, Language = Language
    }.Covering(_parts.Select(p => p.Part));

    internal void Supersede(DateTime at) => SupersededAt ??= at;

    internal void Lapse(DateTime at) => LapsedAt ??= at;

    public static string HashOf(string wording) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wording)));
}
