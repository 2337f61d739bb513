using GmConnect.Domain.Accounts;

namespace GmConnect.Web.Identity;

/// <summary>One invented person that a visitor of the demonstration may be.</summary>
public sealed record DemonstrationPerson(string Handle, SignedInPerson Person);

/// <summary>Who can be chosen on /demo. Registered in Development only.</summary>
public sealed class DemonstrationPeople(ListSignInPeople list)
{
    public async Task<IReadOnlyList<DemonstrationPerson>> ListAsync(CancellationToken cancellationToken = default) =>
        [.. (await list.ExecuteAsync(cancellationToken)).Select(p => new DemonstrationPerson(p.Handle, SignedInPerson.Of(p)))];
}
