using Bunit;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.Domain.Agreements;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Governance.Agreements;
using GmConnect.Web.Identity;
using GmConnect.Web.Ui;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace GmConnect.Tests.Web.Governance.Agreements;

/// <summary>A lead writes an agreement, and a new version of one, on a page.</summary>
public class AgreementDraftTests
{
    [Fact]
    public async Task WhatIsMissing_IsSaid_WhatWasChosenStays_AndTheDraftWaitsForSignatures()
    {
        await using var scene = await AgreementScene.OnAsync();
        await using var context = Context(scene, scene.HospitalLead);
        var page = context.Render<AgreementDraftPage>();
        await page.WaitForElement("form").SubmitAsync();
        Assert.NotEmpty(page.Find("[role=alert]").TextContent);

        await page.FindAll("[id^='party-']")[0].ChangeAsync($"{scene.Stranger.Id}");
        await page.Find("form").SubmitAsync();
        Assert.Contains("Your own agency", page.Find("[role=alert]").TextContent);
        await page.FindAll("[id^='party-']")[0].ChangeAsync($"{scene.Hospital.Id}");
        await page.FindAll("[id^='party-']")[1].ChangeAsync($"{scene.Nursing.Id}");
        foreach (var condition in page.FindAll("[id^='condition-']").Select(one => one.Id).ToList())
        {
            await page.Find($"#{condition}").ChangeAsync($"{PartyDraft.Conditions.ToList().IndexOf((Article9.HealthOrSocialCare, Schedule1.HealthOrSocialCare))}");
        }

        foreach (var what in new[] { "Care and support", "who the person is", "parts of the story" })
        {
            await Tick(page, what).ChangeAsync(true);
        }

        await Tick(page, "About Me").ChangeAsync(true);
        foreach (var (field, words) in new[] { ("title", "Discharge"), ("dpia", "DPIA 7"), ("rights", "The office, 0161 496 0000"), ("why", "So that one team works.") })
        {
            await page.Find($"[data-keep='draft-{field}']").InputAsync(words);
        }

        await page.Find("#last-day").ChangeAsync("");
        await page.Find("form").SubmitAsync();
        Assert.Contains("last day", page.Find("[role=alert]").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("DPIA 7", page.Find("[data-keep='draft-dpia']").GetAttribute("value"));
        var today = scene.World.Clock.Today();
        await page.Find("#last-day").ChangeAsync($"{today.AddMonths(6):yyyy-MM-dd}");
        await page.Find("form").SubmitAsync();

        Assert.Equal("", string.Concat(page.FindAll("[role=alert]").Select(alert => alert.TextContent)));
        var id = Guid.Parse(context.Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().Uri.Split('/')[^1]);
        var draft = await scene.ReadAsync(id);
        Assert.Equal((AgreementStatus.Draft, "Discharge"), (draft.Status, draft.Title));
        Assert.Equal(new[] { scene.Hospital.Id, scene.Nursing.Id }.Order(), draft.Latest.Parties.Select(p => p.AgencyId).Order());
        Assert.All(draft.Latest.Parties, party => Assert.Equal(
            new LawfulBasis(Article6.PublicTask, Article9.HealthOrSocialCare, Schedule1.HealthOrSocialCare), party.Basis));
        Assert.Equal([Purpose.Care], draft.Latest.Purposes);
        Assert.Equal([StoryPartKind.AboutMe], draft.Latest.Parts);
    }

    [Fact]
    public async Task ANewVersion_BeginsFromTheOneThatStands_WhichStaysInForce()
    {
        await using var scene = await AgreementScene.OnAsync();
        var id = await scene.SignedAsync();
        await using var context = Context(scene, scene.HospitalLead);
        var page = context.Render<AgreementDraftPage>(with => with.Add(p => p.AgreementId, id));
        page.WaitForElement("form");
        Assert.Empty(page.FindAll("[data-keep='draft-title']"));
        await page.Find("[data-keep='draft-why']").InputAsync("Housing as well.");
        await Tick(page, "Housing").ChangeAsync(true);
        await page.Find("form").SubmitAsync();

        var stands = await scene.ReadAsync(id);
        Assert.Equal((AgreementStatus.Signed, 2), (stands.Status, stands.Latest.Number));
        Assert.Contains(Purpose.Housing, stands.Latest.Purposes);
        Assert.DoesNotContain(Purpose.Housing, stands.Versions.Single(v => v.Number == 1).Purposes);
    }

    /// <summary>The guardian stops agreements and writes none; a lead of another agency does not learn that this one exists.</summary>
    [Fact]
    public async Task WhoMayNotWriteIt_FindsNothing()
    {
        await using var scene = await AgreementScene.OnAsync();
        var id = await scene.SignedAsync();
        var stranger = scene.Who["lead of no party"];
        foreach (var (who, agreement) in new[] { (scene.Guardian, Guid.Empty), (scene.Guardian, id), (stranger, id) })
        {
            await using var context = Context(scene, who);
            Assert.Empty(context.Render<AgreementDraftPage>(with => with.Add(p => p.AgreementId, agreement)).FindAll("form"));
        }
    }

    private static AngleSharp.Dom.IElement Tick(IRenderedComponent<AgreementDraftPage> page, string what) =>
        page.FindAll(".tick").First(one => one.TextContent.Trim() == what).QuerySelector("input")!;

    private static BunitContext Context(AgreementScene scene, Actor actor)
    {
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddLogging().AddLocalization();
        context.Services.AddMudServices();
        context.Services.AddSingleton<TimeProvider>(scene.World.Clock);
        context.Services.AddScoped<Toasts>().AddSingleton<RefusalWords>().AddScoped<CurrentActor>();
        context.Services.AddSingleton<AuthenticationStateProvider>(new SignedInAs(actor));
        context.Services.AddFallbackServiceProvider(scene.World.The<IServiceProvider>());

        return context;
    }

    private sealed class SignedInAs(Actor actor) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new SignedInPerson(actor, "", "").ToPrincipal()));
    }
}
