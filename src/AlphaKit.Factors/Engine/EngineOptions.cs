namespace AlphaKit.Factors;

/// <summary>How factors are computed. Nothing here changes a result.</summary>
public sealed record EngineOptions
{
    /// <summary>Largest <see cref="Threads"/>.</summary>
    public const int MaxThreads = 1024;

    /// <summary>The options used when none are given.</summary>
    public static EngineOptions Default { get; } = new();

    /// <summary>How many threads may work at the same time.</summary>
    /// <value>1 to <see cref="MaxThreads"/>. The default is the number of processors.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int Threads
    {
        get;
        init => field = value is >= 1 and <= MaxThreads ? value
            : throw new ArgumentOutOfRangeException(nameof(Threads), value, $"Must be 1 to {MaxThreads} threads.");
    } = Math.Clamp(Environment.ProcessorCount, 1, MaxThreads);
}
