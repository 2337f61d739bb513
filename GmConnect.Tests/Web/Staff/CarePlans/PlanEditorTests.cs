using Bunit;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Staff.CarePlans;

namespace GmConnect.Tests.Web.Staff.CarePlans;

public class PlanEditorTests
{
    private const string Goal = "To walk to the shop again";

    [Fact]
    public async Task GoalTooLong_IsRefusedBesideTheField_AndKept()
    {
        await using var scene = await Scene.OpenAsync();
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);
        await scene.OpenCaseAsync(hospital);
        await using var context = Parts.Of(scene);
        var editor = Render(context, scene, hospital.AsWorker);
        var typed = new string('م', PlanGoal.TextMaxLength + 1);

        await editor.WaitForElement("button.button").ClickAsync(new());
        await editor.WaitForElement("textarea").InputAsync(typed);
        await editor.Find("form").SubmitAsync();

        Assert.Contains("1,001 characters long; 1,000 fit", editor.WaitForElement("[role=alert]").TextContent);
        Assert.Equal(typed, editor.Find("textarea").GetAttribute("value") ?? editor.Find("textarea").TextContent);
    }

    [Fact]
    public async Task SomebodyElsesGoal_IsDrawnWithoutAsking_AndNotOnceThePermissionEnded()
    {
        await using var scene = await Scene.OpenAsync();
        var (hospital, nursing) = (await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync(AgencyKind.CommunityHealth));
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital, nursing);
        await scene.JoinAsync(nursing, await scene.OpenCaseAsync(hospital));
        await using var context = Parts.Of(scene);
        var gone = false;
        var editor = Render(context, scene, hospital.AsWorker, () => gone = true);

        Expect.Value(await scene.The<ChangePlan>().AddGoalAsync(scene.GeorgesId, Goal, nursing.AsWorker));
        editor.WaitForAssertion(() => Assert.Equal(Goal, editor.Find(".goal h3").TextContent));
        Expect.Done(await scene.WithdrawAsync(hospital));
        Expect.Value(await scene.The<ChangePlan>().AddGoalAsync(scene.GeorgesId, "Another", nursing.AsWorker));

        editor.WaitForAssertion(() => Assert.True(gone));
        Assert.DoesNotContain("Another", editor.Markup);
    }

    [Fact]
    public async Task ClosedPage_WatchesNothingAnyMore()
    {
        await using var scene = await Scene.OpenAsync();
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);
        await scene.BeginPlanAsync(hospital, Goal);
        var plan = Expect.Value(await scene.The<ReadPlan>().ExecuteAsync(scene.GeorgesId, hospital.AsWorker, null)).PlanId!.Value;
        var context = Parts.Of(scene);
        var editor = Render(context, scene, hospital.AsWorker);
        editor.WaitForAssertion(() => Assert.Equal(1, scene.The<LiveUpdates>().WatchersOf(Topics.Plan(plan))));

        await context.DisposeAsync();

        Assert.Equal(0, scene.The<LiveUpdates>().WatchersOf(Topics.Plan(plan)));
    }

    private static IRenderedComponent<PlanEditor> Render(BunitContext context, Scene scene, Actor actor, Action? gone = null) =>
        context.Render<PlanEditor>(editor => editor
            .Add(e => e.ResidentId, scene.GeorgesId)
            .Add(e => e.Actor, actor)
            .Add(e => e.View, Guid.NewGuid())
            .Add(e => e.Gone, gone ?? (() => { })));
}
