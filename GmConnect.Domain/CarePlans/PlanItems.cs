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

/// <summary>A field of the plan that people edit; a clash is found and shown per field.</summary>
public enum PlanField
{
    GoalText,
    GoalStatus,
    ActionWhat,
    ActionOwner,
    ActionDue,
    ActionStatus
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

/// <summary>What somebody does towards it: which agency, by when.</summary>
public sealed class PlanAction : IVersioned
{
    public const int WhatMaxLength = 1_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PlanId { get; init; }

    public Guid? GoalId { get; init; }

    public required string What { get; set; }

    /// <summary>The agency that does it; nothing when the family does.</summary>
    public Guid? OwnerAgencyId { get; set; }

    /// <summary>A day in London.</summary>
    public DateOnly? Due { get; set; }

    public ActionStatus Status { get; set; }

    public required DateTime AddedAt { get; init; }

    public Guid Version { get; set; }

    public bool IsOpen => Status is ActionStatus.ToDo or ActionStatus.UnderWay;
}
