using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AlphaKit.Data;

/// <summary>
/// What the import read, left out and noticed. For each file, rows = imported + rejected + collapsed; every row left out is counted
/// under the rule that left it out.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class ValidationReport
{
    private readonly Dictionary<string, long> _counts;

    internal ValidationReport(IEnumerable<ValidationFinding> findings, IEnumerable<FileTally> files, Dictionary<string, long> counts)
    {
        Findings = [.. findings];
        Files = [.. files];
        _counts = counts;
    }

    /// <summary>What was found, in the order of reading; of each rule and table at most <see cref="TableMarketOptions.FindingsPerRule"/> are listed.</summary>
    public IReadOnlyList<ValidationFinding> Findings { get; }

    /// <summary>The files, in the order of reading.</summary>
    public IReadOnlyList<FileTally> Files { get; }

    /// <summary>How often a rule found something, also where it is no longer listed.</summary>
    /// <param name="rule">Name of the rule.</param>
    public long CountOf(string rule) => _counts.Where(c => c.Key.EndsWith('\t' + rule, StringComparison.Ordinal)).Sum(c => c.Value);

    /// <summary>How often a rule found something in one table.</summary>
    /// <param name="rule">Name of the rule.</param>
    /// <param name="table">The vendor table.</param>
    public long CountOf(string rule, string table) => _counts.GetValueOrDefault(table + '\t' + rule);

    /// <summary>One row per file: table, file, rows, imported, rejected, collapsed.</summary>
    public Table FileTable() => new(
        "import_files",
        TableColumn.Text("table", Files.Select(f => f.Table)),
        TableColumn.Text("file", Files.Select(f => f.File)),
        TableColumn.Integer("rows", Files.Select(f => f.Rows)),
        TableColumn.Integer("imported", Files.Select(f => f.Imported)),
        TableColumn.Integer("rejected", Files.Select(f => f.Rejected)),
        TableColumn.Integer("collapsed", Files.Select(f => f.Collapsed)));

    /// <summary>One row per table and rule: table, rule, severity, count.</summary>
    public Table RuleTable()
    {
        (string Table, ValidationRule Rule, long Count)[] rows = Counted();
        return new Table(
            "import_rules",
            TableColumn.Text("table", rows.Select(r => r.Table)),
            TableColumn.Text("rule", rows.Select(r => r.Rule.Name)),
            TableColumn.Text("severity", rows.Select(r => r.Rule.Severity.ToString())),
            TableColumn.Integer("count", rows.Select(r => r.Count)));
    }

    /// <summary>One row per finding: file, line, table, symbol, date, rule, detail.</summary>
    public Table FindingTable() => new(
        "import_findings",
        TableColumn.Text("file", Findings.Select(f => f.Where.File)),
        TableColumn.Integer("line", Findings.Select(f => f.Where.Line)),
        TableColumn.Text("table", Findings.Select(f => f.Table)),
        TableColumn.Text("symbol", Findings.Select(f => f.Symbol.IsNone ? "" : f.Symbol.ToString())),
        TableColumn.Text("date", Findings.Select(f => f.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "")),
        TableColumn.Text("rule", Findings.Select(f => f.Rule.Name)),
        TableColumn.Text("detail", Findings.Select(f => f.Detail)));

    /// <summary>True if a rule of severity <see cref="ValidationSeverity.Error"/> found something: not all tables could be read.</summary>
    public bool HasErrors => ValidationRule.All.Any(rule => rule.Severity == ValidationSeverity.Error && CountOf(rule.Name) > 0);

    /// <summary>
    /// The report for programs: an object with the arrays <c>files</c> (table, file, rows, imported, rejected, collapsed), <c>rules</c> (table,
    /// rule, severity, count) and <c>findings</c> (table, rule, severity, file, line, symbol, date, detail; absent parts are null).
    /// </summary>
    public string ToJson()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartArray("files");
            foreach (FileTally file in Files)
            {
                json.WriteStartObject();
                json.WriteString("table", file.Table);
                json.WriteString("file", file.File);
                json.WriteNumber("rows", file.Rows);
                json.WriteNumber("imported", file.Imported);
                json.WriteNumber("rejected", file.Rejected);
                json.WriteNumber("collapsed", file.Collapsed);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("rules");
            foreach ((string table, ValidationRule rule, long count) in Counted())
            {
                json.WriteStartObject();
                json.WriteString("table", table);
                json.WriteString("rule", rule.Name);
                json.WriteString("severity", rule.Severity.ToString());
                json.WriteNumber("count", count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("findings");
            foreach (ValidationFinding finding in Findings)
            {
                json.WriteStartObject();
                json.WriteString("table", finding.Table);
                json.WriteString("rule", finding.Rule.Name);
                json.WriteString("severity", finding.Rule.Severity.ToString());
                json.WriteString("file", finding.Where.File);
                if (finding.Where.Line > 0) json.WriteNumber("line", finding.Where.Line);
                else json.WriteNull("line");
                json.WriteString("symbol", finding.Symbol.IsNone ? null : finding.Symbol.ToString());
                json.WriteString("date", finding.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteString("detail", finding.Detail);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The files, then the rules that found something.</summary>
    public override string ToString()
    {
        Table rules = RuleTable();
        return rules.RowCount == 0 ? $"{FileTable()}\nNo rule found anything.\n" : $"{FileTable()}\n{rules}";
    }

    /// <summary>Both reports in one: the files of the first, the findings and counts of both.</summary>
    internal ValidationReport With(ValidationReport other)
    {
        Dictionary<string, long> counts = new(_counts, StringComparer.Ordinal);
        foreach ((string key, long count) in other._counts) counts[key] = counts.GetValueOrDefault(key) + count;
        return new ValidationReport(Findings.Concat(other.Findings), Files.Concat(other.Files), counts);
    }

    private (string Table, ValidationRule Rule, long Count)[] Counted() =>
    [
        .. from entry in _counts
           let parts = entry.Key.Split('\t')
           let rule = ValidationRule.All.First(r => r.Name == parts[1])
           orderby parts[0], rule.Severity descending, rule.Name
           select (parts[0], rule, entry.Value),
    ];
}
