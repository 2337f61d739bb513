using Bunit;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Common;
using GmConnect.Domain.Stories;
using GmConnect.Tests.Domain.Agreements;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Governance.Agreements;
using GmConnect.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace GmConnect.Tests.Web.Governance.Agreements;

public class AgreementPagesTests
{
    [Fact]
    public async Task SuspendingWithoutAReason_IsRefusedBesideTheField_AndWhatIsTypedTooLongIsKept()
    {
        await using var scene = await AgreementScene.OnAsync();
        var id = await scene.SignedAsync();
        await using var context = Context(scene);
        var card = await CardAsync(context, scene, id, scene.Guardian);

        await Button(card, "Suspend").ClickAsync(new());
        await card.Find("form").SubmitAsync();
        Assert.Contains("Say why", card.Find("[role=alert]").TextContent);
        var typed = new string('م', SharingAgreement.ReasonMaxLength + 1);
        await card.Find("textarea").InputAsync(typed);
        await card.Find("form").SubmitAsync();

        Assert.Contains("2,001", card.Find("[role=alert]").TextContent);
        Assert.Equal(typed, card.Find("textarea").GetAttribute("value") ?? card.Find("textarea").TextContent);
        Assert.Equal(AgreementStatus.Signed, (await scene.ReadAsync(id)).Status);
    }

    [Fact]
    public async Task Suspended_IsSuspended_AndTheReasonKept()
    {
        await using var scene = await AgreementScene.OnAsync();
        var id = await scene.SignedAsync();
        await using var context = Context(scene);
        var acted = 0;
        var card = await CardAsync(context, scene, id, scene.HospitalLead, () => acted++);

        await Button(card, "Suspend").ClickAsync(new());
        await card.Find("textarea").InputAsync("A laptop was lost.");
        await card.Find("form").SubmitAsync();

        var stands = await scene.ReadAsync(id);
        Assert.Equal((AgreementStatus.Suspended, 1), (stands.Status, acted));
        Assert.Equal("A laptop was lost.", stands.Changes.Single(c => c.Act is AgreementAct.Suspended).Why);
        Assert.Empty(card.FindAll("form"));
    }

    [Fact]
    public async Task Signing_NeedsAnOffice_AndThenSigns()
    {
        await using var scene = await AgreementScene.OnAsync();
        var id = await scene.DraftAsync();
        await using var context = Context(scene);
        var card = await CardAsync(context, scene, id, scene.NursingLead);

        await Button(card, "Sign for your agency").ClickAsync(new());
        await card.Find("form").SubmitAsync();
        Assert.Contains("in what office", card.Find("[role=alert]").TextContent);
        await card.Find("#office").ChangeAsync("Caldicott Guardian");
        await card.Find("form").SubmitAsync();

        var party = (await scene.ReadAsync(id)).Latest.Parties.Single(p => p.AgencyId == scene.Nursing.Id);
        Assert.Equal(("Caldicott Guardian", scene.NursingLead.AccountId), (party.SignedAs, party.SignedBy));
    }

    /// <summary>A page offers nobody what would be refused.</summary>
    [Theory]
    [InlineData("guardian", false, "Suspend")]
    [InlineData("guardian", true, "")]
    [InlineData("lead of a party", false, "Suspend, End")]
    [InlineData("lead of a party", true, "Resume, End")]
    public async Task Acts_AreThoseOfTheRole(string who, bool isSuspended, string offered)
    {
        await using var scene = await AgreementScene.OnAsync();
        var id = await scene.SignedAsync();
        if (isSuspended)
        {
            Expect.Done(await scene.The<SuspendAgreement>().ExecuteAsync(id, "A laptop was lost.", scene.Guardian));
        }

        await using var context = Context(scene);
        var card = await CardAsync(context, scene, id, scene.Who[who]);

        Assert.Equal(offered, string.Join(", ", card.FindAll("button").Select(b => b.TextContent)));
    }

    [Fact]
    public async Task WhatWouldStop_HidesSmallNumbers_AndNamesTheRule()
    {
        await using var scene = await AgreementScene.OnAsync();
        var id = await scene.SignedAsync();
        await scene.GivePermissionsAsync([scene.Hospital], 7, StoryPartKind.AboutMe);
        await scene.GivePermissionsAsync([scene.Nursing], 14, StoryPartKind.AboutMe);
        await using var context = Context(scene);

        var stop = context.Render<WhatWouldStop>(p => p
            .Add(c => c.Agreement, Expect.Value(scene.The<ReadAgreement>().ExecuteAsync(id, scene.Guardian).Result)).Add(c => c.Actor, scene.Guardian));

        stop.WaitForAssertion(() => Assert.Equal(
            new HashSet<string> { "fewer than 10", "14" }, [.. stop.FindAll("tbody td.number").Select(cell => cell.TextContent)]));
        Assert.Contains("at least 20 people", stop.Find("[role=status]").TextContent);
        Assert.Contains("Small-number rule", stop.Markup);
    }

    [Fact]
    public async Task List_IsReadAgain_WhenSomebodySuspends()
    {
        await using var scene = await AgreementScene.OnAsync();
        var id = await scene.SignedAsync();
        await using var context = Context(scene);
        var list = context.Render<AgreementList>(p => p.Add(c => c.Actor, scene.Guardian));
        list.WaitForAssertion(() => Assert.Contains("In force", list.Find("tbody").TextContent));

        Expect.Done(await scene.The<SuspendAgreement>().ExecuteAsync(id, "A laptop was lost.", scene.HospitalLead));

        list.WaitForAssertion(() => Assert.Contains("Suspended", list.Find("tbody").TextContent));
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<AgreementActsCard> card, string words) =>
        card.FindAll("button").Single(b => b.TextContent == words);

    private static async Task<IRenderedComponent<AgreementActsCard>> CardAsync(
        BunitContext context, AgreementScene scene, Guid id, Actor actor, Action? acted = null)
    {
        var shown = Expect.Value(await scene.The<ReadAgreement>().ExecuteAsync(id, actor));

        return context.Render<AgreementActsCard>(p => p
            .Add(c => c.Agreement, shown).Add(c => c.Actor, actor).Add(c => c.Acted, EventCallback.Factory.Create(scene, acted ?? (() => { }))));
    }

    private static BunitContext Context(AgreementScene scene)
    {
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddLogging().AddLocalization();
        context.Services.AddMudServices();
        context.Services.AddScoped<Toasts>().AddSingleton<RefusalWords>();
        context.Services.AddFallbackServiceProvider(scene.The<IServiceProvider>());

        return context;
    }
}
