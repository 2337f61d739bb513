using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Cases;

/// <param name="KeepUntil">The last London day it is kept; nothing: as long as the case.</param>
/// <param name="HouseholdId">The case of another person on which it is added, where the two are on it together.</param>
public sealed record DocumentTyped(string? Title, byte[] Content, CaseAudience Audience, DateOnly? KeepUntil, Guid? HouseholdId = null);

/// <summary>A file that a worker added to a case, with readers and an end of its own. It is handed out as a download only.</summary>
public sealed class CaseDocument : IPartOf<CaseFile>, IConcernsResident<CaseDocument>, IVersioned
{
    public const int TitleMaxLength = 200;
    public const int ReasonMaxLength = 500;
    public const int MaxMegabytes = 10;
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;
    public const int MostInOneCase = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<CaseDocument> Subject { get; } = CaseSubjects.Document;

    public required Guid CaseFileId { get; init; }

    public required Guid AgencyId { get; init; }

    public required string Title { get; init; }

    public required DocumentKind Kind { get; init; }

    public required int Size { get; init; }

    public required CaseAudience Audience { get; init; }

    public DateOnly? KeepUntil { get; init; }

    /// <summary>It is shown on this case too, of another person who is on it together with the one whom it is about.</summary>
    public Guid? HouseholdId { get; init; }

    public required DateTime AddedAt { get; init; }

    public required Guid AddedBy { get; init; }

    public DateTime? RemovedAt { get; private set; }

    /// <summary>Nothing: its day came.</summary>
    public Guid? RemovedBy { get; private set; }

    public string? RemovedBecause { get; private set; }

    public Guid Version { get; set; }

    /// <summary>Whether somebody who opened the case may have it.</summary>
    public bool IsReadBy(Actor actor) => actor.Role.IsCitizen()
        ? Audience is CaseAudience.Family
        : Audience is not CaseAudience.Agency || AgencyId == actor.AgencyId;

    /// <summary>Refuses a file that is empty, too large or of a kind that is not taken, and a last day that is over.</summary>
    /// <param name="today">Today in London.</param>
    /// <param name="there">How many the case has.</param>
    public static Outcome<(CaseDocument Document, CaseDocumentContent Content)> Add(
        CaseFile file, Guid agencyId, DocumentTyped typed, int there, DateOnly today, Stamp stamp)
    {
        var title = PlainText.Clean(typed.Title);
        if (title.Length is 0 or > TitleMaxLength)
        {
            return new DocumentNeedsTitle(title.Length, TitleMaxLength);
        }

        if (Fault(typed, there, today) is { } fault)
        {
            return fault;
        }

        if (DocumentKinds.Of(typed.Content) is not { } kind)
        {
            return new DocumentOfAnotherKind();
        }

        var document = new CaseDocument
        {
            ResidentId = file.ResidentId, CaseFileId = file.Id, AgencyId = agencyId, Title = title, Kind = kind, Size = typed.Content.Length,
            Audience = typed.Audience, KeepUntil = typed.KeepUntil, HouseholdId = typed.HouseholdId, AddedAt = stamp.At, AddedBy = stamp.By
        };

        return (document, new CaseDocumentContent { ResidentId = file.ResidentId, CaseDocumentId = document.Id, Bytes = typed.Content });
    }

    /// <summary>Its content goes at once; that it was there, and why it went, stays.</summary>
    public Outcome Remove(string? reason, Stamp stamp)
    {
        var words = PlainText.Clean(reason);
        if (RemovedAt is not null)
        {
            return new DocumentIsGone();
        }

        if (words.Length is 0 or > ReasonMaxLength)
        {
            return new RemovingNeedsReason(words.Length, ReasonMaxLength);
        }

        (RemovedAt, RemovedBy, RemovedBecause) = (stamp.At, stamp.By, words);

        return Outcome.Done;
    }

    /// <summary>Its day came.</summary>
    public void Expire(DateTime at) => RemovedAt ??= at;

    public bool IsThere(DateOnly today) => RemovedAt is null && (KeepUntil is null || today <= KeepUntil);

    private static Refusal? Fault(DocumentTyped typed, int there, DateOnly today) =>
        typed.Content.Length == 0 ? new DocumentIsEmpty()
        : typed.Content.Length > MaxBytes ? new DocumentTooLarge(MaxMegabytes)
        : typed.KeepUntil < today ? new DocumentDayInThePast()
        : there >= MostInOneCase ? new DocumentsAreMany(MostInOneCase)
        : null;
}

/// <summary>The bytes, apart from the document, so that a list of documents does not read them.</summary>
public sealed class CaseDocumentContent : IPartOf<CaseDocument>, IConcernsResident<CaseDocumentContent>
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<CaseDocumentContent> Subject { get; } = CaseSubjects.DocumentContent;

    public required Guid CaseDocumentId { get; init; }

    public required byte[] Bytes { get; init; }
}
