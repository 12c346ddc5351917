namespace AlphaKit.Testing;

/// <summary>A clock that stands still until a test moves it.</summary>
/// <threadsafety>Safe for concurrent use.</threadsafety>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset _now;

    /// <summary>Sets the clock.</summary>
    /// <param name="start">The time it shows.</param>
    public ManualTimeProvider(DateTimeOffset start) => _now = start;

    /// <summary>Ticks per second of <see cref="GetTimestamp"/>: those of <see cref="TimeSpan"/>.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now.ToUniversalTime();
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Moves the clock forward.</summary>
    /// <param name="span">By how much; not negative.</param>
    public void Advance(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        lock (_lock) _now += span;
    }
}
