using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Referrals;

/// <param name="Before">Who had it on the page; nothing where nobody had.</param>
public sealed record ToAssign(Guid ReferralId, Guid? Before);

/// <param name="Done">How many it is done for.</param>
/// <param name="TakenByOthers">How many somebody else took or gave away meanwhile: theirs stands.</param>
public sealed record Assigned(int Done, int TakenByOthers);

public sealed record Colleague(Guid AccountId, string Name, string? JobTitle, Guid? TeamId);

public sealed record TeamToChoose(Guid TeamId, string Name);

/// <summary>
/// Takes referrals, gives them to a colleague, or puts them in another team's queue, many at once. Each is its own save: of two
/// people who take the same one, the second is told.
/// </summary>
public sealed class AssignReferrals(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public const int AtOnce = 100;

    /// <param name="to">A worker of the same agency; nothing to give it back to the queue.</param>
    public async Task<Outcome<Assigned>> ExecuteAsync(IReadOnlyList<ToAssign> which, Guid? to, Actor actor, CancellationToken cancellationToken = default)
    {
        if (to is not null && !(await ColleaguesAsync(actor, cancellationToken)).Any(c => c.AccountId == to))
        {
            return NotFound.Instance;
        }

        return await EachAsync(which, actor, (referral, one) => referral.Assign(to, one.Before, actor.At(clock.UtcNow())), cancellationToken);
    }

    /// <param name="teamId">Nothing: the agency's first queue.</param>
    public async Task<Outcome<Assigned>> PutBeforeAsync(IReadOnlyList<ToAssign> which, Guid? teamId, Actor actor, CancellationToken cancellationToken = default)
    {
        if (teamId is not null && !(await TeamsAsync(actor, cancellationToken)).Any(t => t.TeamId == teamId))
        {
            return NotFound.Instance;
        }

        return await EachAsync(which, actor, (referral, one) => referral.PutBefore(teamId, one.Before), cancellationToken);
    }

    /// <summary>The workers of the actor's own agency.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        return actor.Role.IsWorker()
            ? [.. (await database.Accounts.AsNoTracking().Where(a => a.AgencyId == actor.AgencyId).OrderBy(a => a.DisplayName).ToListAsync(cancellationToken))
                .Where(a => a.Role.IsWorker())
                .Select(a => new Colleague(a.Id, a.DisplayName, a.JobTitle, a.TeamId))]
            : [];
    }

    /// <summary>The teams of the actor's own agency.</summary>
    public async Task<IReadOnlyList<TeamToChoose>> TeamsAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        return actor.Role.IsWorker()
            ? await database.Teams.AsNoTracking().Where(t => t.AgencyId == actor.AgencyId).OrderBy(t => t.Name)
                .Select(t => new TeamToChoose(t.Id, t.Name)).ToListAsync(cancellationToken)
            : [];
    }

    private async Task<Outcome<Assigned>> EachAsync(
        IReadOnlyList<ToAssign> which, Actor actor, Func<Referral, ToAssign, Outcome> change, CancellationToken cancellationToken)
    {
        if (which.Count is 0 or > AtOnce)
        {
            return new NothingChosen(AtOnce);
        }

        var outcomes = new List<Outcome>();
        foreach (var one in which)
        {
            outcomes.Add(await databases.ChangeReferralAsync(door, one.ReferralId, actor, opened => change(opened.Entity, one), cancellationToken));
        }

        return outcomes.All(o => o.Refusal is NotFound)
            ? NotFound.Instance
            : new Assigned(outcomes.Count(o => o.Succeeded), outcomes.Count(o => !o.Succeeded));
    }
}
