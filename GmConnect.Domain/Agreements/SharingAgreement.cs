using GmConnect.Domain.Common;

namespace GmConnect.Domain.Agreements;

/// <summary>
/// Between which agencies, for what and on what lawful basis data may flow. It is in force only while it is wholly signed,
/// within its days and not suspended; it permits nothing about any one person, whose own permission is a separate thing.
/// Terms are append-only and every change bears its time, so that the rows tell what was in force at any instant.
/// </summary>
public sealed class SharingAgreement : IVersioned
{
    public const int ReferenceMaxLength = 20;
    public const int TitleMaxLength = 200;
    public const int ReasonMaxLength = 2_000;

    private readonly List<AgreementVersion> _versions = [];
    private readonly List<AgreementSuspension> _suspensions = [];
    private readonly List<AgreementChange> _changes = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Reference { get; init; }

    public required string Title { get; init; }

    public AgreementStatus Status { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public Guid Version { get; set; }

    public IReadOnlyList<AgreementVersion> Versions => _versions;

    public IReadOnlyList<AgreementSuspension> Suspensions => _suspensions;

    /// <summary>Added to without being loaded.</summary>
    public IReadOnlyList<AgreementChange> Changes => _changes;

    /// <summary>The version last written, signed or not.</summary>
    public AgreementVersion Latest => _versions.MaxBy(v => v.Number)!;

    /// <summary>The version that all parties signed last; nothing for a draft.</summary>
    public AgreementVersion? Standing => _versions.Where(v => v.SignedAt is not null).MaxBy(v => v.Number);

    public static Outcome<SharingAgreement> Draft(string? title, AgreementTerms terms, string? why, Stamp stamp, string? reference = null)
    {
        var words = PlainText.Clean(title);
        if (words.Length is 0 or > TitleMaxLength)
        {
            return new AgreementNeedsTitle(words.Length, TitleMaxLength);
        }

        var draft = new SharingAgreement { Reference = reference ?? Common.Reference.New(), Title = words };
        var written = draft.Write(terms, why, stamp);

        return written.Succeeded ? draft : written.Refusal;
    }

    /// <summary>Writes other terms. What was signed stays in force until every party has signed them too.</summary>
    public Outcome Change(AgreementTerms terms, string? why, Stamp stamp) => Status is AgreementStatus.Ended
        ? new AgreementNotInThatState(Status, AgreementStatus.Signed)
        : Write(terms, why, stamp);

    /// <param name="number">The version that was read before signing.</param>
    public Outcome Sign(int number, Guid agencyId, string? office, Stamp stamp)
    {
        var words = PlainText.Clean(office);
        if (words.Length is 0 or > AgreementParty.OfficeMaxLength)
        {
            return new AgreementNeedsOffice(words.Length, AgreementParty.OfficeMaxLength);
        }

        if (Status is AgreementStatus.Ended)
        {
            return new AgreementNotInThatState(Status, AgreementStatus.Signed);
        }

        if (number != Latest.Number)
        {
            return new AgreementHasNewerVersion(Latest.Number);
        }

        stamp = NeverEarlier(stamp);
        var signed = Latest.Sign(agencyId, words, stamp);
        if (!signed.Succeeded)
        {
            return signed;
        }

        Record(AgreementAct.Signed, Latest.Number, words, stamp);
        if (Status is AgreementStatus.Draft && Latest.SignedAt is not null)
        {
            Status = AgreementStatus.Signed;
        }

        return Outcome.Done;
    }

    public Outcome Suspend(string? why, Stamp stamp) => Become(AgreementStatus.Suspended, AgreementAct.Suspended, why, stamp, at =>
        _suspensions.Add(new AgreementSuspension { AgreementId = Id, From = at }));

    public Outcome Resume(string? why, Stamp stamp) => Become(AgreementStatus.Signed, AgreementAct.Resumed, why, stamp, at =>
        _suspensions.Single(s => s.Until is null).Until = at);

    public Outcome End(string? why, Stamp stamp) => Become(AgreementStatus.Ended, AgreementAct.Ended, why, stamp, at => EndedAt = at);

    /// <summary>Whether the agency is bound by what stands, or would be by what is to be signed.</summary>
    public bool Binds(Guid? agencyId) =>
        new[] { Latest, Standing }.Any(v => v?.Parties.Any(p => p.AgencyId == agencyId) is true);

    public bool IsSuspended(DateTime at) => _suspensions.Any(s => s.IsOn(at));

    /// <summary>
    /// In force at an instant or still to come, as known at that instant: later signatures, suspensions and endings change
    /// nothing of it. One span a party that is loaded.
    /// </summary>
    public IEnumerable<AgreementSpan> SpansAt(DateTime at) => IsSuspended(at) ? [] : CarriedAt(at);

    /// <summary>The same, as if a suspension had been lifted.</summary>
    internal IEnumerable<AgreementSpan> CarriedAt(DateTime at)
    {
        if (EndedAt <= at)
        {
            return [];
        }

        var resumed = _suspensions.Where(s => s.Until <= at).Max(s => s.Until) ?? DateTime.MinValue;
        var signed = _versions.Where(v => v.SignedAt <= at).ToList();

        return
            from version in signed
            let replaced = signed.Where(v => v.Number > version.Number).Min(v => v.Begins) ?? DateTime.MaxValue
            let until = replaced < version.Until ? replaced : version.Until
            let begins = version.Begins!.Value
            where at < until && begins < until
            orderby version.Number
            from party in version.Parties
            select new AgreementSpan(
                Id, version.Number, party.AgencyId, version.Purposes, version.Categories, version.Parts, begins > resumed ? begins : resumed, until);
    }

    private Outcome Write(AgreementTerms terms, string? why, Stamp stamp)
    {
        var reason = Reason(why);
        if (!reason.Succeeded)
        {
            return reason;
        }

        if (terms.Check(LondonTime.DayOf(stamp.At)) is { } refusal)
        {
            return refusal;
        }

        var version = AgreementVersion.Of(Id, _versions.Count == 0 ? 1 : Latest.Number + 1, terms);
        _versions.Add(version);
        Record(AgreementAct.Drafted, version.Number, reason.Value, NeverEarlier(stamp));

        return Outcome.Done;
    }

    private Outcome Become(AgreementStatus wanted, AgreementAct act, string? why, Stamp stamp, Action<DateTime> change)
    {
        // A resumption is no first signing: that arrow is another act's.
        if (!Status.CanBecome(wanted) || Status is AgreementStatus.Draft)
        {
            return new AgreementNotInThatState(Status, wanted);
        }

        return Reason(why).Then(reason =>
        {
            stamp = NeverEarlier(stamp);
            change(stamp.At);
            Status = wanted;
            Record(act, (Standing ?? Latest).Number, reason, stamp);

            return Outcome.Done;
        });
    }

    private static Outcome<string> Reason(string? why) => PlainText.Clean(why) is { Length: > 0 and <= ReasonMaxLength } words
        ? words
        : new AgreementNeedsReason(PlainText.Clean(why).Length, ReasonMaxLength);

    /// <summary>Two nodes' clocks may differ: nothing is dated before what had already happened.</summary>
    private Stamp NeverEarlier(Stamp stamp) => stamp.At < ChangedAt ? stamp with { At = ChangedAt } : stamp;

    private void Record(AgreementAct act, int number, string why, Stamp stamp)
    {
        _changes.Add(new AgreementChange { AgreementId = Id, Number = number, Act = act, At = stamp.At, By = stamp.By, Why = why });
        ChangedAt = stamp.At;
    }
}
