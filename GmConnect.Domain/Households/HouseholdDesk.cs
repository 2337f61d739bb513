using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Households;

/// <summary>The cases of those who are on a case together, each opened for what the reader may know of that person.</summary>
internal static class HouseholdDesk
{
    private const int MostPeople = 30;

    /// <summary>
    /// The live cases of the others, each asked of the door for its own person: who has no ground for somebody does not learn that they
    /// are there, and leaves no entry with them. Nor does who may not know where a protected person is.
    /// </summary>
    public static async Task<IReadOnlyList<Opened<CaseFile>>> CasesOfOthersAsync(
        this Door door, GmConnectDbContext database, Opened<CaseFile> opened, IEnumerable<HouseholdPlace> places, CancellationToken cancellationToken)
    {
        var ids = places.Select(p => p.OtherCaseId).Distinct().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var listed = await door.ListAsync<CaseFile>(
            database, rows => rows.Where(c => ids.Contains(c.Id) && c.Status != CaseStatus.Closed).OrderBy(c => c.Id), MostPeople,
            Asking.ToRead(opened.Actor, opened.View), cancellationToken);

        return [.. listed.Rows.Where(c => c.MayKnowPlace)];
    }

    public static async Task<IReadOnlyList<HouseholdPlace>> PlacesAsync(
        this Door door, GmConnectDbContext database, Opened<CaseFile> opened, CancellationToken cancellationToken) =>
        [.. (await door.PartsOfAsync<HouseholdPlace, CaseFile>(database, opened, rows => rows, cancellationToken)).Where(p => !p.IsOver)];

    /// <summary>Those with whom the person of the opened case is on it, as far as the reader may know of them.</summary>
    public static async Task<IReadOnlyList<Opened<CaseFile>>> TogetherWithAsync(
        this Door door, GmConnectDbContext database, Opened<CaseFile> opened, CancellationToken cancellationToken) =>
        opened.Actor.Role.IsWorker() && opened.MayKnowPlace
            ? await door.CasesOfOthersAsync(database, opened, (await door.PlacesAsync(database, opened, cancellationToken)).Where(p => p.IsOn), cancellationToken)
            : [];

    /// <summary>Whether the person of the opened case is on another's case, or that other on theirs.</summary>
    public static async Task<bool> AreTogetherAsync(
        this Door door, GmConnectDbContext database, Opened<CaseFile> opened, Guid otherCaseId, CancellationToken cancellationToken) =>
        (await door.TogetherWithAsync(database, opened, cancellationToken)).Any(c => c.Entity.Id == otherCaseId);

    /// <summary>The other person's side of the same.</summary>
    public static async Task<HouseholdPlace?> OtherSideAsync(this Door door, GmConnectDbContext database, HouseholdPlace place, CancellationToken cancellationToken) =>
        (await door.UnsafeAllOfAsync<HouseholdPlace>(database, place.OtherId, cancellationToken)).SingleOrDefault(p => p.PairId == place.PairId);

    public static void TellBoth(this GmConnectDbContext database, HouseholdPlace place)
    {
        foreach (var topic in new[] { Topics.Resident(place.ResidentId), Topics.Resident(place.OtherId), Topics.Case(place.CaseFileId), Topics.Case(place.OtherCaseId) })
        {
            database.TellAfterCommit(topic);
        }
    }
}
