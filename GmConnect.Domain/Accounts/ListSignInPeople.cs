using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Accounts;

/// <summary>Somebody who can sign in, as every page names them: who, what they do, for whom.</summary>
public sealed record SignInPerson(string Handle, Actor Actor, string? JobTitle, string? AgencyName);

/// <summary>
/// The people behind sign-ins. The list is for the demonstration's sign-in page alone, and of its many invented families
/// it holds the first ones; an outside sign-in service finds its one person by the subject it vouches for.
/// </summary>
public sealed class ListSignInPeople(IDbContextFactory<GmConnectDbContext> databases)
{
    public const int FamiliesShown = 40;

    public Task<IReadOnlyList<SignInPerson>> ExecuteAsync(CancellationToken cancellationToken = default) =>
        FindAsync(accounts =>
        {
            var families = accounts.Where(a => a.Handle.StartsWith(Account.FamilyHandles));
            var first = families.OrderBy(a => a.Handle).Take(FamiliesShown).Select(a => a.Id);

            return accounts.Where(a => !a.Handle.StartsWith(Account.FamilyHandles) || first.Contains(a.Id));
        }, cancellationToken);

    /// <summary>Nothing when no account carries this subject.</summary>
    public async Task<SignInPerson?> ByExternalIdAsync(string externalId, CancellationToken cancellationToken = default) =>
        (await FindAsync(accounts => accounts.Where(a => a.ExternalId == externalId), cancellationToken)).SingleOrDefault();

    private async Task<IReadOnlyList<SignInPerson>> FindAsync(
        Func<IQueryable<Account>, IQueryable<Account>> which, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await (
            from account in which(database.Accounts.AsNoTracking())
            join agency in database.Agencies on account.AgencyId equals agency.Id into agencies
            from agency in agencies.DefaultIfEmpty()
            orderby agency == null ? "" : agency.Name, account.DisplayName
            select new { account, Agency = agency == null ? null : agency.Name })
            .ToListAsync(cancellationToken);

        return [.. found.Select(f => new SignInPerson(f.account.Handle, f.account.AsActor(), f.account.JobTitle, f.Agency))];
    }
}
