namespace AlphaKit.Architecture.Tests.References;

/// <summary>The table of docs/architecture.md: which package may reference which.</summary>
internal sealed class ReferenceTable
{
    public const string Document = "docs/architecture.md";
    private const string Header = "| package | may reference |";

    private ReferenceTable(IReadOnlyList<KeyValuePair<string, IReadOnlySet<string>>> rows) => Rows = rows;

    /// <summary>Package → what it may reference, from the ground floor up.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlySet<string>>> Rows { get; }

    public IReadOnlySet<string>? AllowedTo(string package) => Rows.FirstOrDefault(r => r.Key == package).Value;

    public static ReferenceTable Read()
    {
        List<KeyValuePair<string, IReadOnlySet<string>>> rows = [];
        string[] lines = Repository.Read(Document).Split('\n');
        int at = Array.FindIndex(lines, l => l.StartsWith(Header, StringComparison.Ordinal));
        Assert.True(at >= 0, $"{Document} has no table that begins '{Header}'.");
        for (int i = at + 2; i < lines.Length && lines[i].StartsWith('|'); i++)
        {
            string[] cells = lines[i].Split('|', StringSplitOptions.TrimEntries);
            IReadOnlySet<string> allowed = cells[2] is "–" or "nothing"
                ? new HashSet<string>()
                : cells[2].Split(',', StringSplitOptions.TrimEntries).Select(Full).ToHashSet(StringComparer.Ordinal);
            rows.Add(new(Full(cells[1]), allowed));
        }

        Assert.NotEmpty(rows);
        return new ReferenceTable(rows);
    }

    private static string Full(string name)
    {
        string bare = name.Trim('`', ' ');
        return bare.StartsWith("AlphaKit.", StringComparison.Ordinal) ? bare : "AlphaKit." + bare;
    }
}
