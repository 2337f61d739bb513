using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Accounts;

public sealed record SignInPerson(string Handle, string DisplayName, Role Role, string? JobTitle, string? AgencyName);

/// <summary>
/// Everybody the demonstration can sign in as, and of its many invented families the first ones. Only its sign-in page
/// may show this list.
/// </summary>
public sealed class ListSignInPeople(IDbContextFactory<GmConnectDbContext> databases)
{
    public const int FamiliesShown = 40;

    public async Task<IReadOnlyList<SignInPerson>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        var families = database.Accounts.Where(a => a.Handle.StartsWith(Account.FamilyHandles))
            .OrderBy(a => a.Handle).Take(FamiliesShown).Select(a => a.Id);

        return await (
            from account in database.Accounts.AsNoTracking()
            join agency in database.Agencies on account.AgencyId equals agency.Id into agencies
            from agency in agencies.DefaultIfEmpty()
            where !account.Handle.StartsWith(Account.FamilyHandles) || families.Contains(account.Id)
            orderby agency == null ? "" : agency.Name, account.DisplayName
            select new SignInPerson(
                account.Handle, account.DisplayName, account.Role, account.JobTitle, agency == null ? null : agency.Name))
            .ToListAsync(cancellationToken);
    }
}
