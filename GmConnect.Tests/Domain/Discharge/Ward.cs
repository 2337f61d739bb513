using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Discharge;

/// <summary>A ward with George on it: the hospital works on his case, the nurses are in its team.</summary>
internal sealed class Ward(Scene scene, AgencyOnScene hospital, AgencyOnScene nursing, Guid file) : IAsyncDisposable
{
    public Scene Scene => scene;

    public AgencyOnScene Hospital => hospital;

    public AgencyOnScene Nursing => nursing;

    public Guid Case => file;

    public Guid Stay { get; private set; }

    public ChangeStay Change => scene.The<ChangeStay>();

    public DateOnly Today => scene.World.Clock.Today();

    /// <param name="onlyNursing">The parts that the nurses may see; nothing: all.</param>
    public static async Task<Ward> OpenAsync(DatabaseProvider provider, StoryPartKind[]? onlyNursing = null)
    {
        var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing) = (await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync(AgencyKind.CommunityHealth));
        await scene.TellStoryAsync();
        await scene.ShareAsync(new Given(hospital), onlyNursing is null ? new Given(nursing) : new Given(nursing, onlyNursing));
        var file = await scene.OpenCaseAsync(hospital);
        await scene.JoinAsync(nursing, file);

        return new Ward(scene, hospital, nursing, file);
    }

    public Task<Outcome<Guid>> BeginAsync() =>
        scene.The<BeginStay>().ExecuteAsync(file, new("Ward 4", Today.AddDays(-3), false, "plans the way home"), hospital.AsWorker);

    public async Task AdmitAsync() => Stay = Expect.Value(await BeginAsync());

    public Task<List<PlanAction>> ActionsAsync() => scene.World.ReadAsync(database =>
        database.Set<PlanAction>().Where(a => a.StayId == Stay).ToListAsync());

    public async Task<PlanAction> ActionAsync(string task) => Assert.Single(await ActionsAsync(), a => a.Task == task);

    public async Task SetAsync(string task, ActionStatus status)
    {
        var action = await ActionAsync(task);
        Expect.Value(await scene.The<ChangePlan>().EditAsync(
            scene.GeorgesId, [new(action.Id, PlanField.ActionStatus, action.Status.ToString(), status.ToString())], nursing.AsWorker));
    }

    public ValueTask DisposeAsync() => scene.DisposeAsync();
}
