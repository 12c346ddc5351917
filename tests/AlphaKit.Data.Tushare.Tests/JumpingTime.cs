namespace AlphaKit.Data.Tushare.Tests;

/// <summary>A clock without waiting: whoever waits moves it on. For one waiter at a time.</summary>
internal sealed class JumpingTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<(TimeSpan Span, TimerCallback Callback, object? State)> _limits = [];
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan by)
    {
        lock (_gate) _now += by;
    }

    /// <summary>Time limits of a minute or more strike only where <see cref="Strike"/> says so; shorter waits are over at once.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        bool limit = dueTime == Timeout.InfiniteTimeSpan || Limits.Contains(dueTime);
        if (limit)
        {
            lock (_gate) _limits.Add((dueTime, callback, state));
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        Advance(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Moves the clock on by a limit and lets the timers of that length, made so far, strike: before it returns.</summary>
    public void Strike(TimeSpan limit)
    {
        (TimeSpan, TimerCallback Callback, object? State)[] due;
        lock (_gate)
        {
            _now += limit;
            due = [.. _limits.Where(l => l.Span == limit)];
            _limits.RemoveAll(l => l.Span == limit);
        }

        foreach ((_, TimerCallback callback, object? state) in due) callback(state);
    }

    /// <summary>Spans that are limits, not waits.</summary>
    public HashSet<TimeSpan> Limits { get; } = [TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(10), TimeSpan.FromDays(1)];
}
