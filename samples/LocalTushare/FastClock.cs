namespace LocalTushare;

/// <summary>A clock that runs faster than the world from an anchor on, so that minutes of quotas pass in seconds. Equal anchors agree across processes.</summary>
public sealed class FastClock : TimeProvider
{
    private readonly DateTimeOffset _anchor;
    private readonly double _speed;
    private readonly double _waits;

    /// <summary>Makes the clock.</summary>
    /// <param name="anchor">When it agrees with the world.</param>
    /// <param name="speed">Its seconds for each second of the world; at 0 the date stands still, and waits take as long as they say.</param>
    public FastClock(DateTimeOffset anchor, double speed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(speed);
        _anchor = anchor;
        _speed = speed;
        _waits = speed == 0 ? 1 : speed;
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _anchor + ((System.GetUtcNow() - _anchor) * _speed);

    /// <inheritdoc/>
    public override long GetTimestamp() => (long)(System.GetElapsedTime(0).Ticks * _waits);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Scaled(dueTime), Scaled(period));

    private TimeSpan Scaled(TimeSpan time) => time <= TimeSpan.Zero ? time : TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, (long)(time.Ticks / _waits)));
}
