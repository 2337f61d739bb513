namespace GmConnect.Domain.Sharing;

/// <summary>Kinds of data about a resident that the sharing decision tells apart.</summary>
public enum DataCategory
{
    Identity,
    StoryDraft,
    StoryPart,
    Consent,
    Delegation,
    Referral,
    /// <summary>That a case is open and who leads it, without its content.</summary>
    CaseHeader,

    Case,
    Plan,
    Message,
    AccessLog
}
