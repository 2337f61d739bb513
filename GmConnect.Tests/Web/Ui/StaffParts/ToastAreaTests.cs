using Bunit;
using GmConnect.Web.Ui;
using GmConnect.Web.Ui.StaffParts;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Web.Ui.StaffParts;

public class ToastAreaTests
{
    [Fact]
    public async Task SameWordsTwice_AreTwoMessages_ClosedOneByOne()
    {
        await using var context = new BunitContext();
        context.Services.AddLocalization();
        context.Services.AddScoped<Toasts>();
        var area = context.Render<ToastArea>();
        var toasts = context.Services.GetRequiredService<Toasts>();

        toasts.Done("Added to the plan.");
        toasts.Done("Added to the plan.");
        area.WaitForAssertion(() => Assert.Equal(2, area.FindAll(".toast").Count));

        await area.FindAll(".toast button")[1].ClickAsync(new());
        Assert.Single(area.FindAll(".toast"));
    }
}
