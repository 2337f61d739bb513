namespace GmConnect.Domain.Stories;

/// <summary>How an answer is asked for: in words, or as a memorable date that may be approximate.</summary>
public enum AnswerForm
{
    Words,
    Date
}

/// <summary>One question of a story: one page. <see cref="Key"/> is its address and the name of its texts.</summary>
public sealed record StoryQuestion(string Key, StoryPartKind Part, AnswerForm Form = AnswerForm.Words);

/// <summary>
/// Every question in the order it is offered. The seven of About Me are the headings of PRSB About Me v1.2 (April 2021);
/// its eighth and ninth ("supported to write this by", "date") the service fills in itself.
/// </summary>
public static class StoryQuestions
{
    public static readonly IReadOnlyList<StoryQuestion> All =
    [
        new("most-important", StoryPartKind.AboutMe),
        new("people-important", StoryPartKind.AboutMe),
        new("communication", StoryPartKind.AboutMe),
        new("wellness", StoryPartKind.AboutMe),
        new("please-do", StoryPartKind.AboutMe),
        new("how-and-when", StoryPartKind.AboutMe),
        new("also-worth-knowing", StoryPartKind.AboutMe),
        new("what-happened", StoryPartKind.WhatHappened),
        new("when-it-happened", StoryPartKind.WhatHappened, AnswerForm.Date),
        new("needed-now", StoryPartKind.WhatIsNeededNow),
        new("the-home", StoryPartKind.HomeAndAccess),
        new("getting-in", StoryPartKind.HomeAndAccess),
        new("medicines", StoryPartKind.Medicines),
        new("who-can-give", StoryPartKind.Medicines),
        new("equipment-has", StoryPartKind.Equipment),
        new("equipment-needs", StoryPartKind.Equipment),
        new("money-and-work", StoryPartKind.MoneyAndWork),
        new("people-involved", StoryPartKind.PeopleInvolved)
    ];

    public static readonly IReadOnlyList<StoryPartKind> Parts = Enum.GetValues<StoryPartKind>();

    public static StoryQuestion? Find(string key) => All.FirstOrDefault(q => q.Key == key);

    public static IEnumerable<StoryQuestion> Of(StoryPartKind part) => All.Where(q => q.Part == part);
}
