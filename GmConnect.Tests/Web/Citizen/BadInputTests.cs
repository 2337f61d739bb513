using System.Net;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Citizen;

/// <summary>What people, scripts and bad luck send to citizens' pages: a sentence in their words, nothing lost, nothing leaked.</summary>
[Collection(nameof(InTheBrowser))]
public class BadInputTests(SharedService shared)
{
    private const string Text = "Posted.Text";

    [Theory]
    [InlineData("31", "2", "2026", "must be one that a calendar has")]
    [InlineData("0", "13", "2026", "must be one that a calendar has")]
    [InlineData("12", "", "2026", "must be one that a calendar has")]
    [InlineData("4", "11", "", "must include a year")]
    [InlineData("4", "11", "26", "must include a year")]
    [InlineData("4", "11", "1066", "must be 1900 or later")]
    [InlineData("4", "11", "2999", "must be today or in the past")]
    [InlineData("four", "Nov", "2025", "must be one that a calendar has")]
    public async Task ImpossibleDate_IsExplainedAndKeptAsTyped(string day, string month, string year, string says)
    {
        using var helen = await SignInAsync();

        var answer = await helen.PostAsync($"{helen.Story}/when-it-happened",
            ("Posted.Date.Day", day), ("Posted.Date.Month", month), ("Posted.Date.Year", year));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(says, answer.Text);
        Assert.Contains("<title>Error: ", answer.Body);
        Assert.DoesNotContain("invalid", answer.Text.Replace("aria-invalid", ""));
        Assert.All(new[] { day, month, year }.Where(typed => typed.Length > 0), typed => Assert.Contains($"value=\"{typed}\"", answer.Body));
    }

    [Fact]
    public async Task Answer_Of20000Characters_StatesTheLimitAndKeepsEveryWord()
    {
        using var helen = await SignInAsync();
        var page = $"{helen.Story}/money-and-work";
        var typed = string.Concat(Enumerable.Repeat("ten words ", 1_999)) + "to the end";

        var answer = await helen.PostAsync(page, (Text, typed));
        var opened = await helen.GetAsync(page);
        var check = await helen.PostAsync($"{helen.Story}/check");
        await helen.PostAsync(page, (Text, "Short again."));

        Assert.Contains("20,000 characters long and the limit is 10,000", answer.Text);
        Assert.Contains(typed, answer.Text);
        Assert.Contains(typed, opened.Text);
        Assert.Contains("the limit is 10,000", check.Text);
        Assert.Contains("href=\"#money-and-work\"", check.Body);
    }

    [Fact]
    public async Task Answer_At10000ArabicLetters_IsSavedWhole()
    {
        using var helen = await SignInAsync();
        var page = $"{helen.Story}/people-involved";
        var typed = new string('م', Story.AnswerMaxLength);

        var answer = await helen.PostAsync(page, (Text, typed));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Contains(typed, (await helen.GetAsync(page)).Text);
        await helen.PostAsync(page, (Text, "The ward sister."));
    }

    [Theory]
    [InlineData("<script>alert('hip')</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</textarea><h1>Mine now</h1>")]
    [InlineData("{{7*7}} ${7*7} @(7*7) %3Cb%3E &lt;b&gt;")]
    [InlineData("'; DROP TABLE Story; --")]
    public async Task ScriptAndMarkup_InEveryAnswer_AreWordsOnEveryPage(string typed)
    {
        using var helen = await SignInAsync();
        foreach (var question in StoryQuestions.All.Where(question => question.Form is AnswerForm.Words))
        {
            var page = $"{helen.Story}/{question.Key}";
            await helen.PostAsync(page, (Text, typed));
            Holds(await helen.GetAsync(page), typed);
        }

        Holds(await helen.GetAsync($"{helen.Story}/check"), typed);
    }

    [Fact]
    public async Task Markup_InADate_IsRefusedWithoutAnEcho()
    {
        using var helen = await SignInAsync();
        const string Markup = "<b>x</b>";

        var date = await helen.PostAsync($"{helen.Story}/when-it-happened",
            ("Posted.Date.Day", Markup), ("Posted.Date.Month", Markup), ("Posted.Date.Year", Markup));

        Assert.DoesNotContain(Markup, date.Body);
        Assert.Contains("year", date.Text);
    }

    [Theory]
    [InlineData("before\0after", "beforeafter")]
    [InlineData("\0", "")]
    public async Task Nul_IsLeftOut_AndTheWordsStay(string typed, string kept) => await ComesBackAsync("getting-in", $"The gate. {typed}", $"The gate. {kept}");

    [Theory]
    [InlineData("bell\u0007 escape\u001b[31m", "bell escape[31m")]
    [InlineData("old\rline\r\nends", "old\nline\nends")]
    public async Task OtherControlCharacters_AreLeftOut_AndTheWordsStay(string typed, string kept) => await ComesBackAsync("getting-in", typed, kept);

    [Theory]
    [InlineData("👵🏽 her dog 🐕‍🦺 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    [InlineData("Zoë O’Brien-Łukasz 李")]
    public async Task Emoji_AndEveryScript_ComeBackLetterForLetter(string typed) => await ComesBackAsync("communication", typed, typed);

    [Theory]
    [InlineData("اسمي جورج وأحب حديقتي")]
    [InlineData("שלום and then English \u202eesrever\u202c")]
    public async Task RightToLeftText_ComesBackLetterForLetter_InItsOwnDirection(string typed)
    {
        var (page, check) = await ComesBackAsync("communication", typed, typed);

        Assert.Contains("dir=\"auto\"", PageForm.Page(page.Body).QuerySelector("textarea")!.OuterHtml);
        Assert.Contains(PageForm.Page(check.Body).QuerySelectorAll("[dir=auto]"), words => words.TextContent.Contains(typed));
    }

    [Fact]
    public async Task SecondSubmitOfTheSamePage_SavesOneAnswer()
    {
        using var helen = await SignInAsync();
        var page = $"{helen.Story}/equipment-has";
        var opened = await helen.OpenAsync(page);
        var typed = $"A walking frame, {Guid.NewGuid():N}";

        var first = await helen.SubmitAsync(page, opened, (Text, typed));
        var second = await helen.SubmitAsync(page, opened, (Text, typed));

        Assert.Equal(first.Location, second.Location);
        Assert.DoesNotContain("/choose", second.Location);
        Assert.Single((await helen.GetAsync($"{helen.Story}/check")).Text.Split(typed).Skip(1));
    }

    [Fact]
    public async Task UnknownId_AndAnotherFamilysId_AreTheSame404_ByteForByteButForTokens()
    {
        using var helen = await SignInAsync();
        using var farah = await CitizenClient.SignInAsync(await shared.StartedAsync(), "farah-malik");
        var (own, other, unknown) = (helen.Resident, farah.Resident, Guid.NewGuid());
        string[] pages =
        [
            "/story/{0}", "/story/{0}/what-happened", "/story/{0}/what-happened/choose", "/story/{0}/check", "/story/{0}/confirmed",
            "/story/{0}/share", "/story/{0}/share/parts", "/story/{0}/share/purposes", "/story/{0}/share/preview", "/story/{0}/shared",
            "/consents/{0}", "/who-looked/{0}", "/plan/{0}", "/plan/{0}/goal", "/plan/{0}/comment", "/plan/{0}/team", "/plan/{0}/household"
        ];

        foreach (var page in pages)
        {
            var forbidden = await helen.GetAsync(string.Format(null, page, other));
            var missing = await helen.GetAsync(string.Format(null, page, unknown));

            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (forbidden.Status, missing.Status));
            Assert.Equal(Comparable(missing, unknown), Comparable(forbidden, other));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await helen.GetAsync($"/story/{own}/no-such-question")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await helen.GetAsync($"/consents/{own}/{unknown}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await helen.GetAsync($"/consents/{own}/{unknown}/withdraw")).Status);
    }

    [Fact]
    public async Task PostingIntoAnotherFamilysStory_IsNotFoundAndChangesNothing()
    {
        using var helen = await SignInAsync();
        using var farah = await CitizenClient.SignInAsync(await shared.StartedAsync(), "farah-malik");
        var opened = await helen.OpenAsync($"{helen.Story}/what-happened");
        var words = $"Not yours {Guid.NewGuid():N}";

        var written = await helen.SubmitAsync($"{farah.Story}/what-happened", opened, (Text, words));

        Assert.Equal(HttpStatusCode.NotFound, written.Status);
        Assert.DoesNotContain(words, written.Body);
        Assert.DoesNotContain(words, (await farah.GetAsync($"{farah.Story}/check")).Body);
    }

    [Theory]
    [InlineData("?page=-1")]
    [InlineData("?page=99999999999999999999")]
    [InlineData("?page=two&family=maybe")]
    public async Task WhoLooked_WithANumberThatIsNone_ShowsTheNewest(string query)
    {
        using var helen = await SignInAsync();

        Assert.Equal(HttpStatusCode.OK, (await helen.GetAsync($"/who-looked/{helen.Resident}{query}")).Status);
    }

    [Fact]
    public async Task FormWithoutItsToken_IsAskedForAgain()
    {
        using var helen = await SignInAsync();
        var page = $"{helen.Story}/what-happened";
        var opened = (await helen.OpenAsync(page)).Select(field =>
            field.Name == "__RequestVerificationToken" ? (field.Name, "of-another-day") : field);

        var answer = await helen.SubmitAsync(page, opened, (Text, "Still typed."));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("what you typed is still there", answer.Text);
    }

    private async Task<(PageAnswer Page, PageAnswer Check)> ComesBackAsync(string question, string typed, string kept)
    {
        using var helen = await SignInAsync();
        var page = $"{helen.Story}/{question}";

        var saved = await helen.PostAsync(page, (Text, typed));
        var (opened, check) = (await helen.GetAsync(page), await helen.GetAsync($"{helen.Story}/check"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal(kept.Trim(), PageForm.Page(opened.Body).QuerySelector("textarea")!.TextContent.Trim());
        Assert.Contains(kept.Trim(), check.Text);

        return (opened, check);
    }

    private async Task<CitizenClient> SignInAsync() => await CitizenClient.SignInAsync(await shared.StartedAsync(), "helen-ashworth");

    private static void Holds(PageAnswer page, string typed)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(typed, page.Text);
        Assert.DoesNotContain("<script", page.Body);
        Assert.DoesNotContain("<img src=x", page.Body);
        Assert.DoesNotContain("<h1>Mine", page.Body);
    }

    // The same page: the navigation names the id that was asked for, and forms carry a token each.
    private static string Comparable(PageAnswer page, Guid id) =>
        System.Text.RegularExpressions.Regex.Replace(page.Body.Replace($"{id}", "ID"), "value=\"[^\"]{60,}\"|<!--Blazor-.*?-->", "");
}
