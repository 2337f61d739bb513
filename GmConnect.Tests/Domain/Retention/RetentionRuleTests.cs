using GmConnect.Domain.Retention;

namespace GmConnect.Tests.Domain.Retention;

public class RetentionRuleTests
{
    private static readonly RetentionOptions Rules = new()
    {
        Rules = [.. RetentionOptions.Usual, new() { Name = "Derby's", Class = RecordClass.WholeRecord, Borough = "Salford", Years = 6, Source = "A borough's own" }]
    };

    [Theory]
    [InlineData("An adult: eight years after it was last used", "1947-05-02", "2026-11-23", "Bolton", "2034-11-23")]
    [InlineData("Last used on 29 February", "1947-05-02", "2028-02-29", "Bolton", "2036-02-29")]
    [InlineData("In a borough with a rule of its own", "1947-05-02", "2026-11-23", "Salford", "2032-11-23")]
    [InlineData("A baby: until the 25th birthday", "2026-01-01", "2026-11-23", "Bolton", "2051-01-01")]
    [InlineData("A child of 16: until the 25th birthday", "2010-06-01", "2026-11-23", "Bolton", "2035-06-01")]
    [InlineData("The day before the 17th birthday", "2009-11-24", "2026-11-23", "Bolton", "2034-11-24")]
    [InlineData("The 17th birthday itself: until the 26th", "2009-11-23", "2026-11-23", "Bolton", "2035-11-23")]
    [InlineData("The last day of being 17", "2008-11-24", "2026-11-23", "Bolton", "2034-11-24")]
    [InlineData("The 18th birthday: an adult", "2008-11-23", "2026-11-23", "Bolton", "2034-11-23")]
    [InlineData("A child in a borough that keeps records shorter: the birthday still counts", "2010-06-01", "2026-11-23", "Salford", "2035-06-01")]
    [InlineData("Born on 29 February", "2008-02-29", "2025-03-01", "Bolton", "2034-03-01")]
    public void AWholeRecord_IsDueOnItsDay(string why, string born, string lastUsed, string borough, string due) =>
        Assert.True(DateOnly.Parse(due) == Rules.WholeRecordDue(DateOnly.Parse(born), DateOnly.Parse(lastUsed), borough), why);

    [Fact]
    public void TheUsualRules_Hold_AndEachNamesItsSource()
    {
        Assert.Null(new RetentionOptions().Fault());
        Assert.All(RetentionOptions.Usual, rule => Assert.NotEqual("", rule.Source));
        Assert.Null(Rules.Fault());
    }

    [Theory]
    [InlineData("", 8, "A law")]
    [InlineData("Care record", 0, "A law")]
    [InlineData("Care record", 8, "")]
    public void ARuleWithoutNameYearsOrSource_IsAFault(string name, int years, string source) =>
        Assert.Contains("Retention rule", new RetentionOptions
        {
            Rules = [.. RetentionOptions.Usual, new() { Name = name, Class = RecordClass.WholeRecord, Years = years, Source = source }]
        }.Fault());

    [Fact]
    public void RulesThatForgetAClass_AreAFault() => Assert.Contains("AccessLog", new RetentionOptions
    {
        Rules = [.. RetentionOptions.Usual.Where(r => r.Class is not RecordClass.AccessLog)]
    }.Fault());
}
