using GmConnect.Domain.CarePlans;
using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Web.Staff;

/// <summary>Two browsers on one plan.</summary>
[Collection(nameof(InTheBrowser))]
public class TwoOnOnePlanTests(Browser browser, ServiceInProcess service)
{
    private const string First = "Grab rails on the stairs";
    private const string OfAmira = "Grab rails on both sides of the stairs";
    private const string OfRuth = "A second banister";

    [BrowserFact]
    public async Task SameFieldAtOnce_LosesNothing_AndRuthChooses()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        var file = await story.OpenCaseAsync();
        await story.The<ChangePlan>().AddActionAsync(story.George.Id, new ActionTyped(null, First, null, null), story.Amira.AsActor());
        var amira = await service.OpenAsync(browser, story.Amira.Handle, $"/staff/cases/{file}");
        var ruth = await service.OpenAsync(browser, story.Ruth.Handle, $"/staff/cases/{file}");
        var due = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(40).ToString("yyyy-MM-dd");

        await ruth.GetByRole(AriaRole.Button, new() { Name = $"Edit the action: {First}" }).ClickAsync();
        await ruth.GetByLabel("What is to be done").FillAsync(OfRuth);
        await ruth.GetByLabel("By when").FillAsync(due);
        await amira.GetByRole(AriaRole.Button, new() { Name = $"Edit the action: {First}" }).ClickAsync();
        await amira.GetByLabel("What is to be done").FillAsync(OfAmira);
        await amira.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        // Ruth is told while she writes, and keeps her words.
        await Assertions.Expect(ruth.Locator(".meanwhile")).ToContainTextAsync("Amira Khan changed this at");
        await Assertions.Expect(ruth.Locator(".meanwhile")).ToContainTextAsync(OfAmira);
        await Assertions.Expect(ruth.GetByLabel("What is to be done")).ToHaveValueAsync(OfRuth);
        await ruth.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        // Her other field is saved, and Amira sees it without reloading; her words stand beside Amira's.
        await Assertions.Expect(amira.Locator($"time[datetime='{due}']")).ToBeVisibleAsync();
        await Assertions.Expect(ruth.Locator(".clash .mine")).ToContainTextAsync(OfRuth);
        await Assertions.Expect(ruth.Locator(".clash .theirs")).ToContainTextAsync(OfAmira);
        await Assertions.Expect(ruth.Locator(".clash .theirs")).ToContainTextAsync("Amira Khan’s words");
        await Axe.CheckAsync(ruth);
        await ruth.GetByRole(AriaRole.Button, new() { Name = "Use mine" }).ClickAsync();

        await Assertions.Expect(ruth.Locator(".clash")).ToHaveCountAsync(0);
        await Assertions.Expect(amira.Locator(".plan tbody th")).ToHaveTextAsync(OfRuth);
        await amira.GetByRole(AriaRole.Button, new() { Name = "Show the history" }).ClickAsync();
        var history = amira.GetByRole(AriaRole.Table, new() { Name = "History of the plan" });
        await Assertions.Expect(history).ToContainTextAsync(OfAmira);
        await Assertions.Expect(history).ToContainTextAsync("these words were chosen");
    }

    [BrowserFact]
    public async Task AnotherPersonsChange_AppearsWithoutReloading_AndIsSaid()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        var file = await story.OpenCaseAsync();
        var page = await service.OpenAsync(browser, story.Amira.Handle, $"/staff/cases/{file}");
        await Assertions.Expect(page.GetByText("The plan has nothing in it yet")).ToBeVisibleAsync();

        await story.The<ChangePlan>().AddGoalAsync(story.George.Id, "To walk to the shop again", story.Ruth.AsActor());

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "To walk to the shop again" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Ruth Okafor changed the plan")).ToHaveCountAsync(1);
    }
}
