namespace AlphaKit.Models;

/// <summary>How a walk-forward training runs.</summary>
public sealed record WalkForwardOptions
{
    /// <summary>Seed of the models' random numbers.</summary>
    /// <value>The default is 0.</value>
    public ulong Seed { get; init; }

    /// <summary>Most threads to use; the result does not depend on it.</summary>
    /// <value>1 or more. The default is the number of processors.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxThreads
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MaxThreads), value, "Must be 1 or more threads.");
    } = Environment.ProcessorCount;

    /// <summary>Version of the market data for the manifest, <see cref="IMarketData.DataVersion"/>; null to hash features and labels instead.</summary>
    /// <value>The default is null.</value>
    public string? DataVersion { get; init; }
}
