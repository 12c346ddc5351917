namespace AlphaKit.Data;

/// <summary>For each share the days on which something was announced, and the values of the items from that day on.</summary>
internal sealed class StatementEvents(Symbol[] symbols, int[] starts, int[] days, double[] values, int items)
{
    public double ValueAt(Symbol symbol, int item, DateOnly knownBy)
    {
        int share = Array.BinarySearch(symbols, symbol);
        if (share < 0) return double.NaN;
        int found = Array.BinarySearch(days, starts[share], starts[share + 1] - starts[share], knownBy.DayNumber);
        int last = found >= 0 ? found : ~found - 1;
        return last < starts[share] ? double.NaN : values[((long)last * items) + item];
    }

    /// <summary>The changes of all items on the days of a panel, ordered by day: what is announced on other days shows on the next.</summary>
    public StatementChanges On(PanelAxes axes)
    {
        int[] rowOf = RowsOfDays(axes.Calendar);
        int firstDay = axes.Calendar.First.DayNumber;
        int[] counts = new int[axes.Days + 1];
        int[] columnOf = [.. symbols.Select(axes.ColumnOf)];
        for (int share = 0; share < symbols.Length; share++)
        {
            if (columnOf[share] < 0) continue;
            for (int e = starts[share]; e < starts[share + 1]; e++)
            {
                int row = RowOf(days[e]);
                if (row < axes.Days) counts[row + 1]++;
            }
        }

        for (int row = 0; row < axes.Days; row++) counts[row + 1] += counts[row];
        int[] next = counts.AsSpan(0, axes.Days).ToArray(), columns = new int[counts[^1]], events = new int[counts[^1]];
        for (int share = 0; share < symbols.Length; share++)
        {
            if (columnOf[share] < 0) continue;
            for (int e = starts[share]; e < starts[share + 1]; e++)
            {
                int row = RowOf(days[e]);
                if (row >= axes.Days) continue;
                columns[next[row]] = columnOf[share];
                events[next[row]++] = e;
            }
        }

        return new StatementChanges(counts, columns, events, values, items);

        int RowOf(int day) => day <= firstDay ? 0 : day - firstDay < rowOf.Length ? rowOf[day - firstDay] : axes.Days;
    }

    /// <summary>The row of each day from the first on: its own, or that of the next trading day.</summary>
    private static int[] RowsOfDays(TradingCalendar calendar)
    {
        int[] rows = new int[calendar.Last.DayNumber - calendar.First.DayNumber + 1];
        int row = 0;
        for (int day = 0; day < rows.Length; day++)
        {
            if (calendar[row].DayNumber < calendar.First.DayNumber + day) row++;
            rows[day] = row;
        }

        return rows;
    }
}
