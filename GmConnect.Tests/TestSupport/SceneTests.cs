using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;

namespace GmConnect.Tests.TestSupport;

public class SceneTests
{
    [UseCase]
    public async Task TheStory_CanBeToldSharedAndActedOn(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        var housing = await scene.AddAgencyAsync(AgencyKind.HousingAssociation);

        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital, housing);
        await scene.BeginPlanAsync(hospital);

        Assert.NotEmpty(await scene.MessagesToAsync(housing));
        Expect.Done(await scene.WithdrawAsync(housing));
    }

    [Fact]
    public void InventedNhsNumbers_AreValidAndNeverIssued()
    {
        var numbers = Enumerable.Range(0, 50).Select(_ => A.Resident().NhsNumber!).ToList();

        Assert.All(numbers, number => Assert.True(NhsNumber.TryParse(number, out _)));
        Assert.All(numbers, number => Assert.StartsWith("999", number));
    }
}
