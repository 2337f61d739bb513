using System.Net;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Citizen;

/// <summary>Fields are found on the pages: a new one is tried without anybody thinking of it.</summary>
[Collection(nameof(InTheBrowser))]
public class MarkupInEveryFieldTests(ServiceInProcess service)
{
    private const string Typed = "\"'></textarea></title><script>ran=1</script><img src=x onerror=ran=1><x-ran>&lt;i&gt; {{7*7}}";

    [Fact]
    public async Task ScriptAndMarkup_InEveryFieldOfEveryCitizensForm_AreShownAsText()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await PrepareAsync(story);
        using var helen = await CitizenClient.SignInAsync(service.Address, story.Helen.Handle);
        using var george = await CitizenClient.SignInAsync(service.Address, story.Himself.Handle);
        var tried = new HashSet<string>();
        foreach (var page in await PagesAsync(story, helen))
        {
            var who = page.Contains("/acting/") ? george : helen;
            var form = Assert.Single(PageForm.In((await who.GetAsync(page)).Body));
            foreach (var field in form.Names)
            {
                var shown = await who.SubmitAsync(page, form.Fields, (field, Typed));
                Assert.True(shown.Status is HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.NotFound or HttpStatusCode.BadRequest,
                    $"{form.Name}, {field}: {shown.Status}");
                HoldsNone(shown);
                HoldsNone(await who.GetAsync(page));
                tried.Add($"{form.Name} {field}");
            }
        }

        Assert.Superset(Expected, tried);
    }

    [Fact]
    public async Task ScriptAndMarkup_ThatAFamilyWrote_AreWordsOnEveryPageOfTheirs()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.TellAsync([.. StoryQuestions.All.Where(q => q.Form is AnswerForm.Words).Select(q => (q.Key, $"{q.Key} {Typed}"))]);
        await story.ChooseAsync(story.Homes);
        using var helen = await CitizenClient.SignInAsync(service.Address, story.Helen.Handle);

        foreach (var page in new[] { "/check", "/share/preview" })
        {
            var shown = await helen.GetAsync(helen.Story + page);
            HoldsNone(shown);
            Assert.All(StoryQuestions.All.Where(q => q.Form is AnswerForm.Words), question =>
                Assert.Contains($"{question.Key} {Typed}", PageForm.Page(shown.Body).Body!.TextContent));
        }
    }

    /// <summary>The ones that people type into or press, so that a page that stopped showing its form is noticed.</summary>
    private static HashSet<string> Expected { get; } =
    [
        "answer Posted.Text", "answer Posted.Seen", "answer Posted.GoBack", "answer Posted.Date.Day", "answer Posted.Date.Month", "answer Posted.Date.Year",
        "choice Posted.Shown[0]", "choice Posted.Texts[0]", "choice Posted.Texts[1]", "choice Posted.Keep",
        "agencies Posted.Agencies", "parts Posted.Parts", "share Posted.Mark",
        "purposes Posted.Of[0].Agency", "purposes Posted.Of[0].Purpose", "purposes Posted.Of[0].Until",
        "purposes Posted.Of[0].Day.Day", "purposes Posted.Of[0].Day.Month", "purposes Posted.Of[0].Day.Year",
        "goal Posted.Text", "plan Posted.Tick", "plan Posted.Choice"
    ];

    private static async Task PrepareAsync(HipStory story)
    {
        var goal = await story.GetToTheMiddleAsync();
        foreach (var (words, by) in new[] { ("To walk far", story.Amira), ("To walk to the shop", story.Helen) })
        {
            Expect.Value(await story.The<ChangePlan>().EditAsync(
                story.George.Id, [new PlanEdit(goal, PlanField.GoalText, "To walk", words)], by.AsActor()));
        }
    }

    private static async Task<IReadOnlyList<string>> PagesAsync(HipStory story, CitizenClient helen)
    {
        var shown = Expect.Value(await story.The<ReadPermissions>().ExecuteAsync(story.George.Id, story.Helen.AsActor()));
        var (consents, plan) = ($"/consents/{helen.Resident}", $"/plan/{helen.Resident}");

        return
        [
            $"{helen.Story}/what-happened", $"{helen.Story}/when-it-happened", $"{helen.Story}/the-home/choose", $"{helen.Story}/check",
            $"{helen.Story}/share/preview", $"{helen.Story}/share/purposes", $"{helen.Story}/share/parts", $"{helen.Story}/share",
            $"{plan}/goal", plan, $"{consents}/{shown.Permissions[0].ConsentId}/withdraw", $"{consents}/acting/{shown.Delegations[0].DelegationId}/end"
        ];
    }

    private static void HoldsNone(PageAnswer answer) =>
        Assert.Empty(PageForm.Page(answer.Body).QuerySelectorAll("script, img, x-ran"));
}
