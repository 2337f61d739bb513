using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.TestSupport;

/// <summary>People put into a running service's database, one of a role at a time, whoever else lives there.</summary>
public static class People
{
    public const string AgencyName = "Irwell Test Services";

    /// <summary>Somebody new who can be chosen at sign-in; gives the name to choose them by.</summary>
    public static async Task<string> AddAsync(this RunningService service, Role role, string? externalId = null)
    {
        await using var database = service.Database();
        var (id, agency) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        if (!role.IsCitizen())
        {
            database.Add(new Agency
            {
                Id = agency, Code = $"test-{agency:N}", Name = AgencyName, Kind = AgencyKind.Voluntary, WhatItDoes = "Nothing"
            });
        }

        database.Add(new Account
        {
            Id = id,
            Handle = $"test-{id:N}",
            DisplayName = "Quentin Underwood-Zephyr",
            Role = role,
            ResidentId = role == Role.Resident ? Guid.CreateVersion7() : null,
            AgencyId = role.IsCitizen() ? null : agency,
            JobTitle = role.ToString(),
            ExternalId = externalId
        });
        await database.SaveChangesAsync();

        return $"test-{id:N}";
    }

    /// <summary>A visitor signed in as somebody new of this role.</summary>
    public static async Task<Visitor> VisitorAsync(this RunningService service, Role role)
    {
        var visitor = new Visitor(service.Address);
        await visitor.BecomeAsync(await service.AddAsync(role));

        return visitor;
    }

    /// <summary>The running service's own tables.</summary>
    public static GmConnectDbContext Database(this RunningService service) => new SqliteGmConnectDbContext(
        new DbContextOptionsBuilder<SqliteGmConnectDbContext>().UseSqlite($"Data Source={service.DatabaseFile}").Options);

    /// <summary>Takes the accounts away, so that whatever needs them meets a fault.</summary>
    public static async Task BreakAsync(this RunningService service)
    {
        await using var database = service.Database();
        await database.Database.ExecuteSqlRawAsync("""ALTER TABLE "Accounts" RENAME TO "AccountsGone" """);
    }

    /// <summary>As an operator does with the command <c>migrate</c>.</summary>
    public static async Task MigrateAsync(this RunningService service)
    {
        await using var database = service.Database();
        await database.Database.MigrateAsync();
    }
}
