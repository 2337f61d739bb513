using GmConnect.Domain.Common;

namespace GmConnect.Domain.Retention;

public sealed record RetentionNeedsWords : Refusal;

public sealed record RetentionWordsTooLong(int Length, int Limit) : Refusal;

/// <summary>The day to look again must be a real one ahead of us.</summary>
public sealed record KeepUntilAnotherDay(DateOnly Earliest, DateOnly Latest) : Refusal;

/// <summary>A permission, a case or another matter still stands, so somebody needs it.</summary>
public sealed record RecordIsInUse : Refusal;

/// <summary>Somebody used it since it was put on the desk, so it is not due.</summary>
public sealed record RecordIsNotDue(DateOnly Due) : Refusal;
