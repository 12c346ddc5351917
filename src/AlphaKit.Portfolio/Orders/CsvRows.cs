using System.Globalization;
using System.Text;

namespace AlphaKit.Portfolio;

/// <summary>The rows of a small CSV file (RFC 4180) with a header, cells by column name.</summary>
internal sealed class CsvRows
{
    private readonly List<string[]> _rows = [];
    private readonly List<int> _lines = [];
    private readonly string[] _header;

    private CsvRows(string[] header) => _header = header;

    public int Count => _rows.Count;

    public static CsvRows Parse(string text)
    {
        List<(int Line, string[] Cells)> rows = [.. Split(text.TrimStart('\uFEFF'))];
        if (rows.Count == 0) throw new OrderFileException("Line 1", "", "is no header: the file is empty.");
        CsvRows csv = new([.. rows[0].Cells.Select(c => c.Trim())]);
        foreach ((int line, string[] cells) in rows.Skip(1))
        {
            if (cells is [""]) continue;
            if (cells.Length != csv._header.Length)
                throw new OrderFileException($"Line {line}", string.Join(',', cells), $"has {cells.Length} cells; the header has {csv._header.Length}.");
            csv._rows.Add(cells);
            csv._lines.Add(line);
        }

        return csv;
    }

    /// <summary>The column of the first of several names that is there; −1 if none is.</summary>
    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            for (int i = 0; i < _header.Length; i++)
            {
                if (string.Equals(_header[i], name, StringComparison.OrdinalIgnoreCase)) return i;
            }
        }

        return -1;
    }

    public int Require(params ReadOnlySpan<string> names)
    {
        int column = Find(names);
        return column >= 0 ? column : throw new OrderFileException("Line 1", string.Join(',', _header), $"lacks the column {string.Join(" or ", names.ToArray())}.");
    }

    public string Place(int row) => $"Line {_lines[row]}";

    public string Text(int row, int column) => _rows[row][column].Trim();

    public long Shares(int row, int column)
    {
        // Brokers write whole shares as 1200, 1,200 or 1200.00.
        string text = Text(row, column);
        return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value) && value == decimal.Truncate(value) && value is >= 0 and <= 1_000_000_000_000
            ? (long)value
            : throw new OrderFileException(Place(row), text, "is not a whole number of shares of at least zero.");
    }

    public decimal Money(int row, int column)
    {
        string text = Text(row, column);
        return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : throw new OrderFileException(Place(row), text, "is not an amount of money.");
    }

    private static IEnumerable<(int Line, string[] Cells)> Split(string text)
    {
        List<string> cells = [];
        StringBuilder cell = new();
        int line = 1, start = 1;
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\n') line++;
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
                else quoted = false;
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == ',')
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (c == '\n')
            {
                yield return (start, Row());
                start = line;
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        if (quoted) throw new OrderFileException($"Line {start}", cell.ToString(), "opens a quotation mark that is never closed.");
        if (cell.Length > 0 || cells.Count > 0) yield return (start, Row());

        string[] Row()
        {
            cells.Add(cell.ToString());
            cell.Clear();
            string[] row = [.. cells];
            cells.Clear();
            return row;
        }
    }
}
