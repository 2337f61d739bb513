using System.Text.RegularExpressions;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace GmConnect.Tests.TestSupport;

/// <summary>A staff page in a browser: how a worker signs in and opens what the demonstration gave them.</summary>
public static class StaffTab
{
    /// <summary>A worker of the demonstration who is on a case's team, and the address of that case.</summary>
    public static async Task<(string Person, string CasePath)> SomebodyWithACaseAsync(this RunningService service)
    {
        await using var database = service.Database();
        var found = await (
            from member in database.Set<CareTeamMember>()
            join account in database.Accounts on member.AccountId equals account.Id
            join file in database.Set<CaseFile>() on member.CaseFileId equals file.Id
            where member.Until == null && file.Status == CaseStatus.Open
            orderby account.Handle
            select new { account.Handle, file.Id }).FirstAsync();

        return (found.Handle, $"/staff/cases/{found.Id}");
    }

    /// <summary>Signs this browser in as somebody of the demonstration.</summary>
    public static async Task BecomeAsync(this IPage page, RunningService service, string person)
    {
        await page.GotoAsync($"{service.Address}demo");
        await page.Locator($"button[name=person][value='{person}']").ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("/demo$"));
    }

    /// <summary>Opens a staff page and waits until its circuit has drawn it.</summary>
    public static async Task OpenStaffAsync(this IPage page, RunningService service, string path)
    {
        await page.GotoAsync(new Uri(service.Address, path).ToString());
        await page.Locator("main h1").WaitForAsync();
    }

    /// <summary>Opens the form of a new goal on a case page and types into it.</summary>
    public static async Task TypeAGoalAsync(this IPage page, string words)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a goal" }).ClickAsync();
        await page.Locator("[data-keep=new-goal]").FillAsync(words);
    }
}
