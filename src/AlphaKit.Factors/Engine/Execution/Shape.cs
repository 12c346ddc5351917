namespace AlphaKit.Factors;

/// <summary>How the work is cut and which vectors are used. Changes the time, never a bit of the result.</summary>
internal sealed record Shape
{
    /// <summary>
    /// Columns of a tile, a multiple of 16; fewer where not every thread would get two tiles. A row of 128 is eight lines of memory in one
    /// piece: with 64 the results alone take a fifth longer to write.
    /// </summary>
    public int Columns { get; init; } = 128;

    /// <summary>Rows of a chunk; 0 to choose by the longest history.</summary>
    public int Rows { get; init; }

    /// <summary>
    /// Bits of a vector: 512 or 256. 512 wherever the processor has them, also where the runtime advises against them because older
    /// processors lower their clock: these kernels gain more than the clock costs (a fifth of the time on Cascade Lake).
    /// </summary>
    public int Bits { get; init; } =
        System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated || System.Runtime.Intrinsics.X86.Avx512F.IsSupported ? 512 : 256;

    public static Shape Default { get; } = new();

    /// <summary>Columns of a tile for a market of so many, a multiple of 16.</summary>
    public int ColumnsFor(int width, int threads) => threads == 1 ? Columns : Math.Min(Columns, Math.Max(16, ((width / (2 * threads)) + 15) & ~15));

    public int RowsFor(int longestHistory) => Rows > 0 ? Rows : longestHistory switch
    {
        <= 128 => 128,
        <= 512 => 256,
        <= 2048 => 512,
        _ => 1024,
    };
}
