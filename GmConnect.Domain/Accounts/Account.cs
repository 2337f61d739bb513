using System.Globalization;
using GmConnect.Domain.Common;

namespace GmConnect.Domain.Accounts;

/// <summary>
/// A sign-in in one capacity. A person with two capacities (a nurse who is also a daughter) has two accounts and
/// chooses one at sign-in.
/// </summary>
public sealed class Account
{
    public const int HandleMaxLength = 100;
    public const int NameMaxLength = 200;
    public const int JobTitleMaxLength = 100;
    public const int ExternalIdMaxLength = 200;

    /// <summary>What the handles of the demonstration's invented families begin with.</summary>
    internal const string FamilyHandles = "family-";

    public Guid Id { get; init; }

    /// <summary>A stable name for operators and the demonstration, never shown in an address.</summary>
    public required string Handle { get; init; }

    public required string DisplayName { get; init; }

    public required Role Role { get; init; }

    /// <summary>For a resident: the record that is their own.</summary>
    public Guid? ResidentId { get; init; }

    /// <summary>For everybody who acts for an agency.</summary>
    public Guid? AgencyId { get; init; }

    public string? JobTitle { get; init; }

    /// <summary>A worker's own record as a resident. It serves the guardian's reviews alone and is shown to nobody else.</summary>
    public Guid? OwnRecordId { get; init; }

    public Guid? TeamId { get; init; }

    /// <summary>The subject that the agency's own sign-in service knows this account by.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The handle of an invented family of the demonstration that has no name of its own there.</summary>
    internal static string FamilyHandle(int number) => string.Create(CultureInfo.InvariantCulture, $"{FamilyHandles}{number:000000}");

    public Actor AsActor() => new(Id, DisplayName, Role, ResidentId, AgencyId, TeamId);
}
