using System.Collections.Concurrent;

namespace GmConnect.Domain.Common;

/// <summary>
/// Tells those who watch something that it changed. A topic is a kind and an id, never a name; a message carries
/// nothing else: whoever is told asks the sharing decision again. In this process only, until several nodes need it.
/// </summary>
public sealed class LiveUpdates
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Guid, Func<Task>>> _watchers = new();

    /// <summary>Calls <paramref name="changed"/> after each change of the topic until the subscription is disposed.</summary>
    public IDisposable Watch(string topic, Func<Task> changed)
    {
        var id = Guid.NewGuid();
        _watchers.GetOrAdd(topic, _ => new())[id] = changed;

        return new Subscription(this, topic, id);
    }

    /// <summary>Never throws and never waits for a watcher: the change is already committed.</summary>
    public void Tell(string topic)
    {
        if (_watchers.TryGetValue(topic, out var watchers))
        {
            foreach (var changed in watchers.Values)
            {
                _ = Task.Run(changed);
            }
        }
    }

    public int WatchersOf(string topic) => _watchers.TryGetValue(topic, out var watchers) ? watchers.Count : 0;

    private sealed class Subscription(LiveUpdates updates, string topic, Guid id) : IDisposable
    {
        public void Dispose()
        {
            if (updates._watchers.TryGetValue(topic, out var watchers))
            {
                watchers.TryRemove(id, out _);
                if (watchers.IsEmpty)
                {
                    updates._watchers.TryRemove(new(topic, watchers));
                }
            }
        }
    }
}

/// <summary>The topics that exist.</summary>
public static class Topics
{
    public const string Outbox = "outbox";

    /// <summary>What operators see of the exchange: written, sent, given up.</summary>
    public const string Exchange = "exchange";

    public static string InboxOf(Guid agencyId) => $"inbox/{agencyId:N}";

    /// <summary>The cases that a worker is in the care team of.</summary>
    public static string WorkOf(Guid accountId) => $"work/{accountId:N}";

    public static string Resident(Guid residentId) => $"resident/{residentId:N}";

    public static string Plan(Guid planId) => $"plan/{planId:N}";
}
