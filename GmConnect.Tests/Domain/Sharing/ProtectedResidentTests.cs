using System.Text.Encodings.Web;
using System.Text.Json;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>No relative learns where a protected person is: by nothing that a delegate can get.</summary>
public class ProtectedResidentTests
{
    private static readonly JsonSerializerOptions _asItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [UseCase]
    public async Task NothingADelegateGets_TellsThePlace(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider, isProtected: true);
        var caseId = await BeginAsync(scene);

        var shown = await AllShownToAsync(scene, scene.AsHelen, caseId);

        Assert.All(Places(scene), place => Assert.DoesNotContain(place, shown, StringComparison.OrdinalIgnoreCase));
    }

    [UseCase]
    public async Task TheProtectedPerson_SeesTheirOwnAddress(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider, isProtected: true);
        var caseId = await BeginAsync(scene);

        var shown = await AllShownToAsync(scene, scene.AsGeorge, caseId);

        Assert.All(Places(scene), place => Assert.Contains(place, shown, StringComparison.OrdinalIgnoreCase));
    }

    [UseCase]
    public async Task AgenciesToChoose_DoNotTellADelegateTheBorough(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider, isProtected: true);
        await scene.World.SaveAsync(A.Agency(borough: "Salford"), A.Agency(borough: "Wigan"), A.Agency(borough: null));

        Assert.Equal(3, Expect.Value(await scene.The<ReadShareDraft>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Agencies.Count);
        Assert.Equal(2, Expect.Value(await scene.The<ReadShareDraft>().ExecuteAsync(scene.GeorgesId, scene.AsGeorge)).Agencies.Count);
    }

    private static async Task<Guid> BeginAsync(Scene scene)
    {
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        var charity = await scene.AddAgencyAsync(AgencyKind.Voluntary);
        await scene.TellStoryAsync(StoryPartKind.Medicines);
        await scene.ShareAsync(hospital);
        var caseId = await scene.OpenCaseAsync(hospital);
        await scene.ChooseAsync(new Given(charity));

        return caseId;
    }

    private static string[] Places(Scene scene) => [scene.George.AddressLine, scene.George.Postcode, scene.George.Phone!];

    /// <summary>Everything that a citizen's pages can ask for, as text.</summary>
    private static async Task<string> AllShownToAsync(Scene scene, Actor actor, Guid caseId)
    {
        var id = scene.GeorgesId;
        object[] shown =
        [
            Expect.Value(await scene.The<ReadPerson>().ExecuteAsync(id, actor)),
            Expect.Value(await scene.The<ReadStory>().ExecuteAsync(id, actor)),
            Expect.Value(await scene.The<ReadShareDraft>().ExecuteAsync(id, actor)).Who,
            Expect.Value(await scene.The<PreviewShare>().ExecuteAsync(id, actor)),
            Expect.Value(await scene.The<ReadPermissions>().ExecuteAsync(id, actor)),
            Expect.Value(await scene.The<ReadPlan>().ExecuteAsync(id, actor, null)),
            Expect.Value(await scene.The<ReadCase>().ExecuteAsync(caseId, actor, Guid.NewGuid())),
            Expect.Value(await scene.The<ListLooks>().ExecuteAsync(id, true, 0, actor)),
            await scene.The<ListPeopleIActFor>().ExecuteAsync(actor)
        ];

        return string.Concat(shown.Select(s => JsonSerializer.Serialize(s, s.GetType(), _asItIs)));
    }
}
