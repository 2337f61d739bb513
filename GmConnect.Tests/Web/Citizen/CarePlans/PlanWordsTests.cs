using GmConnect.Domain.CarePlans;
using GmConnect.Web.Citizen.CarePlans;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace GmConnect.Tests.Web.Citizen.CarePlans;

public class PlanWordsTests
{
    /// <summary>A field that is added to the plan later fails here until the family can read of it.</summary>
    [Fact]
    public void EveryChange_HasWordsForTheFamily()
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var words = services.GetRequiredService<IStringLocalizer<PlanTexts>>();
        PlanField[] added = [PlanField.GoalText, PlanField.ActionWhat, PlanField.StatementText];

        Assert.All(
            Enum.GetValues<PlanField>().Select(field => $"Changed-{field}").Concat(added.Select(field => $"Added-{field}")),
            key => Assert.False(words[key].ResourceNotFound, key));
    }
}
