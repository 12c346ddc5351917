using System.Runtime.InteropServices;

namespace AlphaKit.Data;

/// <summary>Makes what was written survive a loss of power: of a file, and of the names in a folder.</summary>
internal static class DurableFile
{
    private const int ReadOnly = 0;

    /// <summary>Writes a whole file and waits until the disk has it.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using FileStream stream = new(path, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Waits until the disk has the names of a folder: those added, renamed and removed. Windows keeps them in order by itself.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        int handle = Open(folder, ReadOnly);
        if (handle < 0) throw new IOException($"The folder '{folder}' cannot be opened: error {Marshal.GetLastPInvokeError()}.");
        try
        {
            // Some file systems (network, overlay) have no such operation for folders and say so; there is nothing more to be done there.
            _ = Sync(handle);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
