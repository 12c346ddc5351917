namespace AlphaKit.Data.Tushare;

/// <summary>
/// The rows of the pages of one question so far. Paging repeats rows when the table changes meanwhile, or when spans are cut again; a row that
/// came on an earlier page is left out. Equal rows of one page stay: those the vendor means.
/// </summary>
internal sealed class RowSet
{
    private readonly Dictionary<ulong, List<(TushareBatch Batch, int Row)>> _rows = [];

    /// <summary>The rows of a page that no earlier page had.</summary>
    public TushareBatch Fresh(TushareBatch page)
    {
        List<int> fresh = [];
        ulong[] hashes = new ulong[page.RowCount];
        for (int row = 0; row < hashes.Length; row++)
        {
            hashes[row] = Hash(page, row);
            if (!Holds(hashes[row], page, row)) fresh.Add(row);
        }

        foreach (int row in fresh)
        {
            if (!_rows.TryGetValue(hashes[row], out List<(TushareBatch, int)>? same)) _rows[hashes[row]] = same = [];
            same.Add((page, row));
        }

        return fresh.Count == page.RowCount ? page : page.Take(fresh);
    }

    /// <summary>True if two rows agree in every column.</summary>
    public static bool Same(TushareBatch a, int rowOfA, TushareBatch b, int rowOfB)
    {
        for (int c = 0; c < a.Columns.Count; c++)
        {
            SourceColumn x = a.Columns[c], y = b.Columns[c];
            bool same = x.Kind switch
            {
                SourceColumnKind.Symbol => x.Symbols[rowOfA] == y.Symbols[rowOfB],
                SourceColumnKind.Date => x.Dates[rowOfA] == y.Dates[rowOfB],
                SourceColumnKind.Number => x.Numbers[rowOfA].Equals(y.Numbers[rowOfB]),
                _ => string.Equals(x.Texts[rowOfA], y.Texts[rowOfB], StringComparison.Ordinal),
            };
            if (!same) return false;
        }

        return true;
    }

    private bool Holds(ulong hash, TushareBatch page, int row) =>
        _rows.TryGetValue(hash, out List<(TushareBatch Batch, int Row)>? same) && same.Any(s => Same(s.Batch, s.Row, page, row));

    private static ulong Hash(TushareBatch page, int row)
    {
        ulong hash = 14695981039346656037;
        foreach (SourceColumn column in page.Columns)
        {
            ulong value = column.Kind switch
            {
                SourceColumnKind.Symbol => ((ulong)(uint)column.Symbols[row].Number << 8) | (byte)column.Symbols[row].Exchange,
                SourceColumnKind.Date => (ulong)(uint)column.Dates[row].DayNumber,
                SourceColumnKind.Number => BitConverter.DoubleToUInt64Bits(column.Numbers[row]),
                _ => OfText(column.Texts[row]),
            };
            hash = (hash ^ value) * 1099511628211;
            hash ^= hash >> 29;
        }

        return hash;
    }

    private static ulong OfText(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text) hash = (hash ^ c) * 1099511628211;
        return hash;
    }
}
