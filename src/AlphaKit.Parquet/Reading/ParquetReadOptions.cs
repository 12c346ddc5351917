namespace AlphaKit.Parquet;

/// <summary>How a file is read.</summary>
public sealed record ParquetReadOptions
{
    /// <summary>Most rows of a row group by default: 67,108,864, the largest row group that common writers make unasked.</summary>
    public const int DefaultMaxRowGroupRows = 64 * 1024 * 1024;

    /// <summary>Whether stored page checksums are compared; by default they are.</summary>
    public ChecksumPolicy Checksums
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Checksums), value, "Must be Verify or Ignore.");
    }

    /// <summary>
    /// Row groups with more rows are refused. A few bytes can honestly declare any number of equal or missing values, so this, and nothing in the
    /// file, is what bounds the memory of a column: eight bytes a row and one for missing values.
    /// </summary>
    public int MaxRowGroupRows
    {
        get;
        init => field = value is >= 1 and <= 1 << 30 ? value : throw new ArgumentOutOfRangeException(nameof(MaxRowGroupRows), value, "Must be 1 to 2^30.");
    } = DefaultMaxRowGroupRows;
}
