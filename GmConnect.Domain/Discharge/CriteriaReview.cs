namespace GmConnect.Domain.Discharge;

/// <summary>One look at whether somebody still needs the bed: the criteria that they meet, none or several.</summary>
public sealed class CriteriaReview
{
    public const int CodesMaxLength = 100;

    private const char Between = ',';

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid StayId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required Guid By { get; init; }

    /// <summary>As they are stored, in the order of the list.</summary>
    public string Codes { get; private init; } = "";

    public IReadOnlyList<string> Criteria
    {
        get => Codes.Length == 0 ? [] : Codes.Split(Between);
        init => Codes = string.Join(Between, value.Distinct().Order(StringComparer.Ordinal));
    }

    public bool MeetsCriteria => Codes.Length > 0;
}
