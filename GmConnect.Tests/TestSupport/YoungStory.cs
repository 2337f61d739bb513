using GmConnect.Domain.Accounts;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.TestSupport;

/// <summary>The hip story's agencies around a young person, whose mother tells and shares by her parental responsibility.</summary>
public static class YoungStory
{
    /// <summary>Born so that they reach an age at the end of today.</summary>
    public static async Task<(HipStory Story, Account Mother)> BeginAsync(IServiceProvider services, int age)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var young = new Resident
        {
            Id = Guid.CreateVersion7(), GivenName = "Zainab", FamilyName = "Malik", BirthDate = clock.Today().AddDays(1).AddYears(-age), AddressLine = "3 Nowhere",
            Town = "Salford", Postcode = "M5 4WT", Borough = "Salford", PlaceWasAsked = true
        };
        var story = await HipStory.BeginAsync(services, george: young);
        var mother = new Account { Id = Guid.CreateVersion7(), Handle = $"mother-{young.Id:N}"[..20], DisplayName = "Nadia Malik", Role = Role.Delegate };
        await using var database = await services.GetRequiredService<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        database.RemoveRange(await database.Set<Delegation>().Where(d => d.ResidentId == young.Id).ToListAsync());
        var parent = new Delegation
        {
            ResidentId = young.Id, DelegateId = mother.Id, Kind = DelegationKind.Parent, Relationship = "mother", Scope = DelegationScope.Manage,
            WitnessedBy = "Registrar", From = clock.UtcNow().AddDays(-1), Until = clock.UtcNow().AddYears(9)
        };
        if (age > 16)
        {
            // They said at 16 that she goes on helping.
            parent.Confirm(clock.UtcNow().AddHours(-1));
        }

        database.AddRange(mother, parent);
        await database.SaveChangesAsync();
        story.Teller = mother;

        return (story, mother);
    }

    /// <summary>Somebody qualified found that the young person understands what sharing means.</summary>
    public static async Task FoundCompetentAsync(this HipStory story)
    {
        await using var database = await story.The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        database.Add(new CapacityFound
        {
            ResidentId = story.George.Id, Kind = FindingKind.Competent, From = story.The<TimeProvider>().UtcNow(), RecordedBy = story.Ruth.Id, Why = "She explained it back."
        });
        await database.SaveChangesAsync();
    }
}
