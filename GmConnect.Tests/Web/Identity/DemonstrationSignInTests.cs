using GmConnect.Domain.Common;
using GmConnect.Tests.Domain.Data.Demonstration;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Identity;

namespace GmConnect.Tests.Web.Identity;

[Collection(nameof(OverTheWire))]
public class DemonstrationSignInTests(SharedService shared)
{
    [Fact]
    public async Task UnknownPerson_IsNotFound_AndNobodyIsSignedIn()
    {
        using var visitor = new Visitor((await shared.StartedAsync()).Address);

        var answer = await visitor.FillInAsync("/demo", "/demo/sign-in", ("person", "nobody-of-that-name"));

        Assert.Equal(404, answer.Status);
        Assert.Null(answer.Cookie("gm-connect"));
    }

    [Fact]
    public async Task NoPersonAtAll_IsNotFound()
    {
        using var visitor = new Visitor((await shared.StartedAsync()).Address);

        Assert.Equal(404, (await visitor.FillInAsync("/demo", "/demo/sign-in")).Status);
    }

    [Fact]
    public async Task Page_ShowsThePeopleOfTheStoryFirst_AndSaysOfEverybodyWhoTheyAre()
    {
        using var visitor = new Visitor((await shared.StartedAsync()).Address);

        var page = PageForm.Page((await visitor.GetAsync("/demo")).Body);

        var first = page.QuerySelectorAll("section")[0].QuerySelectorAll("button[name=person]");
        Assert.Equal(DemonstrationPeople.OfTheStory, first.Select(button => button.GetAttribute("value")));
        Assert.Equal(["helen-ashworth", "george-ashworth", "discharge-salford-royal"], DemonstrationPeople.OfTheStory.Take(3));
        var everybody = page.QuerySelectorAll("button[name=person]").ToList();
        Assert.Equal(everybody.Count, everybody.Select(button => button.GetAttribute("value")).Distinct().Count());
        Assert.All(everybody, button => Assert.Contains(button.QuerySelectorAll("span"), line => line.TextContent.Length > 3));
        Assert.All(InventedPeopleTests.Promised.Keys, named => Assert.Contains(everybody, button =>
            button.GetAttribute("value") == named && button.QuerySelectorAll("span").Last().TextContent.EndsWith('.')));
    }

    [Fact]
    public async Task Get_DoesNothing()
    {
        var service = await shared.StartedAsync();
        using var visitor = new Visitor(service.Address);

        var answer = await visitor.GetAsync($"/demo/sign-in?person={await service.AddAsync(Role.Administrator)}");

        Assert.Equal(404, answer.Status);
        Assert.Null(answer.Cookie("gm-connect"));
        Assert.Equal(404, (await visitor.GetAsync("/sign-out")).Status);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task WhereToGoNext_IsNeverTakenFromTheAddress(string elsewhere)
    {
        var service = await shared.StartedAsync();
        using var visitor = new Visitor(service.Address);
        var page = $"/demo?returnUrl={Uri.EscapeDataString(elsewhere)}";
        var fields = new[] { "returnUrl", "ReturnUrl", "back", "redirect_uri" }.Select(name => (name, elsewhere));

        var answer = await visitor.FillInAsync(page, "/demo/sign-in", [("person", await service.AddAsync(Role.Administrator)), .. fields]);
        var dark = await visitor.FillInAsync("/operations", "/appearance", ("theme", "dark"), ("back", elsewhere));
        var gone = await visitor.FillInAsync("/operations", $"/sign-out?returnUrl={Uri.EscapeDataString(elsewhere)}");

        Assert.Equal((302, Homes.Of(Role.Administrator)), (answer.Status, answer.Location));
        Assert.Equal((302, "/staff"), (dark.Status, dark.Location));
        Assert.Equal((302, "/"), (gone.Status, gone.Location));
    }
}
