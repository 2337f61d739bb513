namespace GmConnect.Domain.Sharing;

/// <summary>Kinds of data about a resident that the sharing decision tells apart.</summary>
public enum DataCategory
{
    /// <summary>Name and birth date, and for agencies that must use it the NHS number.</summary>
    Identity,

    /// <summary>Whatever tells where a person is: address, phone, school, contacts, the names and places of who works with them nearby.</summary>
    Place,

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
    AccessLog,

    /// <summary>Questions about a look, corrections, objections, subject access.</summary>
    Rights
}

public static class DataCategories
{
    /// <summary>Decided part by part; every other category is whole.</summary>
    public static bool HasParts(this DataCategory category) => category is DataCategory.StoryDraft or DataCategory.StoryPart;
}
