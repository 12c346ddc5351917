namespace AlphaKit.Factors;

/// <summary>A series of a tile that a kernel reads: row r of the chunk starts at Rows + r·Stride; rows below 0 are history. Stride 0: one row for all.</summary>
internal readonly unsafe struct Series(float* rows, nint stride)
{
    public float* Rows { get; } = rows;

    public nint Stride { get; } = stride;
}
