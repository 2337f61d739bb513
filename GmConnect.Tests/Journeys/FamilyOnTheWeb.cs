using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>One of a family: tells, shares, reads what became of it.</summary>
public sealed class FamilyOnTheWeb(IPage page, bool checks, Trail? trail = null) : PersonOnTheWeb(page, checks, trail)
{
    public const string Garden = "His garden and his dog Bella.";
    public const string Fall = "He slipped on the cellar steps and had his hip replaced.";
    public const string Needed = "Injections every evening, and help to wash.";
    public const string Medicines = "Enoxaparin and paracetamol.";
    public const string Home = "Eleven steps up to the front door.";

    /// <summary>"/story/{id}" of the one person they act for, or of themselves.</summary>
    public string Story { get; private set; } = "";

    private string Who => Story["/story/".Length..];

    public async Task SignInToTheStoryAsync(string handle)
    {
        await GoAsync("/demo");
        await SignInAsync(handle);
        await SeesAsync("story");
        Story = new Uri(Page.Url).AbsolutePath;
        await LookAsync();
    }

    public Task OpenStoryAsync() => GoAsync(Story);

    public Task OpenPermissionsAsync() => GoAsync($"/consents/{Who}");

    public Task OpenPlanAsync() => GoAsync($"/plan/{Who}");

    public Task OpenWhoLookedAsync() => GoAsync($"/who-looked/{Who}");

    public async Task AnswerAsync(string question, string words)
    {
        await GoAsync($"{Story}/{question}");
        await Page.Locator("textarea").FillAsync(words);
        // The task list it leads to is looked at once all is told.
        await ClickAsync("Save and go back");
        await IsAtAsync("story");
    }

    /// <summary>In any order, with one date that no calendar has, then confirmed.</summary>
    public async Task TellAsync()
    {
        await AnswerAsync("medicines", Medicines);
        await AnswerAsync("most-important", Garden);
        await AnswerAsync("what-happened", Fall);
        await GoAsync($"{Story}/when-it-happened");
        await FillAsync("Posted.Date.Day", "31");
        await FillAsync("Posted.Date.Month", "2");
        await FillAsync("Posted.Date.Year", "2025");
        await PressAsync("Continue");
        await SeesAsync("There is a problem");
        await FillAsync("Posted.Date.Day", "");
        await PressAsync("Continue");
        await AnswerAsync("needed-now", Needed);
        await AnswerAsync("getting-in", Home);
        await IsAtAsync("George’s story");
        await SeesAsync("Completed");
        await LookAsync();

        await FollowAsync("Check the answers and confirm");
        await SeesAsync("Helen Ashworth, daughter");
        await PressAsync("Confirm this story");
        await IsAtAsync("The story is confirmed");
        Assert.Matches("GMC-[0-9A-Z]{4}-[0-9A-Z]{4}", await Page.Locator(".panel").InnerTextAsync());
    }

    /// <summary>Every service sees About Me; those given as <paramref name="all"/> see every part.</summary>
    public async Task ShareAsync(string[] all, params string[] aboutMeOnly)
    {
        string[] chosen = [.. all, .. aboutMeOnly];
        await FollowAsync("Choose who may see it");
        await IsAtAsync("Which services may see parts of the story?");
        await PressAsync("Continue");
        await SeesAsync("Choose at least one service");
        foreach (var agency in chosen)
        {
            await Page.GetByLabel(agency, new() { Exact = true }).CheckAsync();
        }

        await PressAsync("Continue");
        await IsAtAsync("Which parts may each service see?");
        await TickPartsAsync(all, aboutMeOnly);
        await PressAsync("Continue");
        await IsAtAsync("What for, and until when?");
        await PressAsync("Continue");
        await SeesAsync($"Choose until when {chosen[0]} may see it");
        foreach (var card in await Page.Locator("section.card").AllAsync())
        {
            await card.Locator("input[type=radio][value='6']").CheckAsync();
            if (await card.Locator("input[type=radio][name$=Purpose]").CountAsync() > 0)
            {
                await card.Locator("input[type=radio][name$=Purpose]").First.CheckAsync();
            }
        }

        await PressAsync("Continue");
        await IsAtAsync("Check exactly what each service will see");
        Assert.Equal(chosen.Length, await Page.Locator(".wording").CountAsync());
        foreach (var agency in chosen)
        {
            var card = Page.Locator("section.card").Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = agency, Exact = true }) });
            await Assertions.Expect(card).ToContainTextAsync(Garden);
            Assert.Equal(all.Contains(agency), (await card.InnerTextAsync()).Contains(Medicines, StringComparison.Ordinal));
        }

        await SeesAsync("This is given by Helen Ashworth on behalf of George Ashworth.");
        await PressAsync("Give permission and share");
        await IsAtAsync("The story is shared");
        foreach (var agency in chosen)
        {
            await SeesAsync(agency);
        }
    }

    /// <summary>The page is static: it says how far an agency is when it is opened again.</summary>
    public async Task ReadsInTheEndAsync(string agency, params string[] progress)
    {
        var line = Page.Locator("ul.progress li").Filter(new() { HasText = agency });
        var says = "";
        await Eventually.AsyncIsTrue(async () =>
        {
            await Page.GotoAsync(Story);
            says = await line.InnerTextAsync();

            return progress.Any(one => says.Contains(one, StringComparison.Ordinal));
        }, instead: () => says);
        await LookAsync();
    }

    /// <summary>On this page of the log or on one after it.</summary>
    public async Task ReadsInTheLogAsync(string words)
    {
        var said = "";
        while (!(said += await Page.Locator("main").InnerTextAsync()).Contains(words, StringComparison.Ordinal))
        {
            // Names whoever looked, so that what is said of them instead can be read.
            Assert.True(
                await Page.GetByRole(AriaRole.Link, new() { Name = "Older" }).CountAsync() == 1,
                $"the log never says: {words}; but {string.Join('\n', said.Split('\n').Where(line => line.StartsWith(words.Split(',')[0], StringComparison.Ordinal)))}");
            await FollowAsync("Older");
        }
    }

    private async Task TickPartsAsync(string[] all, string[] aboutMeOnly)
    {
        foreach (var box in await Page.Locator(".part-choices input").AllAsync())
        {
            await box.UncheckAsync();
        }

        foreach (var part in await Page.Locator(".part-choices").AllAsync())
        {
            var isAboutMe = (await part.Locator("legend").InnerTextAsync()).Contains("About Me", StringComparison.Ordinal);
            foreach (var agency in isAboutMe ? [.. all, .. aboutMeOnly] : all)
            {
                await part.GetByLabel(agency, new() { Exact = true }).CheckAsync();
            }
        }
    }
}
