namespace AlphaKit.Factors;

/// <summary>Where a kernel writes a result: row r of the chunk starts at Rows + r·Stride; streamed past the caches when nothing reads it again.</summary>
internal readonly unsafe struct Target(float* rows, nint stride, bool streams, Series divisor = default, Series reciprocal = default)
{
    /// <summary>What the result is divided by before it is written; Rows is null for nothing.</summary>
    public Series Divisor { get; } = divisor;

    /// <summary>The reciprocals of <see cref="Divisor"/>.</summary>
    public Series Reciprocal { get; } = reciprocal;

    public float* Rows { get; } = rows;

    public nint Stride { get; } = stride;

    public bool Streams { get; } = streams;

    /// <summary>The same target some columns further.</summary>
    public Target At(int column) => Divisor.Rows == null
        ? new(Rows + column, Stride, Streams)
        : new(Rows + column, Stride, Streams, new(Divisor.Rows + column, Divisor.Stride), new(Reciprocal.Rows + column, Reciprocal.Stride));
}
