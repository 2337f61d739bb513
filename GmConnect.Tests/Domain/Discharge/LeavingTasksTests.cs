using GmConnect.Domain.Discharge;

namespace GmConnect.Tests.Domain.Discharge;

/// <summary>What leaving takes, as named cases of the hip operation of standards 4.6.</summary>
public class LeavingTasksTests
{
    private const string Always = "ask expected-date follow-up gp-letter medicines pathway";

    private static readonly HomeNeeds _nothing = new()
    {
        Injections = Injections.NoneNeeded, SafePlace = Known.Yes, Stairs = Known.No, Equipment = Known.No, Wheelchair = Known.No, Support = Known.No,
        OwnTransport = Known.Yes, FoodAndWarmth = Known.Yes, Carer = Known.No, Work = Known.No
    };

    public static TheoryData<string, HomeNeeds, string> Cases => new()
    {
        { "nothing was asked: the asking is the task", new(), "" },
        { "nothing is needed but the way home", _nothing, "bring-home" },
        { "the nurse gives the injections", _nothing with { Injections = Injections.Nurse }, "bring-home nurse-injections" },
        { "they give them themselves", _nothing with { Injections = Injections.Self }, "bring-home show-injections" },
        { "the daughter gives them", _nothing with { Injections = Injections.Carer }, "bring-home show-injections" },
        { "a wheelchair needs therapy first", _nothing with { Wheelchair = Known.Yes }, "bring-home therapy wheelchair" },
        { "equipment needs therapy first", _nothing with { Equipment = Known.Yes }, "bring-home equipment therapy" },
        { "stairs: somebody looks at the home", _nothing with { Stairs = Known.Yes }, "bring-home home-check therapy" },
        { "nobody can take them", _nothing with { OwnTransport = Known.No }, "transport" },
        { "a cold home", _nothing with { FoodAndWarmth = Known.No }, "bring-home food-and-warmth" },
        { "help in the mornings", _nothing with { Support = Known.Yes }, "bring-home support" },
        { "a carer at home is offered a conversation", _nothing with { Carer = Known.Yes }, "bring-home carer-offer" },
        { "work", _nothing with { Work = Known.Yes }, "bring-home work" },
        { "nowhere safe to go", _nothing with { SafePlace = Known.No }, "bring-home housing safe-place" }
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Needed(string named, HomeNeeds needs, string besides) => Assert.True(
        $"{Always} {besides}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)
            .SequenceEqual(LeavingTasks.Needed(needs).Select(t => t.Id).Order(StringComparer.Ordinal)),
        named);

    /// <summary>4.6: tasks 3, 4, 6 and 8 stop the discharge; and so does having nowhere safe to go.</summary>
    [Fact]
    public void WhatStopsLeaving() => Assert.Equal(
        ["show-injections", "nurse-injections", "medicines", "equipment", "support", "safe-place", "housing"],
        LeavingTasks.All.Where(t => t.Stops).Select(t => t.Id));

    [Fact]
    public void Tasks_WaitOnlyForWhatIsNeededWithThem_AndNeverInACircle()
    {
        Assert.Equal(LeavingTasks.All.Count, LeavingTasks.All.Select(t => t.Id).Distinct().Count());
        foreach (var task in LeavingTasks.All)
        {
            var seen = new HashSet<string>();
            for (var at = task; at is not null; at = LeavingTasks.Find(at.After))
            {
                Assert.True(seen.Add(at.Id), $"{task.Id} waits for itself");
            }

            Assert.Equal(task.After is not null, LeavingTasks.Find(task.After) is not null);
        }
    }

    /// <summary>A condition that names no answer there is would never be met, and nobody would see it.</summary>
    [Fact]
    public void Conditions_NameAnswersThatExist()
    {
        var possible = typeof(HomeNeeds).GetProperties().Where(p => p.PropertyType.IsEnum)
            .SelectMany(p => Enum.GetNames(p.PropertyType).Select(value => $"{char.ToLowerInvariant(p.Name[0])}{p.Name[1..]}:{value}")).ToHashSet();

        Assert.All(LeavingTasks.All.SelectMany(t => t.When ?? []), condition => Assert.Contains(condition, possible));
        Assert.Subset(possible, LeavingTasks.Answers(_nothing));
    }

    [Theory]
    [InlineData("expected-date", "03-11")]
    [InlineData("nurse-injections", "03-19")]
    [InlineData("gp-letter", "03-23")]
    [InlineData("follow-up", "03-25")]
    public void DueDays(string task, string due) => Assert.Equal(
        DateOnly.Parse($"2026-{due}", null), LeavingTasks.DueOn(LeavingTasks.Find(task)!, new(2026, 3, 10), new(2026, 3, 20), new(2026, 3, 22)));

    [Fact]
    public void NobodyKnowsWhenTheyLeave_NothingIsDueBeforeIt() =>
        Assert.Null(LeavingTasks.DueOn(LeavingTasks.Find("follow-up")!, new(2026, 3, 10), null, null));
}
