namespace AlphaKit.Data;

/// <summary>
/// Which file belongs to which table. A file is TABLE.csv or TABLE.csv.gz, or a part of it: TABLE and a digit behind one of _ - . or a
/// blank (daily_2020.csv, daily-000001.SZ.csv.gz), or any CSV file in a folder TABLE. Of several table names that fit, the longest counts.
/// </summary>
internal static class FolderFiles
{
    private static readonly string[] s_names = [.. VendorTable.All.Select(t => t.Name), "daily_qfq", "daily_hfq"];

    /// <summary>Files by table, both ordered by name, and what was not recognised.</summary>
    public static (SortedDictionary<string, List<string>> Tables, List<string> Ignored) Scan(string folder)
    {
        SortedDictionary<string, List<string>> tables = new(StringComparer.Ordinal);
        List<string> ignored = [];
        foreach (string path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(path);
            if (name.StartsWith('.')) continue;
            if (Directory.Exists(path))
            {
                string[] parts = s_names.Contains(name.ToLowerInvariant()) ? [.. Directory.EnumerateFiles(path).Where(f => Stem(f) is not null).Order(StringComparer.Ordinal)] : [];
                if (parts.Length == 0) ignored.Add(name + "/");
                else Add(name.ToLowerInvariant(), parts);
                continue;
            }

            if (Stem(path) is { } stem && TableOf(stem) is { } table) Add(table, path);
            else ignored.Add(name);
        }

        return (tables, ignored);

        void Add(string table, params string[] files)
        {
            if (!tables.TryGetValue(table, out List<string>? list)) tables.Add(table, list = []);
            list.AddRange(files);
        }
    }

    public static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    private static string? Stem(string path)
    {
        string name = Path.GetFileName(path);
        if (name.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase)) return name[..^7];
        return name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? name[..^4] : null;
    }

    private static string? TableOf(string stem)
    {
        string lower = stem.ToLowerInvariant();
        string? best = null;
        foreach (string name in s_names)
        {
            if (!lower.StartsWith(name, StringComparison.Ordinal) || name.Length <= (best?.Length ?? 0)) continue;
            if (lower.Length == name.Length || (lower.Length > name.Length + 1 && lower[name.Length] is '_' or '-' or '.' or ' ' && char.IsAsciiDigit(lower[name.Length + 1]))) best = name;
        }

        return best;
    }
}
