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

    /// <summary>
    /// How many bytes the results of a call may take at a time; null for no limit. <see cref="FactorSet.Compute"/> and <see cref="FactorEngine"/>
    /// refuse what is larger before they begin; <see cref="FactorSet.WriteAsync"/> cuts the days into blocks that fit.
    /// </summary>
    /// <value>1 MiB or more. The default is null.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is smaller.</exception>
    public long? MemoryBudget
    {
        get;
        init => field = value is null or >= 1 << 20 ? value
            : throw new ArgumentOutOfRangeException(nameof(MemoryBudget), value, "Must be 1 MiB (1048576) or more, or null for no limit.");
    }

    internal void RequireRoom(int factors, int days, int symbols)
    {
        long needed = ResultBlock.BytesOf(factors, days, symbols);
        if (needed > MemoryBudget) throw new MemoryBudgetException(factors, days, symbols, needed, MemoryBudget.Value);
    }
}
