using GmConnect.Domain.Common;

namespace GmConnect.Domain.Cases;

/// <summary>A worker with a stated relationship to a resident, from a date, ended by a date.</summary>
public sealed class CareTeamMember
{
    public const int RoleMaxLength = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseFileId { get; init; }

    public required Guid AccountId { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>What the worker is to the resident: "leads the discharge", "gives the injections".</summary>
    public required string Role { get; init; }

    public required DateTime From { get; init; }

    public required Guid AddedBy { get; init; }

    public DateTime? Until { get; private set; }

    public bool IsOn(DateTime at) => From <= at && (Until is null || at < Until);

    internal void End(Stamp stamp) => Until ??= stamp.At;
}
