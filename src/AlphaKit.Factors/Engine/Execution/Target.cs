namespace AlphaKit.Factors;

/// <summary>Where a kernel writes a result: row r of the chunk starts at Rows + r·Stride; streamed past the caches when nothing reads it again.</summary>
internal readonly unsafe struct Target(float* rows, nint stride, bool streams)
{
    public float* Rows { get; } = rows;

    public nint Stride { get; } = stride;

    public bool Streams { get; } = streams;

    /// <summary>The same target some columns further.</summary>
    public Target At(int column) => new(Rows + column, Stride, Streams);
}
