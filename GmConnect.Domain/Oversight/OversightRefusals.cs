using GmConnect.Domain.Common;

namespace GmConnect.Domain.Oversight;

public sealed record MatterIsClosed : Refusal;

public sealed record MatterIsAboutYourself : Refusal;

public sealed record MatterNeedsWords : Refusal;

public sealed record MatterWordsTooLong(int Length, int Limit) : Refusal;

public sealed record OverrideNeedsReason(int AtLeast) : Refusal;

public sealed record OverrideReasonTooLong(int Length, int Limit) : Refusal;

public sealed record QuestionNeedsWords : Refusal;

public sealed record QuestionTooLong(int Length, int Limit) : Refusal;

public sealed record QuestionAskedAlready(string Reference) : Refusal;

public sealed record SearchNeedsNameAndBirthDate : Refusal;
