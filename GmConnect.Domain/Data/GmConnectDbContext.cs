using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
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

    public DbSet<Team> Teams => Set<Team>();

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

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        QueueForSealing();

        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        QueueForSealing();
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

    /// <summary>In the save of the entry itself, wherever it came from: no entry is ever forgotten, and the sealer need not look for any.</summary>
    private void QueueForSealing()
    {
        // The list is made first: adding to what is tracked while going through it is an error.
        var added = ChangeTracker.Entries<AccessEntry>().Where(e => e.State is EntityState.Added).Select(e => (e.Entity.Id, e.Entity.At))
            .Concat(ChangeTracker.Entries<EntryDestruction>().Where(e => e.State is EntityState.Added).Select(e => (e.Entity.Id, e.Entity.At)))
            .ToList();
        // Tracked already when a save that failed is tried again.
        var queued = added.Count == 0 ? [] : ChangeTracker.Entries<UnsealedEntry>().Select(e => e.Entity.EntryId).ToHashSet();
        AddRange(added.Where(entry => !queued.Contains(entry.Id)).Select(entry => new UnsealedEntry { EntryId = entry.Id, At = entry.At }));
    }

    /// <summary>
    /// Ids of access entries whose ids or times are stored in a form that reads the same and compares otherwise. A product with
    /// types of their own for these knows one form only.
    /// </summary>
    internal virtual IQueryable<string> AccessEntriesInAnotherForm() => Set<AccessEntry>().Where(_ => false).Select(_ => "");

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
