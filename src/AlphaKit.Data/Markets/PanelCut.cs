namespace AlphaKit.Data;

/// <summary>Cuts the panel that a query asks for out of matrices of all days and shares of a market.</summary>
internal static class PanelCut
{
    /// <param name="query">What is asked for.</param>
    /// <param name="whole">All days and shares.</param>
    /// <param name="securities">The shares.</param>
    /// <param name="read">The whole matrices of fields, in their order; refuses fields that the market lacks.</param>
    /// <exception cref="ArgumentException">No field is asked for, or a symbol that the market lacks.</exception>
    /// <exception cref="FieldNotAvailableException">A series ended before the first day asked for.</exception>
    public static async ValueTask<Panel> TakeAsync(PanelQuery query, PanelAxes whole, SecurityMaster securities, Func<Field[], ValueTask<FieldMatrix[]>> read)
    {
        ArgumentNullException.ThrowIfNull(query);
        Field[] fields = [.. query.Fields.Concat(query.Universe.RequiredFields).Distinct()];
        if (query.Fields.Count == 0) throw new ArgumentException("A panel needs at least one field.", nameof(query));
        foreach (Field field in fields) EndedSeries.Check(field, query.From);
        TradingCalendar calendar = whole.Calendar.Between(query.From, query.To);
        int start = whole.Calendar.IndexOf(calendar.First);
        int[]? columns = Columns(whole, query.Symbols);
        PanelAxes axes = columns is null ? whole.SliceDays(start, calendar.Count) : new PanelAxes(calendar, columns.Select(c => whole.Symbols[c]));
        FieldMatrix[] matrices = await read(fields).ConfigureAwait(false);
        Panel panel = new(axes, fields.Select((f, k) => KeyValuePair.Create(f, Select(matrices[k].Slice(start, calendar.Count), columns))));
        return panel.Within(query.Universe, securities);
    }

    /// <summary>The columns of symbols, ascending; null for all.</summary>
    private static int[]? Columns(PanelAxes axes, IReadOnlyList<Symbol>? symbols) => symbols is null
        ? null
        : [.. symbols.Distinct().Order().Select(s => axes.ColumnOf(s) is >= 0 and var column ? column : throw new ArgumentException($"{s} is not a share of this market.", nameof(symbols)))];

    /// <summary>A matrix of those columns alone.</summary>
    private static FieldMatrix Select(FieldMatrix matrix, int[]? columns) => columns is null
        ? matrix
        : FieldMatrix.Create(matrix.Rows, columns.Length, (t, row) =>
        {
            ReadOnlySpan<float> source = matrix.Row(t);
            for (int i = 0; i < columns.Length; i++) row[i] = source[columns[i]];
        });
}
