using Bunit;
using GmConnect.Domain.Common;
using GmConnect.Domain.Discharge;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Staff.Discharge;

namespace GmConnect.Tests.Web.Staff;

/// <content>What is noted of somebody's way home.</content>
public sealed partial class MarkupInEveryStaffFieldTests
{
    private async Task StayAsync(AgencyOnScene hospital, Guid file)
    {
        var today = _scene.World.Clock.Today();
        var begin = OpenCase(hospital, file);
        Press(begin, "In hospital here");
        Type(begin, "stay-ward");
        On(begin, "#stay-admitted", one => one.Change($"{today.AddDays(-1):yyyy-MM-dd}"));
        Save(begin);
        await Eventually.AsyncIsTrue(async () => (await LatestAsync()) is not null);
        var stay = (await LatestAsync())!.StayId;

        var page = Open<StayPage>(hospital, one => one.Add(p => p.StayId, stay));
        Shows(page, "stay-ward");
        Press(page, "Expected day");
        On(page, "#expected-day", one => one.Change($"{today.AddDays(2):yyyy-MM-dd}"));
        Type(page, "expected-must");
        Save(page);
        Shows(page, "expected-must");
        _scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Press(page, "Expected day");
        On(page, "#expected-day", one => one.Change($"{today.AddDays(3):yyyy-MM-dd}"));
        Type(page, "expected-why");
        Save(page);
        Shows(page, "expected-why");
        Press(page, "Pathway");
        Type(page, "pathway-why");
        Save(page);
        Shows(page, "pathway-why");
        Press(page, "Carer was told");
        Type(page, "carer-name");
        Save(page);
        Shows(page, "carer-name");
        Press(page, "Other ward");
        Type(page, "move-ward");
        Save(page);
        Shows(page, "move-ward");
        Press(page, "They left");
        On(page, "#left-day", one => one.Change($"{today:yyyy-MM-dd}"));
        On(page, "#left-time", one => one.Change("10:00"));
        Type(page, "leave-why");
        On(page, "form input[type=checkbox]", one => one.Change(true));
        Save(page);
        Shows(page, "leave-why");
        Press(page, "They are here after all");
        Type(page, "cancel-why");
        Save(page);
        Shows(page, "cancel-why");
        Shows(Open<BoardPage>(hospital), "move-ward");

        async Task<StayFound?> LatestAsync() => (await _scene.The<ReadStay>().LatestAsync(_scene.GeorgesId, hospital.AsWorker, Guid.NewGuid())).Value;
    }
}
