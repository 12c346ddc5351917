using System.Runtime.InteropServices;

namespace AlphaKit;

/// <summary>
/// Pages of 2 MiB where Linux grants them: in a panel every row lies a whole market behind the last, so that with small pages nearly every row
/// of a column costs a walk through the page tables, and the first touch of every 4 KiB a fault. Elsewhere nothing happens.
/// </summary>
public static unsafe partial class LargePages
{
    /// <summary>Bytes of a large page.</summary>
    public const int PageBytes = 2 << 20;

    private const int AdviseHugePages = 14;

    /// <summary>Asks for large pages under memory that has not been touched yet. Advice only: where it is not taken, pages stay small.</summary>
    /// <param name="memory">Pinned or unmanaged memory; less than a large page is left as it is.</param>
    public static void Advise(ReadOnlySpan<byte> memory)
    {
        if (memory.Length < PageBytes || !OperatingSystem.IsLinux()) return;
        fixed (byte* start = memory)
        {
            // Pages at the ends are shared with what lies beside: the advice only says how large they may be.
            nuint first = (nuint)start / PageBytes * PageBytes, end = ((nuint)start + (nuint)memory.Length + PageBytes - 1) / PageBytes * PageBytes;
            _ = Advise((void*)first, end - first, AdviseHugePages);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(void* start, nuint length, int advice);
}
