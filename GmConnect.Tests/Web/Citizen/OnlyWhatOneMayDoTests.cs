using System.Net;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Citizen;

/// <summary>Somebody follows every link and presses every button that their pages offer.</summary>
[Collection(nameof(InTheBrowser))]
public class OnlyWhatOneMayDoTests(ServiceInProcess service)
{
    private static readonly string[] Writing = ["answer", "choice", "comment", "confirm", "copy", "correct", "goal", "object", "place", "plan", "why"];
    private static readonly string[] Deciding = ["agencies", "withdraw"];

    [Theory]
    [InlineData(DelegationScope.View)]
    [InlineData(DelegationScope.Contribute)]
    [InlineData(DelegationScope.Manage)]
    public async Task Delegate_IsOfferedNothingThatWouldBeRefused(DelegationScope scope)
    {
        var story = await InTheMiddleAsync();
        using var relative = await CitizenClient.SignInAsync(service.Address, (await story.AddDelegateAsync(scope)).Handle);

        var pages = await FollowEveryLinkAsync(relative);
        var offered = new HashSet<string>();
        foreach (var (address, page) in pages)
        {
            foreach (var form in PageForm.In(page.Body).Where(form => form.CanBeSent))
            {
                offered.Add(form.Name);
                foreach (var pressed in form.Buttons.Count > 0 ? form.Buttons.Select(button => new[] { button }) : [[]])
                {
                    var answer = await relative.SubmitAsync(address, form.Fields, pressed);
                    Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{form.Name} on {address}: {answer.Status}");
                }
            }
        }

        string[] expected = scope switch
        {
            DelegationScope.View => [],
            DelegationScope.Contribute => Writing,
            _ => [.. Writing, .. Deciding]
        };
        Assert.Equal(expected.Order(), offered.Order());
        // A reader's links lead where they say, not to a form that sends them elsewhere.
        Assert.True(scope > DelegationScope.View || pages.Values.All(page => page.Status == HttpStatusCode.OK));
        Assert.Contains(pages.Keys, address => address.StartsWith("/who-looked/", StringComparison.Ordinal));
    }

    /// <summary>Who acts in money matters alone comes to the story, and finds their part of it and no other.</summary>
    [Fact]
    public async Task WhoActsInMoneyMattersAlone_FindsThatPart_AndNoOther()
    {
        var story = await InTheMiddleAsync();
        using var attorney = await CitizenClient.SignInAsync(service.Address, (await story.AddDelegateAsync(DelegationScope.View, DelegationKind.PropertyAttorney)).Handle);

        foreach (var address in new[] { attorney.Story, $"{attorney.Story}/check" })
        {
            var page = await attorney.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("Bess the dog", page.Body, StringComparison.Ordinal);
        }
    }

    /// <summary>A permission goes on by two forms, without JavaScript: this one, and the preview that it leads to.</summary>
    [Fact]
    public async Task Renewing_LeadsToThePreviewOfWhatTheyGet()
    {
        var story = await InTheMiddleAsync();
        using var helen = await CitizenClient.SignInAsync(service.Address, story.Helen.Handle);
        var permission = Expect.Value(await story.The<ReadPermissions>().ExecuteAsync(story.George.Id, story.Helen.AsActor())).Permissions
            .First(p => p.State is PermissionState.InForce);
        var renew = $"/consents/{helen.Resident}/{permission.ConsentId}/renew";

        var form = Assert.Single(PageForm.In((await helen.GetAsync(renew)).Body), form => form.Name == "renew");
        var answer = await helen.SubmitAsync(renew, form.Fields, form.Buttons.Count > 0 ? [form.Buttons[0]] : []);

        Assert.Equal((HttpStatusCode.Redirect, $"{helen.Story}/share/preview"), (answer.Status, answer.Location));
        Assert.Contains(permission.Agency, (await helen.GetAsync($"{helen.Story}/share/preview")).Body, StringComparison.Ordinal);
    }

    /// <summary>By the address alone one comes to what may be read, never to a form that would be refused.</summary>
    [Fact]
    public async Task FormsOpenedByTheirAddress_LeadSomebodyWhoMayOnlyReadToWhatTheyMayRead()
    {
        var story = await InTheMiddleAsync();
        using var relative = await CitizenClient.SignInAsync(service.Address, (await story.AddDelegateAsync(DelegationScope.View)).Handle);
        var permission = Expect.Value(await story.The<ReadPermissions>().ExecuteAsync(story.George.Id, story.Helen.AsActor())).Permissions[0];
        var (consents, plan) = ($"/consents/{relative.Resident}", $"/plan/{relative.Resident}");

        foreach (var (form, leadsTo) in new[]
        {
            ($"{relative.Story}/what-happened", $"{relative.Story}/check"), ($"{relative.Story}/the-home/choose", $"{relative.Story}/check"),
            ($"{relative.Story}/share", consents), ($"{relative.Story}/share/preview", consents),
            ($"{consents}/{permission.ConsentId}/withdraw", $"{consents}/{permission.ConsentId}"), ($"{plan}/goal", plan), ($"{plan}/comment", plan)
        })
        {
            Assert.Equal((HttpStatusCode.Redirect, leadsTo), (await relative.GetAsync(form)) is var answer ? (answer.Status, answer.Location) : default);
        }
    }

    private async Task<HipStory> InTheMiddleAsync()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.GetToTheMiddleAsync();

        return story;
    }

    private static async Task<Dictionary<string, PageAnswer>> FollowEveryLinkAsync(CitizenClient person)
    {
        var (pages, next) = (new Dictionary<string, PageAnswer>(), new Queue<string>([person.Story]));
        while (next.TryDequeue(out var address))
        {
            if (pages.ContainsKey(address))
            {
                continue;
            }

            var page = pages[address] = await person.GetAsync(address);
            Assert.True(page.Status is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{address}: {page.Status}");
            foreach (var link in PageForm.LinksIn(page.Body).Append(page.Location ?? "").Where(link => link.Contains($"{person.Resident}")))
            {
                next.Enqueue(link);
            }
        }

        return pages;
    }
}
