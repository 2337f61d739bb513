using GmConnect.Domain.Common;

namespace GmConnect.Domain.CarePlans;

public enum ActionStatus
{
    ToDo,
    UnderWay,
    Done,
    NotNeeded
}

public enum GoalStatus
{
    WorkingOnIt,
    Reached,
    NoLongerWanted
}

/// <summary>What a statement of the plan is (PRSB Personalised Care and Support Plan, standards 1.3).</summary>
public enum StatementKind
{
    /// <summary>What the person is good at and enjoys.</summary>
    Strength,

    /// <summary>What they cannot do, or what worries them.</summary>
    Need,

    /// <summary>If this happens, that is done, by whom, and who is told.</summary>
    Contingency
}

public enum StatementStatus
{
    Standing,
    NoLonger
}

/// <summary>A field of the plan that people edit; a clash is found and shown per field.</summary>
public enum PlanField
{
    GoalText,
    GoalStatus,
    ActionWhat,
    ActionOwner,
    ActionDue,
    ActionStatus,
    ActionBlockedBy,
    StatementText,
    StatementStatus
}

/// <summary>What the person wants to reach, in their words.</summary>
public sealed class PlanGoal : IVersioned
{
    public const int TextMaxLength = 1_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PlanId { get; init; }

    public required string Text { get; set; }

    public GoalStatus Status { get; set; }

    public required DateTime AddedAt { get; init; }

    public Guid Version { get; set; }
}

/// <summary>A strength, a need or what to do if something happens.</summary>
public sealed class PlanStatement : IVersioned
{
    public const int TextMaxLength = 1_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PlanId { get; init; }

    public required StatementKind Kind { get; init; }

    public required string Text { get; set; }

    public StatementStatus Status { get; set; }

    public required DateTime AddedAt { get; init; }

    public Guid Version { get; set; }
}

/// <summary>Who does an action: an agency, or one worker of its care team; nobody of them: the family.</summary>
public readonly record struct PlanOwner(Guid? AgencyId, Guid? AccountId = null)
{
    public static PlanOwner Family => default;
}

/// <summary>What somebody does towards it: which agency or worker, by when.</summary>
public sealed class PlanAction : IVersioned
{
    public const int WhatMaxLength = 1_000;
    public const int TaskMaxLength = 40;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PlanId { get; init; }

    /// <summary>The stay in hospital that it follows from.</summary>
    public Guid? StayId { get; init; }

    /// <summary>Which task of leaving hospital it is.</summary>
    public string? Task { get; init; }

    public Guid? GoalId { get; init; }

    public required string What { get; set; }

    /// <summary>The agency that does it; nothing when the family does.</summary>
    public Guid? OwnerAgencyId { get; set; }

    /// <summary>The one worker of that agency who does it; nothing: whoever of them can.</summary>
    public Guid? OwnerAccountId { get; set; }

    public PlanOwner Owner
    {
        get => new(OwnerAgencyId, OwnerAccountId);
        set => (OwnerAgencyId, OwnerAccountId) = (value.AgencyId, value.AccountId);
    }

    /// <summary>The action that must be done first.</summary>
    public Guid? BlockedBy { get; set; }

    /// <summary>A day in London.</summary>
    public DateOnly? Due { get; set; }

    public ActionStatus Status { get; set; }

    public required DateTime AddedAt { get; init; }

    public Guid Version { get; set; }

    public bool IsOpen => Status is ActionStatus.ToDo or ActionStatus.UnderWay;

    /// <summary>Its owner has said that they do it, or has done it.</summary>
    public bool IsAccepted => Status is ActionStatus.UnderWay or ActionStatus.Done;
}
