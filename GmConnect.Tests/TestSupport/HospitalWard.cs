using GmConnect.Domain.Common;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Residents;

namespace GmConnect.Tests.TestSupport;

/// <summary>Two people in one hospital: George, and Agnes in the bed beside his, each with a family and a case of their own.</summary>
public sealed record HospitalWard(HipStory Story, Guid GeorgesCase, Guid GeorgesStay, HipStory Agnes)
{
    public static async Task<HospitalWard> BeginAsync(IServiceProvider services)
    {
        var story = await HipStory.BeginAsync(services);
        var agnes = await HipStory.BeginAsync(services, ward: story, george: new Resident
        {
            Id = Guid.CreateVersion7(),
            GivenName = "Agnes",
            FamilyName = "Lomax",
            BirthDate = new DateOnly(1939, 11, 3),
            NhsNumber = "9990000026",
            AddressLine = "3 Tithe Barn Court",
            Town = "Salford",
            Postcode = "M6 8QA",
            Borough = "Salford",
            Phone = "0161 496 0117",
            PlaceWasAsked = true
        });
        await AdmitAsync(agnes, await agnes.OpenCaseAsync());
        var file = await story.OpenCaseAsync();

        return new HospitalWard(story, file, await AdmitAsync(story, file), agnes);
    }

    private static async Task<Guid> AdmitAsync(HipStory story, Guid file) => Expect.Value(await story.The<BeginStay>().ExecuteAsync(
        file, new StayTyped("Ward 4", story.The<TimeProvider>().Today().AddDays(-3), false, "plans the way home"), story.Amira.AsActor()));
}
