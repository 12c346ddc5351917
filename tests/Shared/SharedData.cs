namespace AlphaKit.TestSupport;

/// <summary>Finds the folder of shared real data, which is not part of the repository; tests that need it are skipped where it is absent.</summary>
internal static class SharedData
{
    /// <summary>The folder <c>../shared/data</c> beside the repository, or null.</summary>
    public static string? Root { get; } = Find();

    /// <summary>Full path of a file or folder of the shared data; null when it is absent.</summary>
    public static string? PathOf(string relative)
    {
        if (Root is null) return null;
        string path = Path.Combine(Root, relative);
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }

    /// <summary>Root of the repository: the folder that holds AlphaKit.sln.</summary>
    public static string RepositoryRoot { get; } = FindRepository();

    private static string? Find()
    {
        string path = Path.Combine(FindRepository(), "..", "shared", "data");
        return Directory.Exists(path) ? Path.GetFullPath(path) : null;
    }

    private static string FindRepository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AlphaKit.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("AlphaKit.sln was not found above the test binaries.");
    }
}
