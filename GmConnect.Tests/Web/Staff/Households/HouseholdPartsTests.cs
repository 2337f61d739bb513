using AngleSharp.Dom;
using Bunit;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Tests.Domain.Households;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Staff.Households;

namespace GmConnect.Tests.Web.Staff.Households;

public class HouseholdPartsTests
{
    /// <summary>Nobody is put on a case together by a slip: without the tick it is refused beside the form, which stays as it was.</summary>
    [Fact]
    public async Task Card_AsksForSomebody_OnlyOnceBothWereSpokenTo_AndThenSaysWhoIsWaitedFor()
    {
        await using var stage = await HouseholdStage.OpenAsync(DatabaseProvider.Sqlite);
        await using var context = Parts.Of(stage.Scene);
        var card = await CardAsync(context, stage, stage.Hospital);
        card.WaitForAssertion(() => Assert.NotEmpty(card.FindAll("button")));

        await card.PressAsync("Ask");
        Assert.Contains(stage.Mary.FullName, card.WaitForElement("#household-who").TextContent);
        await card.Find("form").SubmitAsync();
        Assert.NotEmpty(card.WaitForElement("form [role=alert]").TextContent);
        Assert.NotNull(card.Find("#household-who"));
        card.Find("input[type=checkbox]").Change(true);
        await card.Find("form").SubmitAsync();

        card.WaitForAssertion(() => Assert.Contains(stage.Mary.FullName, card.Find(".said").TextContent));
        Assert.Contains("2", card.Find(".said .chip").TextContent);
        Assert.Empty(card.FindAll("form"));
    }

    /// <summary>Who has no part in asking sees who is on it, and no button.</summary>
    [Fact]
    public async Task Card_OfAnotherAgency_ShowsWhoIsOnIt_AndOffersNothing()
    {
        await using var stage = await HouseholdStage.TogetherAsync(DatabaseProvider.Sqlite);
        await using var context = Parts.Of(stage.Scene);
        var card = await CardAsync(context, stage, stage.Nursing);

        card.WaitForAssertion(() => Assert.Equal($"/staff/cases/{stage.Marys}", card.Find(".said a").GetAttribute("href")));
        Assert.Empty(card.FindAll("button"));
    }

    [Fact]
    public async Task Card_IsEnded_AndSaysSo()
    {
        await using var stage = await HouseholdStage.TogetherAsync(DatabaseProvider.Sqlite);
        await using var context = Parts.Of(stage.Scene);
        var card = await CardAsync(context, stage, stage.Hospital);
        card.WaitForElement(".said button");

        await card.Find(".said button").ClickAsync(new());

        card.WaitForAssertion(() => Assert.Empty(card.FindAll(".said")));
    }

    [Fact]
    public async Task AboutField_IsThereOnlyWithSomebodyElse_AndTellsWhoseCase()
    {
        await using var stage = await HouseholdStage.OpenAsync(DatabaseProvider.Sqlite);
        await using var context = Parts.Of(stage.Scene);
        Assert.Equal("", (await FieldAsync(context, stage)).Markup.Trim());
        await using var together = await HouseholdStage.TogetherAsync(DatabaseProvider.Sqlite);
        await using var second = Parts.Of(together.Scene);
        Guid? about = null;
        var field = await FieldAsync(second, together, chosen => about = chosen);

        field.WaitForElement("select").Change($"{together.Marys}");
        Assert.Equal(together.Marys, about);
        field.Find("select").Change("");

        Assert.Null(about);
        Assert.Equal([$"{together.Scene.George.FullName}, whose case it is", together.Mary.FullName], field.FindAll("option").Select(option => option.TextContent.Trim()));
    }

    private static async Task<CaseShown> CaseAsync(HouseholdStage stage, Actor by) =>
        Expect.Value(await stage.Scene.The<ReadCase>().ExecuteAsync(stage.Georges, by, Guid.NewGuid()));

    private static async Task<IRenderedComponent<HouseholdCard>> CardAsync(BunitContext context, HouseholdStage stage, AgencyOnScene agency)
    {
        var shown = await CaseAsync(stage, agency.AsWorker);

        return context.Render<HouseholdCard>(part => part
            .Add(p => p.Case, shown).Add(p => p.Actor, agency.AsWorker).Add(p => p.View, Guid.NewGuid()).Add(p => p.Done, () => { }));
    }

    private static async Task<IRenderedComponent<AboutField>> FieldAsync(BunitContext context, HouseholdStage stage, Action<Guid?>? chosen = null)
    {
        var shown = await CaseAsync(stage, stage.Nursing.AsWorker);

        return context.Render<AboutField>(part => part
            .Add(p => p.Case, shown).Add(p => p.Actor, stage.Nursing.AsWorker).Add(p => p.View, Guid.NewGuid()).Add(p => p.Done, () => { })
            .Add(p => p.Id, "about").Add(p => p.ValueChanged, chosen ?? (_ => { })));
    }
}
