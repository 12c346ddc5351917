namespace AlphaKit.Parquet;

/// <summary>How values are stored (parquet.thrift, <c>Type</c>).</summary>
public enum PhysicalType
{
    /// <summary>One bit.</summary>
    Boolean = 0,

    /// <summary>32-bit integer.</summary>
    Int32 = 1,

    /// <summary>64-bit integer.</summary>
    Int64 = 2,

    /// <summary>Deprecated 96-bit timestamp: nanoseconds of the day and Julian day.</summary>
    Int96 = 3,

    /// <summary>IEEE single.</summary>
    Float = 4,

    /// <summary>IEEE double.</summary>
    Double = 5,

    /// <summary>Bytes of any length.</summary>
    ByteArray = 6,

    /// <summary>Bytes of one fixed length.</summary>
    FixedLengthByteArray = 7,
}
