using GmConnect.Domain.Accounts;

namespace GmConnect.Web.Identity;

/// <summary>One invented person that a visitor of the demonstration may be.</summary>
public sealed record DemonstrationPerson(string Handle, SignedInPerson Person);

/// <summary>Who can be chosen on /demo. Registered in Development only.</summary>
public sealed class DemonstrationPeople(ListSignInPeople list)
{
    /// <summary>The people of the hip-operation story, in the order in which they come into it.</summary>
    public static readonly IReadOnlyList<string> OfTheStory =
    [
        "helen-ashworth", "george-ashworth", "discharge-salford-royal", "triage-lead-salford", "social-worker-salford", "district-nurse-salford",
        "reablement-salford", "equipment-salford", "wheelchair-service-gm", "housing-association-salford", "housing-officer-salford",
        "carers-charity-salford"
    ];

    public async Task<IReadOnlyList<DemonstrationPerson>> ListAsync(CancellationToken cancellationToken = default) =>
        [.. (await list.ExecuteAsync(cancellationToken)).Select(p => new DemonstrationPerson(p.Handle, SignedInPerson.Of(p)))];
}
