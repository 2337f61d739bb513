using System.Diagnostics;

namespace GmConnect.Domain.Common;

/// <summary>
/// Tells those who watch something that it changed. A topic is a kind and an id, never a name; a message carries
/// nothing else: whoever is told asks the sharing decision again. In this process only, until several nodes need it.
/// </summary>
public sealed class LiveUpdates
{
    /// <summary>Longer than a page takes from its first read to its watching.</summary>
    private static readonly TimeSpan JustNow = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Subscription>> _watchers = [];
    private readonly Dictionary<string, long> _toldAt = [];
    private readonly Queue<(string Topic, long At)> _told = [];

    /// <summary>Calls <paramref name="changed"/> after each change of the topic until the subscription is disposed.</summary>
    public IDisposable Watch(string topic, Func<Task> changed) => Begin(topic, changed).Subscription;

    /// <summary>
    /// As <see cref="Watch"/>, for who has read already: what changed while they read would be missed for good, so a topic that was told just
    /// now is told once more.
    /// </summary>
    public IDisposable WatchAfterReading(string topic, Func<Task> changed)
    {
        var (subscription, isJustTold) = Begin(topic, changed);
        if (isJustTold)
        {
            _ = Task.Run(subscription.TellAsync);
        }

        return subscription;
    }

    private (Subscription Subscription, bool IsJustTold) Begin(string topic, Func<Task> changed)
    {
        var subscription = new Subscription(this, topic, changed);
        lock (_lock)
        {
            if (!_watchers.TryGetValue(topic, out var watchers))
            {
                _watchers[topic] = watchers = [];
            }

            watchers.Add(subscription);

            return (subscription, _toldAt.TryGetValue(topic, out var at) && Stopwatch.GetElapsedTime(at) < JustNow);
        }
    }

    /// <summary>Never throws and never waits for a watcher: the change is already committed.</summary>
    public void Tell(string topic)
    {
        foreach (var watcher in Note(topic))
        {
            _ = Task.Run(watcher.TellAsync);
        }
    }

    public int WatchersOf(string topic) => Watching(topic).Length;

    /// <summary>Under the lock of who watches: whoever comes later finds it told.</summary>
    private Subscription[] Note(string topic)
    {
        lock (_lock)
        {
            var now = Stopwatch.GetTimestamp();
            while (_told.TryPeek(out var oldest) && Stopwatch.GetElapsedTime(oldest.At, now) > JustNow)
            {
                _told.Dequeue();
                if (_toldAt.GetValueOrDefault(oldest.Topic) == oldest.At)
                {
                    _toldAt.Remove(oldest.Topic);
                }
            }

            _toldAt[topic] = now;
            _told.Enqueue((topic, now));

            return Watching(topic);
        }
    }

    private Subscription[] Watching(string topic)
    {
        lock (_lock)
        {
            return _watchers.TryGetValue(topic, out var watchers) ? [.. watchers] : [];
        }
    }

    private sealed class Subscription(LiveUpdates updates, string topic, Func<Task> changed) : IDisposable
    {
        private volatile bool _isOver;

        /// <summary>A page may have closed between the telling and its turn.</summary>
        public Task TellAsync() => _isOver ? Task.CompletedTask : changed();

        public void Dispose()
        {
            _isOver = true;
            lock (updates._lock)
            {
                if (updates._watchers.TryGetValue(topic, out var watchers) && watchers.Remove(this) && watchers.Count == 0)
                {
                    updates._watchers.Remove(topic);
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

    /// <summary>The guardian's desk, and the desks of governance leads.</summary>
    public const string Desk = "desk";

    /// <summary>What flows under agreements may have changed.</summary>
    public const string Agreements = "agreements";

    /// <summary>An agency closed, or what it had open is settled.</summary>
    public const string Agencies = "agencies";

    public static string InboxOf(Guid agencyId) => $"inbox/{agencyId:N}";

    /// <summary>The cases that a worker is in the care team of.</summary>
    public static string WorkOf(Guid accountId) => $"work/{accountId:N}";

    /// <summary>The notes and documents of a case.</summary>
    public static string Case(Guid caseId) => $"case/{caseId:N}";

    public static string Resident(Guid residentId) => $"resident/{residentId:N}";

    /// <summary>What may flow to an agency under its agreements has changed.</summary>
    public static string FlowsTo(Guid agencyId) => $"flows/{agencyId:N}";

    /// <summary>What can change or close a page about a resident that a worker of an agency has open.</summary>
    public static IReadOnlyList<string> PageAbout(Guid residentId, Guid? agencyId) =>
        agencyId is { } agency ? [Resident(residentId), FlowsTo(agency)] : [Resident(residentId)];

    /// <summary>Somebody came to, or left, a list of people in hospital that an agency's workers have open.</summary>
    public static string BoardOf(Guid agencyId) => $"board/{agencyId:N}";

    public static string Plan(Guid planId) => $"plan/{planId:N}";
}
