using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Cases;

/// <summary>A piece of work about a resident, led by one agency and staffed by several.</summary>
public sealed class CaseFile : IConcernsResident<CaseFile>, IVersioned
{
    public const int SummaryMaxLength = 2_000;

    private readonly List<CareTeamMember> _careTeam = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<CaseFile> Subject { get; } = CaseSubjects.Case;

    public required Guid AgencyId { get; init; }

    public required Guid LeadAccountId { get; init; }

    /// <summary>What this case is to achieve, in one line, for the family and the team to read.</summary>
    public required string Summary { get; init; }

    public required DateTime OpenedAt { get; init; }

    public CaseStatus Status { get; private set; }

    public Guid Version { get; set; }

    public IReadOnlyList<CareTeamMember> CareTeam => _careTeam;

    public static Outcome<CaseFile> Open(Guid residentId, Guid agencyId, string? summary, string leadRole, Stamp stamp)
    {
        var words = PlainText.Clean(summary);
        if (words.Length is 0 or > SummaryMaxLength)
        {
            return new CaseNeedsSummary(words.Length, SummaryMaxLength);
        }

        var opened = new CaseFile
        {
            ResidentId = residentId, AgencyId = agencyId, LeadAccountId = stamp.By, Summary = words, OpenedAt = stamp.At
        };
        var joined = opened.AddToCareTeam(stamp.By, agencyId, leadRole, stamp);

        return joined.Succeeded ? opened : joined.Refusal;
    }

    /// <summary>Refuses somebody who is already in the team, and an empty or overlong role.</summary>
    public Outcome AddToCareTeam(Guid accountId, Guid agencyId, string? role, Stamp stamp)
    {
        var words = PlainText.Clean(role);
        if (words.Length is 0 or > CareTeamMember.RoleMaxLength)
        {
            return new CareTeamRoleNeeded(words.Length, CareTeamMember.RoleMaxLength);
        }

        if (Status is CaseStatus.Closed)
        {
            return new CaseIsClosed();
        }

        if (_careTeam.Any(m => m.AccountId == accountId && m.IsOn(stamp.At)))
        {
            return new AlreadyInTheCareTeam();
        }

        _careTeam.Add(new CareTeamMember
        {
            CaseFileId = Id, AccountId = accountId, AgencyId = agencyId, Role = words, From = stamp.At, AddedBy = stamp.By
        });

        return Outcome.Done;
    }

    /// <summary>Ends what one agency's workers are to the resident; the record that they were stays.</summary>
    public void EndMembershipsOf(Guid agencyId, Stamp stamp)
    {
        foreach (var member in _careTeam.Where(m => m.AgencyId == agencyId))
        {
            member.End(stamp);
        }
    }
}
