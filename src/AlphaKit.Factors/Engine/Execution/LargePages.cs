using System.Runtime.InteropServices;

namespace AlphaKit.Factors;

/// <summary>
/// Memory of many megabytes in pages of 2 MiB where Linux grants them: a tile's rows lie a whole row of the market apart, so that with small
/// pages nearly every one of them costs a walk through the page tables, and the first touch of every 4 KiB a fault.
/// </summary>
internal static unsafe partial class LargePages
{
    private const nuint PageBytes = 2 << 20;
    private const int AdviseHugePages = 14;

    /// <summary>Uninitialised memory, to be freed by <see cref="NativeMemory.AlignedFree"/>.</summary>
    public static void* Allocate(nuint bytes)
    {
        if (bytes < 4 * PageBytes || !OperatingSystem.IsLinux()) return NativeMemory.AlignedAlloc(bytes, 4096);
        void* memory = NativeMemory.AlignedAlloc(bytes, PageBytes);

        // Advice only: where it is not taken, pages stay small.
        _ = Advise(memory, bytes / PageBytes * PageBytes, AdviseHugePages);
        return memory;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(void* start, nuint length, int advice);
}
