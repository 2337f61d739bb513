using System.Diagnostics.Metrics;
using GmConnect.Domain.Common;
using GmConnect.Domain.Exchange;

namespace GmConnect.Domain.Auditing;

/// <summary>How the sealing goes, without an entry in it.</summary>
public sealed class AuditMeters
{
    private readonly Counter<long> _sealed;
    private readonly Counter<long> _anchorFailures;
    private DateTime? _oldest;

    public AuditMeters(IMeterFactory meters, TimeProvider clock)
    {
        var meter = meters.Create(ExchangeMeters.MeterName);
        _sealed = meter.CreateCounter<long>("gmconnect.audit.sealed", description: "Entries of the access log sealed.");
        _anchorFailures = meter.CreateCounter<long>("gmconnect.audit.anchor_failures", description: "Times an anchor could not be written.");
        meter.CreateObservableGauge(
            "gmconnect.audit.oldest", () => _oldest is { } oldest ? Math.Max(0, (clock.UtcNow() - oldest).TotalSeconds) : 0, "s",
            "Age of the oldest entry that no anchor covers yet, at the last sealing.");
    }

    internal void Sealed(int entries) => _sealed.Add(entries);

    internal void AnchorFailed() => _anchorFailures.Add(1);

    internal void Waits(DateTime? oldest) => _oldest = oldest;
}
