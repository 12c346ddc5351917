using System.Text;

namespace AlphaKit;

/// <summary>
/// One table of dated rules as text: lines that begin with <c>#</c> (the first is the title, the others explain the table), a header line,
/// then one line of comma-separated cells per row. A cell with a comma stands in double quotes; a doubled quote inside stands for one.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class RuleTable
{
    private RuleTable(string name, string title, string explanation, IReadOnlyList<string> columns, IReadOnlyList<RuleRow> rows)
    {
        Name = name;
        Title = title;
        Explanation = explanation;
        Columns = columns;
        Entries = rows;
        Rows = [.. rows.Select(row => row.Cells)];
    }

    /// <summary>The table's name, such as <c>stamp_duty</c>.</summary>
    public string Name { get; }

    /// <summary>The table's title, with the Chinese term.</summary>
    public string Title { get; }

    /// <summary>What the columns mean, in prose; may be empty.</summary>
    public string Explanation { get; }

    /// <summary>The column names.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows; each has one cell per column.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    internal IReadOnlyList<RuleRow> Entries { get; }

    /// <summary>Reads a table from its text. Whether the columns are those the rulebook expects is checked when a <see cref="Rulebook"/> takes it.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="RuleTableException">There is no header, or a line has not one cell per column.</exception>
    public static RuleTable Parse(string name, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(text);
        string title = name;
        List<string> prose = [];
        string[]? columns = null;
        List<RuleRow> rows = [];
        int number = 0;
        foreach (string raw in text.Split('\n'))
        {
            number++;
            string line = raw.TrimEnd('\r').TrimStart('\uFEFF');
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (line[0] == '#')
            {
                prose.Add(line[1..].Trim());
                continue;
            }

            string[] cells = Split(name, number, line);
            if (columns is null)
            {
                columns = cells;
                continue;
            }

            if (cells.Length != columns.Length)
                throw new RuleTableException(name, number, "", $"{cells.Length} cells, but the header has {columns.Length} columns.");
            rows.Add(new RuleRow(name, number, columns, cells));
        }

        if (columns is null) throw new RuleTableException(name, 0, "", "the header line is missing.");
        if (prose.Count > 0) title = prose[0];
        return new RuleTable(name, title, string.Join(' ', prose.Skip(1)), columns, rows);
    }

    /// <summary>The title, the explanation and the rows as a Markdown section.</summary>
    public string ToMarkdown()
    {
        StringBuilder page = new();
        page.Append("## ").Append(Title).Append("\n\n");
        if (Explanation.Length > 0) page.Append(Explanation).Append("\n\n");
        page.Append("Table `").Append(Name).Append("`.\n\n");
        page.Append("| ").AppendJoin(" | ", Columns).Append(" |\n|").Insert(page.Length, " --- |", Columns.Count).Append('\n');
        foreach (IReadOnlyList<string> row in Rows) page.Append("| ").AppendJoin(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        return page.ToString();
    }

    internal void RequireColumns(string expected)
    {
        string actual = string.Join(',', Columns);
        if (actual != expected) throw new RuleTableException(Name, 0, "", $"the columns are '{actual}', but '{expected}' is expected.");
    }

    private static string[] Split(string table, int number, string line)
    {
        List<string> cells = [];
        StringBuilder cell = new();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c == '"')
            {
                if (quoted && i + 1 < line.Length && line[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        if (quoted) throw new RuleTableException(table, number, "", "a quoted cell does not end.");
        cells.Add(cell.ToString().Trim());
        return [.. cells];
    }
}
