using GmConnect.Domain.Common;
using GmConnect.Domain.Discharge;
using GmConnect.Tests.TestSupport;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>The coordinator's two minutes on a ward: a tablet, a finger, a board that others change meanwhile.</summary>
[Collection(nameof(InTheBrowser))]
public class BoardOnATablet(Browser browser, ServiceInProcess service)
{
    /// <summary>Counts what is put into, taken from or rewritten in each row, by the name in it.</summary>
    private const string WatchTheRows = """
        () => {
            window.touched = [];
            new MutationObserver(changes => {
                for (const change of changes) {
                    const node = change.target.nodeType === Node.TEXT_NODE ? change.target.parentElement : change.target;
                    const row = node.closest('.board tbody tr');
                    if (row) window.touched.push(row.querySelector('a')?.textContent ?? '');
                }
            }).observe(document.querySelector('.board'), { childList: true, subtree: true, characterData: true, attributes: true });
        }
        """;

    [BrowserFact]
    public async Task SomebodyIsReady_IsHeldUp_AndTheOthersSeeItAtOnce()
    {
        var ward = await HospitalWard.BeginAsync(service.Started().Services);
        var george = ward.Story.George.FullName;
        var board = await service.OpenAsync(browser, ward.Story.Amira.Handle, "/staff/discharge", Screen.Tablet);
        await Assertions.Expect(board.Locator(".board tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(Line(board, george)).ToContainTextAsync("Not looked at");
        await board.CheckLooksAsync();
        var nurses = await service.OpenAsync(browser, ward.Story.Ruth.Handle, "/staff/discharge");
        await Assertions.Expect(nurses.Locator(".board tbody tr")).ToHaveCountAsync(2);
        await nurses.EvaluateAsync(WatchTheRows);

        await Line(board, george).GetByRole(AriaRole.Button).TapAsync();
        await Button(board, "Do they need the bed?").TapAsync();
        await board.CheckLooksAsync();
        await Button(board, "Nothing applies: ready to leave").TapAsync();
        await Assertions.Expect(Line(board, george)).ToContainTextAsync("Ready, held up");
        await Button(board, "Add").TapAsync();
        await Button(board, "Save what holds them up").TapAsync();
        await Assertions.Expect(board.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose what holds them up");
        await board.CheckLooksAsync();
        await board.Locator("#block-reason").SelectOptionAsync("community-health-arranging");
        await board.Locator("#block-owner").SelectOptionAsync(new SelectOptionValue { Label = ward.Story.Nursing.Name });
        await Button(board, "Save what holds them up").TapAsync();
        await Assertions.Expect(Line(board, george)).ToContainTextAsync("Home-based community health arrangements still underway");
        await Assertions.Expect(board.Locator(".counts")).ToContainTextAsync("1 ready to leave, 1 of them held up");

        // On the nurses' board it is there without loading, and nobody else's line was touched.
        await Assertions.Expect(Line(nurses, george)).ToContainTextAsync("Home-based community health arrangements still underway");
        Assert.Equal([george], (await nurses.EvaluateAsync<string[]>("() => window.touched")).Distinct());
        await nurses.CheckLooksAsync();

        await board.Locator("#board-shows").SelectOptionAsync(nameof(GmConnect.Web.Staff.Discharge.BoardShows.HeldUp));
        await Assertions.Expect(board.Locator(".board tbody tr th a")).ToHaveTextAsync([george]);
        await board.CheckLooksAsync();
    }

    /// <summary>Restarted, or slept too long: what was typed is offered again, and put back where it was.</summary>
    [BrowserFact]
    public async Task LoadedAgainWithTextTyped_PutsItBack()
    {
        var ward = await HospitalWard.BeginAsync(service.Started().Services);
        var board = await service.OpenAsync(browser, ward.Story.Amira.Handle, "/staff/discharge", Screen.Tablet);
        await Line(board, ward.Story.George.FullName).GetByRole(AriaRole.Button).TapAsync();
        await Button(board, "Carer was told").TapAsync();
        await board.Locator("[data-keep=carer-name]").FillAsync("Helen, on her mobile");
        // As staff.js does when the server no longer knows the page.
        await board.EvaluateAsync("() => document.dispatchEvent(new CustomEvent('components-reconnect-state-changed', { detail: { state: 'rejected' } }))");
        await board.Locator("#kept-text").WaitForAsync();
        await Line(board, ward.Story.George.FullName).GetByRole(AriaRole.Button).TapAsync();
        await Button(board, "Carer was told").TapAsync();
        await board.Locator("#kept-text-restore").TapAsync();
        await Assertions.Expect(board.Locator("[data-keep=carer-name]")).ToHaveValueAsync("Helen, on her mobile");
        await Button(board, "Save").TapAsync();
        await Assertions.Expect(Line(board, ward.Story.George.FullName)).ToContainTextAsync("Told");
    }

    /// <summary>Open for a whole shift: midnight passes, and nobody had to tell.</summary>
    [BrowserFact]
    public async Task OpenOverMidnight_TheDayThatPassedIsMarked()
    {
        var clock = new FakeTimeProvider(LondonTime.EndOf(TimeProvider.System.Today()).AddMinutes(-15));
        await using var own = new ServiceInProcess { Clock = clock }.Started();
        var ward = await HospitalWard.BeginAsync(own.Services);
        Expect.Done(await ward.Story.The<ChangeStay>().ExpectAsync(ward.GeorgesStay, clock.Today(), null, null, ward.Story.Amira.AsActor()));
        var board = await own.OpenAsync(browser, ward.Story.Amira.Handle, "/staff/discharge", Screen.Tablet);
        await Assertions.Expect(Line(board, ward.Story.George.FullName)).ToContainTextAsync("Not looked at");
        await Assertions.Expect(Line(board, ward.Story.George.FullName)).Not.ToContainTextAsync("Passed");

        clock.Advance(TimeSpan.FromMinutes(25));

        await Assertions.Expect(Line(board, ward.Story.George.FullName)).ToContainTextAsync("Passed");
    }

    /// <summary>From the first line to a noted pathway without a mouse.</summary>
    [BrowserFact]
    public async Task ByKeyboardAlone_ALineIsReachedAndNotedOn()
    {
        var ward = await HospitalWard.BeginAsync(service.Started().Services);
        var board = await service.OpenAsync(browser, ward.Story.Amira.Handle, "/staff/discharge");
        var lines = board.Locator("a[data-row]");
        await Assertions.Expect(lines).ToHaveCountAsync(2);
        await lines.First.FocusAsync();
        await board.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(lines.Nth(1)).ToBeFocusedAsync();
        await board.Keyboard.PressAsync("Tab");
        await board.Keyboard.PressAsync("Enter");
        await board.PressByKeyboardAsync("Pathway");
        await board.Locator("input[name=pathway]").First.WaitForAsync();
        await board.Keyboard.PressAsync("Tab");
        await Assertions.Expect(board.Locator("input[name=pathway]").First).ToBeFocusedAsync();
        await board.Keyboard.PressAsync("ArrowDown");
        await board.Keyboard.PressAsync("Tab");
        await board.Keyboard.TypeAsync("Help in the mornings");
        await board.Keyboard.PressAsync("Tab");
        await board.Keyboard.PressAsync("Enter");
        await Assertions.Expect(board.Locator(".board tbody")).ToContainTextAsync("1: home with help");
    }

    private static ILocator Line(IPage page, string person) => page.Locator(".board tbody tr").Filter(new() { HasText = person }).First;

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
