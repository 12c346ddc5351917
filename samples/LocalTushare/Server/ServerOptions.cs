namespace LocalTushare;

/// <summary>How the server behaves.</summary>
public sealed record ServerOptions
{
    /// <summary>The token that it accepts.</summary>
    public string Token { get; init; } = "local-token-0123456789";

    /// <summary>Points of that token's account.</summary>
    public int Points { get; init; } = 5000;

    /// <summary>Port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Calls per minute and interface; an interface that is not named has <see cref="CallsPerMinute"/>.</summary>
    public IReadOnlyDictionary<string, int> MinuteQuotas { get; init; } = new Dictionary<string, int>();

    /// <summary>Calls per minute; 0 takes what the table of interfaces says for <see cref="Points"/>.</summary>
    public int CallsPerMinute { get; init; }

    /// <summary>Calls per hour, for interfaces that have such a quota.</summary>
    public IReadOnlyDictionary<string, int> HourQuotas { get; init; } = new Dictionary<string, int>();

    /// <summary>Calls per day, for interfaces that have such a quota.</summary>
    public IReadOnlyDictionary<string, int> DayQuotas { get; init; } = new Dictionary<string, int>();

    /// <summary>Row caps that differ from the table of interfaces.</summary>
    public IReadOnlyDictionary<string, int> Caps { get; init; } = new Dictionary<string, int>();

    /// <summary>Deepest offset.</summary>
    public int MaximumOffset { get; init; } = 100_000;

    /// <summary>Interfaces that ignore the offset.</summary>
    public IReadOnlySet<string> IgnoringOffset { get; init; } = new HashSet<string>();

    /// <summary>Share of calls that meet a fault: a dropped connection, half a body, a gateway error, a passing query failure, a slow reply.</summary>
    public double FaultShare { get; init; }

    /// <summary>How long a slow reply takes.</summary>
    public TimeSpan SlowReply { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Seed of the faults.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>Values that the vendor changes after the fact.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>The clock, by which quotas count and rows appear.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>If set, every row is there at once, whatever the time.</summary>
    public bool ServesTheFuture { get; init; }
}
