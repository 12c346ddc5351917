namespace AlphaKit.Parquet;

/// <summary>How written pages are compressed.</summary>
public enum ParquetCompression
{
    /// <summary>Snappy: quick, read everywhere.</summary>
    Snappy = 0,

    /// <summary>Gzip: smaller and slower.</summary>
    Gzip = 1,

    /// <summary>Not at all.</summary>
    None = 2,
}
