namespace AlphaKit.Data;

/// <summary>Collects findings while tables are read; one per market.</summary>
internal sealed class ValidationLog(int findingsPerRule)
{
    private readonly Lock _gate = new();
    private readonly List<ValidationFinding> _findings = [];
    private readonly List<FileTally> _files = [];
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    public void Add(ValidationRule rule, CheckedTable table, int row, Symbol symbol, DateOnly? date, Func<string> detail) =>
        Add(rule, table.Name, () => table.Locate(row), symbol, date, detail);

    public void Add(ValidationRule rule, string table, Func<RowLocation> where, Symbol symbol, DateOnly? date, Func<string> detail)
    {
        lock (_gate)
        {
            string key = table + '\t' + rule.Name;
            long count = _counts.GetValueOrDefault(key) + 1;
            _counts[key] = count;
            if (count <= findingsPerRule) _findings.Add(new ValidationFinding(rule, table, where(), symbol, date, detail()));
        }
    }

    public void AddFiles(IEnumerable<FileTally> files)
    {
        lock (_gate) _files.AddRange(files);
    }

    public ValidationReport Snapshot()
    {
        lock (_gate) return new ValidationReport(_findings, _files, new Dictionary<string, long>(_counts, StringComparer.Ordinal));
    }
}
