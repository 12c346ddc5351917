using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AlphaKit.Models;

/// <summary>Which kernels run; all give the same bits.</summary>
internal enum VectorWidth
{
    Portable = 128,
    Avx2 = 256,
    Avx512 = 512,
}

/// <summary>The width of this machine.</summary>
internal static class VectorWidths
{
    public static VectorWidth Widest => IsSupported(VectorWidth.Avx512) ? VectorWidth.Avx512 : IsSupported(VectorWidth.Avx2) ? VectorWidth.Avx2 : VectorWidth.Portable;

    public static bool IsSupported(VectorWidth width) => width switch
    {
        VectorWidth.Avx512 => Avx512F.IsSupported,
        VectorWidth.Avx2 => Avx2.IsSupported && Fma.IsSupported && Vector256.IsHardwareAccelerated,
        _ => true,
    };
}
