using AngleSharp.Dom;
using Bunit;
using GmConnect.Domain.Common;
using GmConnect.Web.Staff.CarePlans;
using GmConnect.Web.Staff.Discharge;
using GmConnect.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace GmConnect.Tests.TestSupport;

/// <summary>Parts of staff pages rendered by themselves, over the use cases and the database of a scene.</summary>
internal static class Parts
{
    public static BunitContext Of(Scene scene)
    {
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddLogging().AddLocalization();
        context.Services.AddMudServices();
        context.Services.AddScoped<Toasts>().AddSingleton<RefusalWords>().AddSingleton<WriteBoardLine>()
            .AddSingleton(new PlanPresence(scene.The<LiveUpdates>()));
        context.Services.AddFallbackServiceProvider(scene.The<IServiceProvider>());

        return context;
    }

    /// <summary>Presses the button whose words begin so, once it is there.</summary>
    public static Task PressAsync<T>(this IRenderedComponent<T> part, string words)
        where T : IComponent
    {
        bool Is(IElement button) => button.TextContent.Trim().StartsWith(words, StringComparison.Ordinal);
        part.WaitForState(() => part.FindAll("button").Any(Is));

        return part.InvokeAsync(() => part.FindAll("button").First(Is).Click());
    }
}
