using GmConnect.Domain.Common;

namespace GmConnect.Tests.Domain.Common;

public class OutcomeTests
{
    private static readonly Outcome<int> _refused = NotFound.Instance;

    [Fact]
    public void Then_AfterARefusal_IsNotRunAndKeepsTheRefusal()
    {
        var ran = 0;
        Outcome refused = NotFound.Instance;

        Assert.Same(NotFound.Instance, refused.Then(() => ran++).Refusal);
        Assert.Same(NotFound.Instance, _refused.Then<int>(n => { ran++; return n; }).Refusal);
        Assert.Same(NotFound.Instance, _refused.Then(_ => { ran++; return Outcome.Done; }).Refusal);
        Assert.Equal(0, ran);
    }

    [Fact]
    public void Then_AfterSuccess_GoesOn()
    {
        Outcome<int> one = 1;

        Assert.Equal(2, one.Then<int>(n => n + 1).Value);
        Assert.True(one.Then(_ => Outcome.Done).Succeeded);
        Assert.True(((Outcome)one).Succeeded);
        Assert.False(((Outcome)_refused).Succeeded);
    }

    [Fact]
    public void EveryRefusal_IsARecordWithoutAName()
    {
        var refusals = typeof(Refusal).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Refusal))).ToList();
        string[] personal = ["FullName", "GivenName", "FamilyName", "BirthDate", "NhsNumber", "Address", "ResidentId", "Text"];

        Assert.NotEmpty(refusals);
        Assert.All(refusals, refusal => Assert.DoesNotContain(refusal.GetProperties(), p => personal.Contains(p.Name)));
    }
}
