namespace AlphaKit.Parquet;

/// <summary>How columns of integers are encoded.</summary>
public enum IntegerEncoding
{
    /// <summary>By a dictionary where that is smaller, else plainly; every reader knows it.</summary>
    Dictionary = 0,

    /// <summary>As packed differences (DELTA_BINARY_PACKED): small for sorted and slowly moving numbers, unknown to some older readers.</summary>
    DeltaBinaryPacked = 1,
}
