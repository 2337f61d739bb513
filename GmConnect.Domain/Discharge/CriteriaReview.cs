namespace GmConnect.Domain.Discharge;

/// <summary>One look at whether somebody still needs the bed: the criteria that they meet, none or several.</summary>
/// <param name="At">UTC.</param>
public sealed record CriteriaReview(DateTime At, IReadOnlyList<string> Criteria)
{
    public bool MeetsCriteria => Criteria.Count > 0;
}
