using System.Collections.Concurrent;
using GmConnect.Web.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace GmConnect.Web.Composition;

/// <summary>How many circuits each person has open on this node.</summary>
public sealed class OpenCircuits(Limits limits)
{
    private readonly ConcurrentDictionary<Guid, int> counts = new();

    public bool TryOpen(Guid person)
    {
        if (counts.AddOrUpdate(person, 1, (_, count) => count + 1) <= limits.CircuitsPerPerson)
        {
            return true;
        }

        Close(person);

        return false;
    }

    public void Close(Guid person)
    {
        var left = counts.AddOrUpdate(person, 0, (_, count) => count - 1);
        if (left <= 0)
        {
            counts.TryRemove(KeyValuePair.Create(person, left));
        }
    }

    public int Of(Guid person) => counts.GetValueOrDefault(person);
}

/// <summary>The id of the circuit this scope belongs to: what a person can quote and the log also says.</summary>
public sealed class CurrentCircuit
{
    public string? Id { get; set; }
}

/// <summary>Refuses a circuit beyond the person's cap, and one without a person.</summary>
public sealed class CapCircuits(OpenCircuits open, CurrentCircuit current, AuthenticationStateProvider authentication)
    : CircuitHandler
{
    private Guid? counted;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        current.Id = circuit.Id;
        var actor = (await authentication.GetAuthenticationStateAsync()).User.Current()
            ?? throw new CircuitRefusedException("Nobody is signed in.");
        if (!open.TryOpen(actor.AccountId))
        {
            throw new CircuitRefusedException("This person has as many pages open as the limits allow.");
        }

        counted = actor.AccountId;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (counted is { } person)
        {
            open.Close(person);
            counted = null;
        }

        return Task.CompletedTask;
    }
}

/// <summary>Ends the circuit; the page's own notice tells the person to close some pages and reload.</summary>
public sealed class CircuitRefusedException(string message) : Exception(message);
