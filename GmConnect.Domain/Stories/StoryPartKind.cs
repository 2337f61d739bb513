namespace GmConnect.Domain.Stories;

/// <summary>The parts of a story; consent is given per part. About Me is one part: its standard keeps the headings together.</summary>
public enum StoryPartKind
{
    AboutMe,
    WhatHappened,
    WhatIsNeededNow,
    HomeAndAccess,
    Medicines,
    Equipment,
    MoneyAndWork,
    PeopleInvolved
}
