namespace AlphaKit.Parquet;

/// <summary>Unit of times and timestamps.</summary>
public enum TimeUnit
{
    /// <summary>Milliseconds.</summary>
    Milliseconds = 0,

    /// <summary>Microseconds.</summary>
    Microseconds = 1,

    /// <summary>Nanoseconds.</summary>
    Nanoseconds = 2,
}
