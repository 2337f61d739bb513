using System.Text.RegularExpressions;
using GmConnect.Domain.Stories;

namespace GmConnect.Benchmarks.Browsing;

/// <summary>Somebody telling one resident's story through the real pages and their forms.</summary>
public sealed partial class Family : IDisposable
{
    private Family(Visitor visitor, string resident) => (Visitor, Resident) = (visitor, resident);

    public Visitor Visitor { get; }

    /// <summary>As it stands in the addresses.</summary>
    public string Resident { get; }

    private string Story => $"/story/{Resident}";

    public static async Task<Family> SignedInAsync(Uri address, string person)
    {
        var visitor = await Visitor.SignedInAsync(address, person);
        var (path, html) = await visitor.FollowAsync("/story");
        var resident = StoryAddress().Match(path) is { Success: true } there ? there : StoryAddress().Match(html);

        return new Family(visitor, resident.Groups["resident"].Value);
    }

    public async Task AnswerAllAsync()
    {
        foreach (var question in StoryQuestions.All)
        {
            await Visitor.PostAsync(await AnswerAsync(question.Key));
        }
    }

    public Task<PageForm> ConfirmAsync() => FormAsync($"{Story}/check", "confirm");

    public async Task<PageForm> AnswerAsync(string question)
    {
        var form = await FormAsync($"{Story}/{question}", "answer");

        return form.Fields.Any(field => field.Name == "Posted.Text")
            ? form.With("Posted.Text", $"He needs a hand with this since the operation, mostly in the mornings. ({question})")
            : form.With("Posted.Date.Month", "3").With("Posted.Date.Year", "2026");
    }

    /// <param name="agencies">The start of each one's name; every agency on offer when there is none.</param>
    public async Task<PageForm> AgenciesAsync(params IReadOnlyCollection<string> agencies)
    {
        var form = await FormAsync($"{Story}/share", "agencies");
        var chosen = form.Choices.Where(choice =>
            agencies.Count == 0 || agencies.Any(name => choice.Words.StartsWith(name, StringComparison.OrdinalIgnoreCase)));

        return form.With("Posted.Agencies", chosen.Select(choice => choice.Value));
    }

    public async Task<PageForm> PartsAsync() => (await FormAsync($"{Story}/share/parts", "parts")).AllTicked();

    public async Task<PageForm> PurposesAsync() => (await FormAsync($"{Story}/share/purposes", "purposes")).FirstChosen();

    /// <summary>The page whose button shares.</summary>
    public Task<PageForm> PreviewAsync() => FormAsync($"{Story}/share/preview", "share");

    public async Task ShareAsync() => await Visitor.PostAsync(await PreviewAsync());

    /// <summary>Everything up to that page.</summary>
    public async Task<PageForm> ChooseAsync(params IReadOnlyCollection<string> agencies)
    {
        await Visitor.PostAsync(await AgenciesAsync(agencies));
        await Visitor.PostAsync(await PartsAsync());
        await Visitor.PostAsync(await PurposesAsync());

        return await PreviewAsync();
    }

    /// <summary>Takes back every permission in force.</summary>
    public async Task WithdrawAllAsync()
    {
        var permissions = await Visitor.GetAsync($"/consents/{Resident}");
        foreach (var address in WithdrawLink().Matches(permissions).Select(match => match.Value).Distinct())
        {
            var page = await Visitor.GetAsync(address);
            await Visitor.PostAsync(PageForm.AllIn(page, address).Single(form => form.Fields.Any(field => field.Name == "_handler")));
        }
    }

    public void Dispose() => Visitor.Dispose();

    private async Task<PageForm> FormAsync(string path, string name) => PageForm.Named(name, await Visitor.GetAsync(path), path);

    [GeneratedRegex("/story/(?<resident>[0-9a-f-]{36})")]
    private static partial Regex StoryAddress();

    [GeneratedRegex("/consents/[0-9a-f-]{36}/[0-9a-f-]{36}/withdraw")]
    private static partial Regex WithdrawLink();
}
