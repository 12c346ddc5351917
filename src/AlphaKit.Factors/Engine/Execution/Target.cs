using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// Where a kernel writes a result: row r of the chunk starts at Rows + r·Stride; streamed past the caches when nothing reads it again. A further
/// output may take the result besides, as it is or divided by a series whose reciprocal is at hand. Plain fields, because the innermost loops read them.
/// </summary>
internal readonly unsafe struct Target
{
    /// <summary>Null if nothing reads the result itself.</summary>
    public readonly float* Rows;

    public readonly nint Stride;

    public readonly bool Streams;

    /// <summary>The further output; null if there is none.</summary>
    public readonly float* Extra;

    public readonly nint ExtraStride;

    /// <summary>What the further output is divided by; null if by nothing.</summary>
    public readonly float* Divisor;

    public readonly nint DivisorStride;

    public readonly float* Reciprocal;

    public readonly nint ReciprocalStride;

    public Target(float* rows, nint stride, bool streams)
    {
        Rows = rows;
        Stride = stride;
        Streams = streams;
    }

    public Target(Target plain, float* extra, nint stride, Series divisor, Series reciprocal)
        : this(plain.Rows, plain.Stride, plain.Streams)
    {
        Extra = extra;
        ExtraStride = stride;
        Divisor = divisor.Rows;
        DivisorStride = divisor.Stride;
        Reciprocal = reciprocal.Rows;
        ReciprocalStride = reciprocal.Stride;
    }

    /// <summary>The places of one row, which may lie before row 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TargetRow Row(nint row) => new(
        Rows == null ? null : Rows + (row * Stride),
        Streams,
        Extra == null ? null : Extra + (row * ExtraStride),
        Divisor == null ? null : Divisor + (row * DivisorStride),
        Reciprocal + (row * ReciprocalStride));

    /// <summary>The same target some columns further.</summary>
    public Target At(int column) => new(
        new Target(From(Rows, column), Stride, Streams),
        From(Extra, column),
        ExtraStride,
        new Series(From(Divisor, column), DivisorStride),
        new Series(From(Reciprocal, column), ReciprocalStride));

    private static float* From(float* rows, int column) => rows == null ? null : rows + column;
}
