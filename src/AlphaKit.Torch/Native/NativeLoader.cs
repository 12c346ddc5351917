using System.Reflection;
using System.Runtime.InteropServices;

namespace AlphaKit.Torch;

/// <summary>
/// Finds and loads libak_torch: the path in ALPHAKIT_TORCH_LIBRARY and nothing else where that is set; otherwise beside the program, under its
/// runtimes folder, and where .NET looks (the package). Checks that it is the one this assembly was written for, then sets up its threads and memory.
/// </summary>
internal static unsafe class NativeLoader
{
    /// <summary>Names the file of the native part.</summary>
    public const string PathVariable = "ALPHAKIT_TORCH_LIBRARY";

    /// <summary>"system" leaves the memory allocator of the process as it is.</summary>
    public const string MemoryVariable = "ALPHAKIT_TORCH_MEMORY";

    private const int Interface = 1;
    private const string FileName = "libak_torch.so";

    public static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search)
    {
        if (name != Native.Library) return 0;
        nint handle = Load(Environment.GetEnvironmentVariable(PathVariable), assembly);
        int keep = Environment.GetEnvironmentVariable(MemoryVariable) == "system" ? 0 : 1;
        ((delegate* unmanaged<int, int>)NativeLibrary.GetExport(handle, "ak_start"))(keep);
        return handle;
    }

    /// <summary>Loads the library, or says why not.</summary>
    /// <param name="asked">A path that the user names, or null.</param>
    /// <param name="assembly">The assembly whose folder and package are searched.</param>
    internal static nint Load(string? asked, Assembly assembly)
    {
        List<string> tried = [];
        IEnumerable<string> places = asked is { Length: > 0 } path
            ? [path]
            : [Path.Combine(AppContext.BaseDirectory, FileName), Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native", FileName)];
        foreach (string place in places)
        {
            if (!File.Exists(place))
            {
                tried.Add($"'{place}' does not exist");
                continue;
            }

            try
            {
                return Checked(NativeLibrary.Load(place), place);
            }
            catch (DllNotFoundException broken)
            {
                // The file is here, what it needs is not: libtorch of another version, or none.
                tried.Add($"'{place}': {Line(broken.Message)}");
                throw new TorchLibraryException($"The native part '{place}' is here, but cannot be loaded: the libtorch that it was built against is missing or of another version.", tried, broken);
            }
        }

        if (asked is { Length: > 0 }) throw new TorchLibraryException($"{PathVariable} names a file that does not exist.", tried);
        if (NativeLibrary.TryLoad(Native.Library, assembly, DllImportSearchPath.SafeDirectories, out nint handle)) return Checked(handle, Native.Library);
        tried.Add($"'{Native.Library}' is not in the package or on the library path");
        throw new TorchLibraryException("The native part of AlphaKit.Torch (libak_torch.so) was not found: it is built only where libtorch is.", tried);
    }

    private static nint Checked(nint handle, string place)
    {
        if (!NativeLibrary.TryGetExport(handle, "ak_abi", out nint abi))
            throw new TorchLibraryException($"'{place}' is not the native part of AlphaKit.Torch.", [place]);
        int found = ((delegate* unmanaged<int>)abi)();
        if (found == Interface) return handle;
        throw new TorchLibraryException($"'{place}' has interface {found}, this AlphaKit.Torch wants {Interface}: build both from the same sources.", [place]);
    }

    private static string Line(string text) => text.Split('\n')[0].Trim();
}
