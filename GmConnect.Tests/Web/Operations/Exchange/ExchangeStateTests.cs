using Bunit;
using GmConnect.Domain.Common;
using GmConnect.Domain.Exchange;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Operations.Exchange;
using GmConnect.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Web.Operations.Exchange;

public class ExchangeStateTests
{
    [Fact]
    public async Task TwoPartnersOfOneName_AreTwoRows_AlsoAfterAChange()
    {
        await using var scene = await Scene.OpenAsync();
        var (one, other) = (await scene.AddAgencyAsync(), await scene.AddAgencyAsync());
        await scene.World.ReadAsync(database => database.Agencies.Where(a => a.Id == other.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Name, one.Agency.Name)));
        var administrator = await scene.AddAsync(A.Account(Role.Administrator));
        await using var context = new BunitContext();
        context.Services.AddLocalization();
        context.Services.AddScoped<Toasts>();
        context.Services.AddScoped<RefusalWords>();
        context.Services.AddSingleton<TimeProvider>(scene.World.Clock);
        context.Services.AddSingleton(scene.The<ListMessages>());
        context.Services.AddSingleton(scene.The<LiveUpdates>());
        var state = context.Render<ExchangeState>(parameters => parameters.Add(p => p.Actor, administrator));
        state.WaitForAssertion(() => Assert.Equal(["0", "0"], Waiting(state)));
        await scene.TellStoryAsync();

        await scene.ShareAsync(other);

        state.WaitForAssertion(() => Assert.Equal(["0", "1"], Waiting(state).Order()));
    }

    private static IEnumerable<string> Waiting(IRenderedComponent<ExchangeState> state) =>
        state.FindAll("tbody tr").Select(row => row.QuerySelector("td.number")!.TextContent);
}
