using System.Text;

namespace AlphaKit.Data;

/// <summary>
/// Reads the CSV files of one table into columns (RFC 4180, UTF-8 with or without mark, LF or CRLF), straight from bytes: columns in any
/// order, further columns left out, blank lines skipped.
/// </summary>
internal sealed class CsvTableParser(VendorTable schema, PriceBasis basis)
{
    private const int InitialBuffer = 1 << 20;

    private readonly List<ColumnBuffer> _columns = [];
    private readonly List<(int Row, string File, long Line)> _anchors = [];
    private readonly SortedSet<string> _ignored = new(StringComparer.Ordinal);
    private byte[] _unquoted = new byte[256];
    private ColumnBuffer?[] _order = [];
    private string _file = "";
    private long _line;
    private bool _header;

    /// <summary>Rows read so far.</summary>
    public int Count { get; private set; }

    /// <summary>Names of columns that were left out.</summary>
    public IReadOnlyCollection<string> Ignored => _ignored;

    /// <summary>Reads one file.</summary>
    public async Task ReadAsync(Stream stream, string file, CancellationToken cancellationToken)
    {
        _file = file;
        _line = 0;
        _header = true;
        byte[] buffer = new byte[InitialBuffer];
        int filled = 0;
        bool first = true;
        while (true)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false);
            filled += read;
            if (read > 0 && first && filled < 3) continue;
            int start = first && filled >= 3 && buffer[0] == 0xEF && buffer[1] == 0xBB && buffer[2] == 0xBF ? 3 : 0;
            first = false;
            int used = start + Consume(buffer.AsSpan(start, filled - start), atEnd: read == 0);
            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            filled -= used;
            if (read == 0) break;
            if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        }

        if (_header) throw Fail(ValidationRule.ReadableFile, 1, "header", "", "The first line must name the columns.");
        foreach (ColumnBuffer column in _columns) column.PadTo(Count);
    }

    /// <summary>The table of all files read.</summary>
    public SourceTable Build(string origin)
    {
        foreach (ColumnBuffer column in _columns.Where(c => !c.IsUsable)) _ignored.Add(column.Name);
        return new SourceTable(schema.Name, [.. _columns.Where(c => c.IsUsable).Select(c => c.Build())], origin);
    }

    public RowLocation Locate(int row)
    {
        int low = 0, high = _anchors.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_anchors[middle].Row <= row) low = middle;
            else high = middle - 1;
        }

        (int start, string file, long line) = _anchors[low];
        return new RowLocation(file, line + (row - start));
    }

    public string? UnreadSymbol(int row)
    {
        foreach (ColumnBuffer column in _columns)
        {
            if (column.Unread.TryGetValue(row, out string? text)) return text;
        }

        return null;
    }

    /// <summary>Parses all complete lines; returns how many bytes they took.</summary>
    private int Consume(ReadOnlySpan<byte> data, bool atEnd)
    {
        int position = 0;
        while (position < data.Length)
        {
            ReadOnlySpan<byte> rest = data[position..];
            int end = LineEnd(rest, out int newlines);
            if (end < 0)
            {
                if (!atEnd) return position;
                if (newlines < 0) throw Fail(ValidationRule.ReadableFile, _line + 1, "quoted value", "", "A quotation mark is not closed.");
                end = rest.Length;
            }

            ReadOnlySpan<byte> line = rest[..end];
            position += Math.Min(end + 1, rest.Length);
            if (line.Length > 0 && line[^1] == (byte)'\r') line = line[..^1];
            long number = _line + 1;
            _line += 1 + Math.Max(newlines, 0);
            if (line.IsEmpty) continue;
            if (_header) ReadHeader(line, number);
            else ReadRow(line, number);
        }

        return position;
    }

    /// <summary>End of the first line; −1 if it is not complete. Newlines inside quotes are counted; −1 if a quote stays open.</summary>
    private static int LineEnd(ReadOnlySpan<byte> data, out int newlines)
    {
        newlines = 0;
        int end = data.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = end < 0 ? data : data[..end];
        if (line.IndexOf((byte)'"') < 0) return end;
        bool quoted = false;
        for (int i = 0; i < data.Length; i++)
        {
            if (data[i] == (byte)'"') quoted = !quoted;
            if (data[i] != (byte)'\n') continue;
            if (!quoted) return i;
            newlines++;
        }

        if (quoted) newlines = -1;
        return -1;
    }

    private void ReadHeader(ReadOnlySpan<byte> line, long number)
    {
        _header = false;
        List<string> names = [];
        int position = 0;
        while (NextValue(line, ref position, out ReadOnlySpan<byte> value)) names.Add(Encoding.UTF8.GetString(value).Trim());
        names = WithoutPrefix(names);
        foreach (ColumnBuffer column in _columns) column.PadTo(Count);
        _order = new ColumnBuffer?[names.Count];
        for (int i = 0; i < names.Count; i++)
        {
            if (names.IndexOf(names[i]) != i) throw Fail(ValidationRule.ReadableFile, number, $"column {names[i]}", names[i], "The name stands twice in the header.");
            _order[i] = BufferOf(names[i]);
        }

        foreach (VendorColumn column in schema.Columns)
        {
            bool needed = column.Need is ColumnNeed.Key or ColumnNeed.Required || (column.Need == ColumnNeed.RequiredWhenRaw && basis == PriceBasis.Raw);
            if (!needed || _order.Any(c => c is not null && (c.Name == column.Name || c.Name == column.Alias))) continue;
            throw Fail(
                ValidationRule.RequiredColumn, number, $"column {column.Name}", string.Join(", ", names),
                $"Column '{column.Name}' is needed{(column.Alias is null ? "" : $" (or '{column.Alias}')")}; these columns are there.");
        }
    }

    private ColumnBuffer? BufferOf(string name)
    {
        VendorColumn? known = schema.FindColumn(name)
            ?? schema.Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));
        if (known is null && (!schema.TakesItems || name.Length == 0))
        {
            _ignored.Add(name.Length == 0 ? "(without a name)" : name);
            return null;
        }

        string stored = known is null || name == known.Alias ? name : known.Name;
        ColumnBuffer? column = _columns.Find(c => c.Name == stored);
        if (column is null)
        {
            column = new ColumnBuffer(stored, known?.Kind ?? SourceColumnKind.Number, known is null ? ColumnDoubt.LeavesOut : ColumnDoubt.Fails);
            column.PadTo(Count);
            _columns.Add(column);
        }

        return column;
    }

    /// <summary>Some exports put one prefix before every name (indiv_ts_code, indiv_trade_date, …): it is taken off when the keys appear then.</summary>
    private List<string> WithoutPrefix(List<string> names)
    {
        VendorColumn key = schema.Keys.First();
        if (names.Contains(key.Name) || names.Count < 2) return names;
        string? carrier = names.Find(n => n.EndsWith('_' + key.Name, StringComparison.Ordinal));
        if (carrier is null) return names;
        string prefix = carrier[..^key.Name.Length];
        return names.TrueForAll(n => n.StartsWith(prefix, StringComparison.Ordinal)) ? names.ConvertAll(n => n[prefix.Length..]) : names;
    }

    private void ReadRow(ReadOnlySpan<byte> line, long number)
    {
        if (_anchors.Count == 0 || !ReferenceEquals(_anchors[^1].File, _file) || _anchors[^1].Line + (Count - _anchors[^1].Row) != number)
            _anchors.Add((Count, _file, number));
        int position = 0, index = 0;
        while (NextValue(line, ref position, out ReadOnlySpan<byte> value))
        {
            if (index >= _order.Length) throw WrongWidth(line, number);
            ColumnBuffer? column = _order[index++];
            if (column is null) continue;
            bool readable;
            try
            {
                readable = column.TryAdd(value);
            }
            catch (DecoderFallbackException error)
            {
                throw new DataValidationException(
                    ValidationRule.ReadableFile, schema.Name, new RowLocation(_file, number), $"column {column.Name}", Encoding.Latin1.GetString(value), "The file must be UTF-8: save it again in that encoding.", error);
            }

            if (!readable)
            {
                throw Fail(
                    ValidationRule.ReadableValue, number, $"column {column.Name}", Encoding.UTF8.GetString(value),
                    column.Kind == SourceColumnKind.Date ? "A date as yyyyMMdd or yyyy-MM-dd is expected." : "A number is expected, or nothing where it is missing.");
            }
        }

        if (index != _order.Length) throw WrongWidth(line, number);
        Count++;
    }

    /// <summary>The next value of a line, without its quotes; false behind the last one.</summary>
    private bool NextValue(ReadOnlySpan<byte> line, ref int position, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (position > line.Length) return false;
        ReadOnlySpan<byte> rest = line[position..];
        if (rest.Length > 0 && rest[0] == (byte)'"') return NextQuoted(rest, ref position, out value);
        int comma = rest.IndexOf((byte)',');
        value = comma < 0 ? rest : rest[..comma];
        position += value.Length + 1;
        return true;
    }

    private bool NextQuoted(ReadOnlySpan<byte> rest, ref int position, out ReadOnlySpan<byte> value)
    {
        if (_unquoted.Length < rest.Length) _unquoted = new byte[rest.Length * 2];
        int length = 0, i = 1;
        for (; i < rest.Length; i++)
        {
            if (rest[i] == (byte)'"')
            {
                if (i + 1 >= rest.Length || rest[i + 1] != (byte)'"') break;
                i++;
            }

            _unquoted[length++] = rest[i];
        }

        i++;
        if (i < rest.Length && rest[i] != (byte)',')
            throw Fail(ValidationRule.ReadableFile, _line, "quoted value", Encoding.UTF8.GetString(rest), "A comma must follow a closing quotation mark.");
        position += i + 1;
        value = _unquoted.AsSpan(0, length);
        return true;
    }

    private DataValidationException WrongWidth(ReadOnlySpan<byte> line, long number) => Fail(
        ValidationRule.ReadableFile, number, "line", Encoding.UTF8.GetString(line), $"It must have {_order.Length} values, as many as the header.");

    private DataValidationException Fail(ValidationRule rule, long line, string key, string value, string expected) =>
        new(rule, schema.Name, new RowLocation(_file, line), key, value, expected);
}
