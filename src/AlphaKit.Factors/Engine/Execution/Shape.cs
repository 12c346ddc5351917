namespace AlphaKit.Factors;

/// <summary>How the work is cut and which vectors are used. Changes the time, never a bit of the result.</summary>
internal sealed record Shape
{
    /// <summary>Columns of a tile; a multiple of 16.</summary>
    public int Columns { get; init; } = 64;

    /// <summary>Rows of a chunk; 0 to choose by the longest history.</summary>
    public int Rows { get; init; }

    /// <summary>
    /// Bits of a vector: 512 or 256. 512 wherever the processor has them, also where the runtime advises against them because older
    /// processors lower their clock: these kernels gain more than the clock costs (a fifth of the time on Cascade Lake).
    /// </summary>
    public int Bits { get; init; } =
        System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated || System.Runtime.Intrinsics.X86.Avx512F.IsSupported ? 512 : 256;

    public static Shape Default { get; } = new();

    public int RowsFor(int longestHistory) => Rows > 0 ? Rows : longestHistory switch
    {
        <= 128 => 128,
        <= 512 => 256,
        <= 2048 => 512,
        _ => 1024,
    };
}
