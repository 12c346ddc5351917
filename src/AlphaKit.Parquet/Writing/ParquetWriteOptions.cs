namespace AlphaKit.Parquet;

/// <summary>How a file is written.</summary>
public sealed record ParquetWriteOptions
{
    /// <summary>Rows of a row group by default: 122,880.</summary>
    public const int DefaultRowGroupRows = 122_880;

    /// <summary>Bytes of a page before compression by default: 1 MiB.</summary>
    public const int DefaultPageBytes = 1 << 20;

    /// <summary>Most bytes of a dictionary by default: 1 MiB.</summary>
    public const int DefaultDictionaryBytes = 1 << 20;

    /// <summary>Compression of pages; Snappy by default.</summary>
    public ParquetCompression Compression
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Compression), value, "Must be a compression that is written.");
    }

    /// <summary>Encoding of columns of integers; by dictionary by default.</summary>
    public IntegerEncoding Integers
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Integers), value, "Must be Dictionary or DeltaBinaryPacked.");
    }

    /// <summary>Encoding of columns of single and double precision; by dictionary by default.</summary>
    public FloatEncoding Floats
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Floats), value, "Must be Dictionary or Plain.");
    }

    /// <summary>Rows at which <see cref="ParquetWriter.WriteAsync"/> cuts row groups, 1 to 2^26.</summary>
    public int RowGroupRows
    {
        get;
        init => field = value is >= 1 and <= 1 << 26 ? value : throw new ArgumentOutOfRangeException(nameof(RowGroupRows), value, "Must be 1 to 2^26.");
    } = DefaultRowGroupRows;

    /// <summary>About how many bytes a page has before compression, 64 to 2^28; a single value may be larger.</summary>
    public int PageBytes
    {
        get;
        init => field = value is >= 64 and <= 1 << 28 ? value : throw new ArgumentOutOfRangeException(nameof(PageBytes), value, "Must be 64 to 2^28.");
    } = DefaultPageBytes;

    /// <summary>A column whose dictionary would be larger is written plainly, 0 (never a dictionary) to 2^28.</summary>
    public int DictionaryBytes
    {
        get;
        init => field = value is >= 0 and <= 1 << 28 ? value : throw new ArgumentOutOfRangeException(nameof(DictionaryBytes), value, "Must be 0 to 2^28.");
    } = DefaultDictionaryBytes;

    /// <summary>Columns that are encoded at the same time, 1 to 1024; all processors by default. It never changes a byte of the file.</summary>
    public int Threads
    {
        get;
        init => field = value is >= 1 and <= 1024 ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, "Must be 1 to 1024.");
    } = Environment.ProcessorCount;

    /// <summary>Pairs to be stored beside the data.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> KeyValues
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(KeyValues));
    } = [];
}
