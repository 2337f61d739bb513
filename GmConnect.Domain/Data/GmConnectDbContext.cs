using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Referrals;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Data;

/// <summary>
/// The database, whichever product it is. Only what concerns no resident is a set here; everything else is reached
/// through the door (docs/decisions/0003).
/// </summary>
public abstract class GmConnectDbContext(DbContextOptions options, LiveUpdates? updates) : DbContext(options), IDataProtectionKeyContext
{
    private readonly HashSet<string> _topics = [];

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<AgencyNotice> AgencyNotices => Set<AgencyNotice>();

    public DbSet<PartnerSystem> PartnerSystems => Set<PartnerSystem>();

    public DbSet<Watermark> Watermarks => Set<Watermark>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Tells the topic's watchers once the changes so far are committed, and not before.</summary>
    public void TellAfterCommit(string topic) => _topics.Add(topic);

    /// <summary>Moves the version of a row of which only its children changed, so that two writers of it meet.</summary>
    public void Touch(IVersioned row)
    {
        var entry = Entry(row);
        if (entry.State is EntityState.Unchanged)
        {
            entry.Property(r => r.Version).IsModified = true;
        }
    }

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
            {
                entry.Entity.Version = Guid.CreateVersion7();
            }
        }

        var saved = await SaveGuardedAsync(acceptAllChangesOnSuccess, cancellationToken);
        foreach (var topic in _topics)
        {
            updates?.Tell(topic);
        }

        _topics.Clear();

        return saved;
    }

    /// <summary>Where a provider must order its writers.</summary>
    protected virtual Task<int> SaveGuardedAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken) =>
        base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

    protected sealed override void ConfigureConventions(ModelConfigurationBuilder conventions) => Conventions.Apply(conventions);

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(GmConnectDbContext).Assembly);
        Conventions.Apply(model);
    }
}
