using GmConnect.Domain.Common;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Sharing;

public sealed record ConsentAlreadyWithdrawn : Refusal;

public sealed record NoAgencyChosen : Refusal;

/// <summary>A chosen agency has no part, purpose or end yet.</summary>
public sealed record ShareChoiceIncomplete(string Agency) : Refusal;

public sealed record StoryPartNotConfirmed(StoryPartKind Part) : Refusal;

/// <summary>What the agencies would see changed after the page was shown: it must be looked at again.</summary>
public sealed record PreviewHasChanged : Refusal;

public sealed record ConsentEndsTooEarly : Refusal;

public sealed record ConsentEndsTooLate(int Months) : Refusal;

public sealed record PurposeNotForAgency(string Agency) : Refusal;

/// <summary>With whom a protected person shares tells where they are: they decide it themselves.</summary>
public sealed record OnlyTheProtectedPersonShares : Refusal;
