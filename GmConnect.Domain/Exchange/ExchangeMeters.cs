using System.Diagnostics.Metrics;
using GmConnect.Domain.Common;

namespace GmConnect.Domain.Exchange;

/// <summary>Counts without a resident in them: what operators watch.</summary>
public sealed class ExchangeMeters
{
    public const string MeterName = "GmConnect";

    private readonly Counter<long> _attempts;
    private readonly Histogram<double> _waited;
    private (long Waiting, DateTime? Oldest, long Dead) _seen;

    public ExchangeMeters(IMeterFactory meters, TimeProvider clock)
    {
        var meter = meters.Create(MeterName);
        _attempts = meter.CreateCounter<long>("gmconnect.exchange.attempts", description: "Attempts to deliver a message, by how they ended.");
        _waited = meter.CreateHistogram<double>("gmconnect.exchange.wait", "s", "From writing a message to its delivery.");
        meter.CreateObservableGauge("gmconnect.exchange.waiting", () => _seen.Waiting, description: "Messages not yet settled, at the last sweep.");
        meter.CreateObservableGauge("gmconnect.exchange.dead", () => _seen.Dead, description: "Dead letters, at the last sweep.");
        meter.CreateObservableGauge(
            "gmconnect.exchange.oldest", () => _seen.Oldest is { } oldest ? (clock.UtcNow() - oldest).TotalSeconds : 0, "s",
            "Age of the oldest message not yet settled.");
    }

    internal void Attempted(OutboxMessage message, DateTime now)
    {
        _attempts.Add(1, new KeyValuePair<string, object?>("status", message.Status.ToString()));
        if (message.Status is MessageStatus.Delivered or MessageStatus.AnswerAwaited)
        {
            _waited.Record((now - message.WrittenAt).TotalSeconds);
        }
    }

    internal void Waits(long waiting, DateTime? oldest, long dead) => _seen = (waiting, oldest, dead);
}
