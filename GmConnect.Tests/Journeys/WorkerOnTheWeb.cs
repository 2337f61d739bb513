using GmConnect.Domain.Referrals;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>A worker at their inbox, their referrals, their cases and the plan.</summary>
public sealed class WorkerOnTheWeb(IPage page, bool checks, Trail? trail = null) : PersonOnTheWeb(page, checks, trail)
{
    private ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true });

    /// <summary>Signs in and leaves the inbox open.</summary>
    public async Task OpenInboxAsync(string handle)
    {
        await SignInAsync(handle);
        await IsAtAsync("Inbox and my work");
        await Assertions.Expect(Page.GetByText("Fetching…")).ToHaveCountAsync(0);
        await Page.EvaluateAsync("() => { window.sameDocument = true }");
    }

    /// <summary>The person is in the inbox that was left open, which was not loaded again.</summary>
    public async Task FindsInInboxAsync(string person)
    {
        await Assertions.Expect(Page.GetByRole(AriaRole.Link, new() { Name = person })).ToBeVisibleAsync();
        Assert.True(await Page.EvaluateAsync<bool>("() => window.sameDocument === true"));
        await LookAsync();
    }

    public async Task OpenReferralAsync(string person)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = person }).First.ClickAsync();
        await IsAtAsync(person);
        await LookAsync();
    }

    /// <param name="answers">By question, besides no and nothing.</param>
    public async Task TriageAsync(string level, string note, params (string Question, string Value)[] answers)
    {
        await BeginTriageAsync();
        await AnswerTriageAsync(answers);
        await Assertions.Expect(Page.Locator(".answer-form .explanation .level")).ToContainTextAsync(level);
        await LookAsync();
        await Page.GetByLabel("Note for whoever takes it on").FillAsync(note);
        await ClickAsync("Save triage");
        await SeesAsync(note);
        await LookAsync();
    }

    /// <summary>Saved too early: it says what is left.</summary>
    public async Task BeginTriageAsync()
    {
        await ClickAsync("Triage");
        await ClickAsync("Save triage");
        await SeesAsync("Answer all questions");
        await LookAsync();
    }

    public async Task AnswerTriageAsync(params (string Question, string Value)[] answers)
    {
        foreach (var (question, value) in answers.Where(a => a.Value is TriageAnswers.Yes or TriageAnswers.NotKnown))
        {
            await Page.Locator($"#triage-{question} input[value={value}]").CheckAsync();
        }

        await ClickAsync("No to all that is not answered");
        foreach (var question in TriageRules.Current.Factors.SelectMany(f => f.From).Select(TriageRules.Current.Question))
        {
            var value = answers.SingleOrDefault(a => a.Question == question.Id).Value;
            if (question.Form is not AnswerOf.YesNo)
            {
                await Page.Locator($"#triage-{question.Id}").SelectOptionAsync(value ?? "0");
            }
            else if (value is null)
            {
                await Page.Locator($"#triage-{question.Id} input[value={TriageAnswers.No}]").CheckAsync();
            }
        }
    }

    public async Task OpenCaseAsync(string summary, string role)
    {
        await ClickAsync("Open a case");
        await Page.GetByLabel("What the case is to achieve").FillAsync(summary);
        await Page.GetByLabel("What you are to George").FillAsync(role);
        await LookAsync();
        await ClickAsync("Open the case");
        await IsOnTheCaseAsync();
    }

    public async Task JoinCaseAsync(string role)
    {
        await ClickAsync("Join an open case");
        await Page.GetByLabel("What you are to George").FillAsync(role);
        await LookAsync();
        await ClickAsync("Join the case");
        await IsOnTheCaseAsync();
    }

    public async Task AddWorkerAsync(string worker, string role)
    {
        await ClickAsync("Add a worker");
        await Page.Locator("#add-worker").SelectOptionAsync(new SelectOptionValue { Label = worker });
        await Page.GetByRole(AriaRole.Dialog).GetByLabel("What they do here").FillAsync(role);
        await LookAsync();
        await ClickAsync("Add to the team");
        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(Page.GetByRole(AriaRole.Rowheader, new() { Name = worker.Split(',')[0] })).ToBeVisibleAsync();
    }

    public async Task AddGoalAsync(string goal)
    {
        await ClickAsync("Add a goal");
        await Page.Locator("[data-keep=new-goal]").FillAsync(goal);
        await ClickAsync("Add a goal");
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = goal })).ToBeVisibleAsync();
        await LookAsync();
    }

    /// <param name="owner">The agency's name; "The family" for what the family does.</param>
    public async Task AddActionAsync(string what, string owner, DateOnly due)
    {
        await ClickAsync("Add an action to this goal");
        await Page.Locator("[data-keep=new-action]").FillAsync(what);
        await Page.Locator("#new-owner").SelectOptionAsync(new SelectOptionValue { Label = owner });
        await Page.Locator("#new-due").FillAsync(due.ToString("yyyy-MM-dd"));
        await LookAsync();
        await ClickAsync("Add an action");
        await SeesInThePlanAsync(what);
    }

    /// <summary>Opens an action of the plan and types, without saving.</summary>
    public async Task RewriteAsync(string action, string words)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = $"Edit the action: {action}" }).ClickAsync();
        await Field("What is to be done").FillAsync(words);
    }

    public Task SaveAsync() => ClickAsync("Save");

    public Task SeesInThePlanAsync(string action) =>
        Assertions.Expect(Page.Locator(".plan tbody th").Filter(new() { HasText = action })).ToBeVisibleAsync();

    private async Task IsOnTheCaseAsync()
    {
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "The shared plan" })).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByText("Fetching…")).ToHaveCountAsync(0);
        await LookAsync();
    }
}
