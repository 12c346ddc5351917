using System.Globalization;

namespace AlphaKit.Data;

/// <summary>Finds the cell (day, share) of every row of a daily table; what has no cell is rejected by name.</summary>
internal static class RowPlacement
{
    /// <summary>The cell of each row, day × shares + share; −1 for rows that are not imported.</summary>
    /// <param name="table">The table.</param>
    /// <param name="axes">Days and shares.</param>
    /// <param name="repeats">Whether several rows may share a cell.</param>
    public static int[] Cells(CheckedTable table, MarketAxes axes, CellRepeats repeats)
    {
        ReadOnlySpan<Symbol> symbols = table.Get("ts_code").Symbols;
        ReadOnlySpan<DateOnly> dates = table.Get("trade_date").Dates;
        int[] cells = new int[symbols.Length];
        int[]? owner = null;
        if (repeats == CellRepeats.Forbidden)
        {
            owner = new int[axes.Days * axes.Count];
            Array.Fill(owner, -1);
        }

        int column = -1, day = -1;
        DateOnly lastDate = DateOnly.MinValue;
        for (int row = 0; row < cells.Length; row++)
        {
            cells[row] = -1;
            if (!table.IsImported(row)) continue;
            Symbol symbol = symbols[row];
            DateOnly date = dates[row];
            int found = axes.ColumnOf(symbol, column);
            if (found < 0)
            {
                ValidationRule rule = symbol.Kind == InstrumentKind.Stock ? ValidationRule.UnknownSymbol : ValidationRule.NotAShare;
                table.Reject(row, rule, symbol, date, () => $"{symbol} is {(symbol.Kind == InstrumentKind.Stock ? "not among the shares of this market" : $"of kind {symbol.Kind}")}");
                continue;
            }

            column = found;
            if (date != lastDate)
            {
                lastDate = date;
                day = axes.RowOf(date);
            }

            if (day < 0)
            {
                RejectDate(table, axes, row, symbol, date);
                continue;
            }

            int cell = (day * axes.Count) + column;
            if (owner is not null)
            {
                if (owner[cell] >= 0)
                {
                    RepeatedRow(table, row, owner[cell], symbol, date);
                    continue;
                }

                owner[cell] = row;
            }

            cells[row] = cell;
        }

        return cells;
    }

    /// <summary>Collapses an exact copy; stops the import on different content.</summary>
    public static void RepeatedRow(CheckedTable table, int row, int original, Symbol symbol, DateOnly date)
    {
        if (!table.SameContent(row, original))
        {
            throw table.Fail(
                ValidationRule.UniqueKey,
                row,
                string.Create(CultureInfo.InvariantCulture, $"key {symbol} {date:yyyy-MM-dd}"),
                table.Difference(original, row),
                $"The key was already used by {table.Locate(original)} with other values; keep one of the two rows.");
        }

        table.Collapse(row, symbol, date, original);
    }

    public static void RejectDate(CheckedTable table, MarketAxes axes, int row, Symbol symbol, DateOnly date)
    {
        bool inside = date >= axes.Calendar.First && date <= axes.Calendar.Last;
        table.Reject(row, inside ? ValidationRule.OffCalendar : ValidationRule.OutsideSpan, symbol, date, () => string.Create(
            CultureInfo.InvariantCulture,
            $"{date:yyyy-MM-dd} ({date.DayOfWeek}) is {(inside ? "not a trading day" : $"outside {axes.Calendar.First:yyyy-MM-dd} … {axes.Calendar.Last:yyyy-MM-dd}")}"));
    }
}
