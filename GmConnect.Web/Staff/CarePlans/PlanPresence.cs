using System.Collections.Concurrent;
using GmConnect.Domain.Common;

namespace GmConnect.Web.Staff.CarePlans;

/// <summary>
/// Which workers have a plan open at this moment, for those who have it open too. In this process only and never stored: it is no
/// record of anybody's work.
/// </summary>
public sealed class PlanPresence(LiveUpdates updates)
{
    private readonly ConcurrentDictionary<(Guid Plan, Guid View), Actor> _here = [];

    public static string TopicOf(Guid plan) => $"presence/{plan:N}";

    public void Enter(Guid plan, Guid view, Actor who)
    {
        _here[(plan, view)] = who;
        updates.Tell(TopicOf(plan));
    }

    public void Leave(Guid plan, Guid view)
    {
        if (_here.TryRemove((plan, view), out _))
        {
            updates.Tell(TopicOf(plan));
        }
    }

    /// <summary>The others, each once.</summary>
    public IReadOnlyList<string> Beside(Guid plan, Actor who) =>
        [.. _here.Where(one => one.Key.Plan == plan && one.Value.AccountId != who.AccountId).DistinctBy(one => one.Value.AccountId).Select(one => one.Value.DisplayName).Order(StringComparer.CurrentCulture)];
}
