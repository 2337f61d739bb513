using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Cases;

/// <summary>A piece of work about a resident, led by one agency and staffed by several.</summary>
public sealed partial class CaseFile : IConcernsResident<CaseFile>, IVersioned
{
    public const int SummaryMaxLength = 2_000;

    private readonly List<CareTeamMember> _careTeam = [];
    private readonly List<CaseTurn> _turns = [];
    private readonly List<CaseApproval> _approvals = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<CaseFile> Subject { get; } = CaseSubjects.Case;

    /// <summary>Whose case it is; another's once the first has closed altogether.</summary>
    public required Guid AgencyId { get; set; }

    public required Guid LeadAccountId { get; set; }

    /// <summary>What this case is to achieve, in one line, for the family and the team to read.</summary>
    public required string Summary { get; init; }

    public required DateTime OpenedAt { get; init; }

    public CaseStatus Status { get; private set; }

    public Guid Version { get; set; }

    public IReadOnlyList<CareTeamMember> CareTeam => _careTeam;

    public IReadOnlyList<CaseTurn> Turns => _turns;

    public IReadOnlyList<CaseApproval> Approvals => _approvals;

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

        if (IsInTheTeam(accountId, stamp.At))
        {
            return new AlreadyInTheCareTeam();
        }

        Join(accountId, agencyId, words, stamp);

        return Outcome.Done;
    }

    /// <summary>One worker leaves. The lead cannot, before somebody else has it.</summary>
    public Outcome EndMembership(Guid accountId, Stamp stamp)
    {
        if (!IsInTheTeam(accountId, stamp.At))
        {
            return new NotInTheCareTeam();
        }

        if (accountId == LeadAccountId)
        {
            return new LeadMustBeHandedOver();
        }

        End(_careTeam.Where(m => m.AccountId == accountId), stamp);

        return Outcome.Done;
    }

    /// <summary>Somebody else in the team leads from now on; only a worker of the agency whose case it is can.</summary>
    public Outcome HandOverTo(Guid accountId, Stamp stamp)
    {
        if (Status is CaseStatus.Closed)
        {
            return new CaseIsClosed();
        }

        if (accountId == LeadAccountId || !_careTeam.Any(m => m.AccountId == accountId && m.AgencyId == AgencyId && m.IsOn(stamp.At)))
        {
            return new LeadMustBeInTheTeam();
        }

        LeadAccountId = accountId;
        Turn(CaseTurnKind.LeadHandedOver, stamp, to: accountId);

        return Outcome.Done;
    }

    /// <summary>Ends what one agency's workers are to the resident; the record that they were stays.</summary>
    public void EndMembershipsOf(Guid agencyId, Stamp stamp) => End(_careTeam.Where(m => m.AgencyId == agencyId), stamp);

    public bool IsInTheTeam(Guid accountId, DateTime at) => _careTeam.Any(m => m.AccountId == accountId && m.IsOn(at));

    private void Join(Guid accountId, Guid agencyId, string role, Stamp stamp) => _careTeam.Add(new CareTeamMember
    {
        CaseFileId = Id, AccountId = accountId, AgencyId = agencyId, Role = role, From = stamp.At, AddedBy = stamp.By
    });

    private static void End(IEnumerable<CareTeamMember> members, Stamp stamp)
    {
        foreach (var member in members)
        {
            member.End(stamp);
        }
    }

    private void Turn(CaseTurnKind kind, Stamp stamp, Guid? to = null, CaseClosedBecause? because = null, string? words = null) =>
        _turns.Add(new CaseTurn { CaseFileId = Id, Kind = kind, At = stamp.At, By = stamp.By, To = to, Because = because, Words = words });
}
