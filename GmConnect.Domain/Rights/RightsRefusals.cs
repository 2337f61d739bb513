using GmConnect.Domain.Common;

namespace GmConnect.Domain.Rights;

public sealed record RightsWordsTooLong(int Length, int Limit) : Refusal;

public sealed record ChooseWhatIsWrong : Refusal;

public sealed record SayWhatIsWrong : Refusal;

public sealed record SayWhatItShouldSay : Refusal;

public sealed record DecisionNeedsWords : Refusal;

public sealed record CorrectionNeedsNewWords : Refusal;

public sealed record CorrectionIsDecided : Refusal;

public sealed record ReplyNeedsWords : Refusal;

public sealed record ReplyIsSent : Refusal;

public sealed record PackIsReleased : Refusal;

public sealed record PackHasUndecided(int Count) : Refusal;

public sealed record OnlyThePersonMayHaveIt : Refusal;

public sealed record ChooseWhoIsToStop : Refusal;

public sealed record SayWhyToStop : Refusal;

public sealed record NameTheGround(int Limit) : Refusal;
