using System.Runtime.InteropServices;

namespace AlphaKit.Factors;

/// <summary>Unmanaged memory of many megabytes, in large pages where there are any.</summary>
internal static unsafe class LargeMemory
{
    /// <summary>Uninitialised memory, to be freed by <see cref="NativeMemory.AlignedFree"/>.</summary>
    public static void* Allocate(nuint bytes)
    {
        if (bytes < LargePages.PageBytes || !OperatingSystem.IsLinux()) return NativeMemory.AlignedAlloc(bytes, 4096);
        void* memory = NativeMemory.AlignedAlloc(bytes, LargePages.PageBytes);
        for (nuint at = 0; at < bytes; at += 1 << 30) LargePages.Advise(new ReadOnlySpan<byte>((byte*)memory + at, (int)Math.Min(1 << 30, bytes - at)));
        return memory;
    }
}
