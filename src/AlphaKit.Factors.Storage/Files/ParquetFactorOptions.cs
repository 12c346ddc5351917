using AlphaKit.Parquet;

namespace AlphaKit.Factors.Storage;

/// <summary>How factor values are written.</summary>
public sealed record ParquetFactorOptions
{
    /// <summary>Rows of a row group by default, about: 122,880.</summary>
    public const int DefaultRowGroupRows = 122_880;

    /// <summary>Largest <see cref="Threads"/>.</summary>
    public const int MaxThreads = 1024;

    /// <summary>The options used when none are given.</summary>
    public static ParquetFactorOptions Default { get; } = new();

    /// <summary>Compression of pages. None by default: the digits of factor values are noise, and Snappy takes time to save a few percent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No compression that is written.</exception>
    public ParquetCompression Compression
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Compression), value, "Must be a compression that is written.");
    } = ParquetCompression.None;

    /// <summary>About how many rows a row group has; it ends with a day.</summary>
    /// <value>1 to 67,108,864.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int RowGroupRows
    {
        get;
        init => field = value is >= 1 and <= 1 << 26 ? value : throw new ArgumentOutOfRangeException(nameof(RowGroupRows), value, "Must be 1 to 67108864 rows.");
    } = DefaultRowGroupRows;

    /// <summary>Columns that are encoded at the same time; changes no byte of the file.</summary>
    /// <value>1 to <see cref="MaxThreads"/>. The default is the number of processors.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int Threads
    {
        get;
        init => field = value is >= 1 and <= MaxThreads ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, $"Must be 1 to {MaxThreads} threads.");
    } = Math.Clamp(Environment.ProcessorCount, 1, MaxThreads);
}
