using GmConnect.Domain.Agencies;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Referrals;
using GmConnect.Tests.Domain.Discharge;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Referrals;

/// <summary>Gate G7 (standards 7.4) is answered from the stay, where the one who triages may know of it.</summary>
public class KnownOfTheWardTests
{
    [UseCase]
    public async Task WhetherSomethingKeepsThemInHospital_IsKnownFromTheStay(DatabaseProvider provider)
    {
        await using var ward = await Ward.OpenAsync(provider);
        // Already in the care team, so they may read the plan; and asked once more.
        var nursing = ward.Nursing;
        ward.Scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Expect.Value(await ward.Scene.The<ReferPerson>().FromCaseAsync(ward.Case, new ReferTyped(nursing.Id, "He cannot manage the needle.", null, null), ward.Hospital.AsWorker));
        Assert.Null(await KnownAsync(ward, nursing));

        await ward.AdmitAsync();
        Assert.Null(await KnownAsync(ward, nursing));

        Expect.Done(await ward.Change.ReviewAsync(ward.Stay, ["08"], ward.Hospital.AsWorker));
        Assert.Equal(TriageAnswers.No, await KnownAsync(ward, nursing));

        ward.Scene.World.Clock.Advance(TimeSpan.FromHours(1));
        Expect.Done(await ward.Change.ReviewAsync(ward.Stay, [], ward.Hospital.AsWorker));
        Assert.Equal(TriageAnswers.Yes, await KnownAsync(ward, nursing));
    }

    private static async Task<string?> KnownAsync(Ward ward, AgencyOnScene agency) =>
        Expect.Value(await ward.Scene.The<ReadReferral>().ExecuteAsync((await ward.Scene.ReferralOfAsync(agency)).Id, agency.AsWorker, Guid.NewGuid()))
            .Known.GetValueOrDefault("discharge-blocked");
}
