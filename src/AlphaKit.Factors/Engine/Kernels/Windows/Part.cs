using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>The rows of one part of a <see cref="WindowTree"/>: row r stands at r &amp; mask, the mask being −1 where all rows are kept.</summary>
internal readonly unsafe struct Part(double* rows, nint mask)
{
    /// <summary>Null for a single day, which is the series itself.</summary>
    public readonly double* Rows = rows;

    private readonly nint _mask = mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double* Row(nint row, int block) => Rows + ((row & _mask) * block);
}
