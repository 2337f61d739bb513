namespace GmConnect.Tests.TestSupport;

/// <summary>
/// The real time, so much later: for years that pass at once in a service that runs. Its timers go by the real time; a
/// <see cref="Microsoft.Extensions.Time.Testing.FakeTimeProvider"/> would go through each of their turns in all those years.
/// </summary>
public sealed class MovedClock : TimeProvider
{
    private long _later;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _later, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _later));
}
