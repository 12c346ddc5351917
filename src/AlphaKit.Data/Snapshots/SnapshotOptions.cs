namespace AlphaKit.Data;

/// <summary>What a <see cref="MarketSnapshot"/> keeps.</summary>
public sealed record SnapshotOptions
{
    /// <summary>Largest <see cref="Threads"/>.</summary>
    public const int MaxThreads = 1024;

    /// <summary>The options used when none are given.</summary>
    public static SnapshotOptions Default { get; } = new();

    /// <summary>The fields; empty for all that the market covers.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyList<Field> Fields
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Fields));
            field = value;
        }
    } = [];

    /// <summary>Columns that are encoded or read at the same time; changes no byte and no value.</summary>
    /// <value>1 to <see cref="MaxThreads"/>. The default is the number of processors.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int Threads
    {
        get;
        init => field = value is >= 1 and <= MaxThreads ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, $"Must be 1 to {MaxThreads} threads.");
    } = Math.Clamp(Environment.ProcessorCount, 1, MaxThreads);
}
