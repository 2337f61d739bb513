using System.Diagnostics.Metrics;

namespace GmConnect.Domain.Exchange;

/// <summary>Counts without a resident in them: what operators watch.</summary>
public sealed class ExchangeMeters
{
    public const string MeterName = "GmConnect";

    private readonly Counter<long> _settled;
    private readonly Histogram<double> _waited;

    public ExchangeMeters(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _settled = meter.CreateCounter<long>("gmconnect.exchange.attempts", description: "Attempts to deliver a message, by how they ended.");
        _waited = meter.CreateHistogram<double>("gmconnect.exchange.wait", "s", "From writing a message to its delivery.");
    }

    internal void Attempted(OutboxMessage message, DateTime now)
    {
        _settled.Add(1, new KeyValuePair<string, object?>("status", message.Status.ToString()));
        if (message.Status is MessageStatus.Delivered or MessageStatus.AnswerAwaited)
        {
            _waited.Record((now - message.WrittenAt).TotalSeconds);
        }
    }
}
