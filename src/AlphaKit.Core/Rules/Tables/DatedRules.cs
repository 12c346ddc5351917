using System.Globalization;

namespace AlphaKit;

/// <summary>The rows of one table by key, each key's rows ascending without overlap or gap.</summary>
internal sealed class DatedRules<TRule>
    where TRule : class
{
    private readonly string _table;
    private readonly Dictionary<int, Entry[]> _byKey = [];

    private DatedRules(string table) => _table = table;

    private readonly record struct Entry(DateOnly First, DateOnly Last, int Line, TRule Rule);

    /// <summary>Keys in the order of their first row, so that listings do not depend on hash order.</summary>
    public List<int> Keys { get; } = [];

    public static DatedRules<TRule> Read(RuleTable table, string columns, Func<RuleRow, int> key, Func<RuleRow, RuleSource, TRule> make)
    {
        table.RequireColumns(columns);
        DatedRules<TRule> rules = new(table.Name);
        Dictionary<int, List<Entry>> lists = [];
        foreach (RuleRow row in table.Entries)
        {
            RuleSource source = row.Source();
            int code = key(row);
            if (!lists.TryGetValue(code, out List<Entry>? list))
            {
                lists.Add(code, list = []);
                rules.Keys.Add(code);
            }

            list.Add(new Entry(source.FirstDate, source.LastDate ?? DateOnly.MaxValue, row.Line, make(row, source)));
        }

        foreach (int code in rules.Keys)
        {
            Entry[] entries = [.. lists[code].OrderBy(entry => entry.First)];
            for (int i = 1; i < entries.Length; i++) RequireContiguous(table.Name, entries[i - 1], entries[i]);
            rules._byKey.Add(code, entries);
        }

        return rules;
    }

    public TRule? FindOrNull(int key, DateOnly date)
    {
        if (!_byKey.TryGetValue(key, out Entry[]? entries)) return null;
        for (int i = entries.Length - 1; i >= 0; i--)
        {
            if (date >= entries[i].First) return date <= entries[i].Last ? entries[i].Rule : null;
        }

        return null;
    }

    public RuleNotAvailableException NotAvailable(int key, string keyText, DateOnly date)
    {
        string covered = "";
        if (_byKey.TryGetValue(key, out Entry[]? entries))
        {
            string last = entries[^1].Last == DateOnly.MaxValue ? "later" : entries[^1].Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            covered = string.Create(CultureInfo.InvariantCulture, $"{entries[0].First:yyyy-MM-dd} to {last}");
        }

        return new RuleNotAvailableException(_table, keyText, date, covered);
    }

    private static void RequireContiguous(string table, Entry earlier, Entry later)
    {
        if (later.First <= earlier.Last)
        {
            throw new RuleTableException(
                table, later.Line, "first_date", string.Create(CultureInfo.InvariantCulture, $"{later.First:yyyy-MM-dd} overlaps line {earlier.Line}, which has the same key."));
        }

        if (later.First != earlier.Last.AddDays(1))
        {
            throw new RuleTableException(
                table,
                later.Line,
                "first_date",
                string.Create(CultureInfo.InvariantCulture, $"{later.First:yyyy-MM-dd} leaves a gap after line {earlier.Line}, which ends on {earlier.Last:yyyy-MM-dd}; the day after is expected."));
        }
    }
}
