namespace AlphaKit.Data;

/// <summary>Turns daily tables into matrices.</summary>
internal static class DailyTables
{
    /// <summary>Any table whose number columns fill fields.</summary>
    public static LoadedTable Fields(CheckedTable table, MarketAxes axes)
    {
        int[] cells = RowPlacement.Cells(table, axes, CellRepeats.Forbidden);
        return new LoadedTable(Fill(table, axes, cells));
    }

    /// <summary>adj_factor: only positive factors, checked against the bars.</summary>
    public static LoadedTable Factors(CheckedTable table, MarketAxes axes, LoadedTable? bars, FactorStepPolicy steps)
    {
        ReadOnlySpan<double> factors = table.Get("adj_factor").Numbers;
        for (int row = 0; row < factors.Length; row++)
        {
            double factor = factors[row];
            if (table.IsImported(row) && !(factor > 0 && double.IsFinite(factor)))
                table.Reject(row, ValidationRule.ImpossibleValue, table.Get("ts_code").Symbols[row], table.Get("trade_date").Dates[row], () => $"adj_factor {factor:R} is not a positive number");
        }

        int[] cells = RowPlacement.Cells(table, axes, CellRepeats.Forbidden);
        Dictionary<Field, FieldMatrix> fields = Fill(table, axes, cells);
        if (bars is not null)
        {
            int[] trusted = FactorRules.Check(table, cells, axes, fields[Field.AdjFactor], bars.Fields);
            if (steps == FactorStepPolicy.Block) fields[Field.AdjFactor] = FactorRules.Until(fields[Field.AdjFactor], trusted);
        }

        return new LoadedTable(fields);
    }

    /// <summary>
    /// stk_limit: sentinels (not positive, 99999 and above, more than ten times the previous close) mean no limit. Where a bar has no row, the
    /// cells that have one are marked, so that a missing row is not taken for a day without limit.
    /// </summary>
    public static LoadedTable Limits(CheckedTable table, MarketAxes axes, FieldMatrix? close)
    {
        int[] cells = RowPlacement.Cells(table, axes, CellRepeats.Forbidden);
        ReadOnlySpan<double> ups = table.Get("up_limit").Numbers, downs = table.Get("down_limit").Numbers;
        FieldMatrixBuilder up = axes.NewMatrix(), down = axes.NewMatrix();
        MarkedCells stated = new(axes.Days, axes.Count);
        for (int row = 0; row < cells.Length; row++)
        {
            if (cells[row] < 0) continue;
            stated.Mark(cells[row]);
            double previous = table.Number("pre_close", row);
            if (!(ups[row] > 0 && downs[row] > 0) || ups[row] >= 99_999 || ups[row] > 10 * previous) continue;
            (int day, int column) = Math.DivRem(cells[row], axes.Count);
            up.Row(day)[column] = (float)ups[row];
            down.Row(day)[column] = (float)downs[row];
        }

        bool isWhole = close is null || !ReportUnstated(table, axes, stated, close);
        return new LoadedTable(new Dictionary<Field, FieldMatrix> { [Field.LimitUp] = up.Build(), [Field.LimitDown] = down.Build() }, null, isWhole ? null : stated);
    }

    private static bool ReportUnstated(CheckedTable table, MarketAxes axes, MarkedCells stated, FieldMatrix close)
    {
        int bars = 0;
        (int Day, int Column) first = default;
        for (int t = 0; t < axes.Days; t++)
        {
            ReadOnlySpan<float> row = close.Row(t);
            for (int i = 0; i < row.Length; i++)
            {
                if (float.IsNaN(row[i]) || stated[t, i]) continue;
                if (bars++ == 0) first = (t, i);
            }
        }

        if (bars > 0)
            table.Report(-1, ValidationRule.MissingLimit, axes.Panel.Symbols[first.Column], axes.Calendar[first.Day], () => $"{bars} bars have no row, the first is named here; their limits are computed from the dated rules");
        return bars > 0;
    }

    /// <summary>suspend_d: cells of whole-day suspensions. A share that has a bar that day was suspended during the day only.</summary>
    public static LoadedTable Suspensions(CheckedTable table, MarketAxes axes, FieldMatrix? close)
    {
        int[] cells = RowPlacement.Cells(table, axes, CellRepeats.Allowed);
        MarkedCells marks = new(axes.Days, axes.Count);
        for (int row = 0; row < cells.Length; row++)
        {
            if (cells[row] < 0 || table.Text("suspend_type", row) != "S" || table.Text("suspend_timing", row).Length > 0) continue;
            (int day, int column) = Math.DivRem(cells[row], axes.Count);
            if (close is not null && !float.IsNaN(close[day, column]))
            {
                table.Report(row, ValidationRule.BarWhileSuspended, axes.Panel.Symbols[column], axes.Calendar[day], () => $"close {close[day, column]:R}");
                continue;
            }

            marks.Mark(cells[row]);
        }

        return new LoadedTable(new Dictionary<Field, FieldMatrix>(), null, marks);
    }

    /// <summary>stock_st: cells of shares under special treatment.</summary>
    public static LoadedTable SpecialTreatment(CheckedTable table, MarketAxes axes)
    {
        int[] cells = RowPlacement.Cells(table, axes, CellRepeats.Allowed);
        MarkedCells marks = new(axes.Days, axes.Count);
        foreach (int cell in cells)
        {
            if (cell >= 0) marks.Mark(cell);
        }

        return new LoadedTable(new Dictionary<Field, FieldMatrix>(), null, marks);
    }

    /// <summary>One matrix for each column that fills a field, in AlphaKit's units.</summary>
    public static Dictionary<Field, FieldMatrix> Fill(CheckedTable table, MarketAxes axes, int[] cells)
    {
        Dictionary<Field, FieldMatrix> fields = [];
        foreach (VendorColumn column in table.Schema.Columns)
        {
            if (column.Field is null || column.In(table.Rows) is not { } source) continue;
            ReadOnlySpan<double> values = source.Numbers;
            FieldMatrixBuilder builder = axes.NewMatrix();
            for (int row = 0; row < cells.Length; row++)
            {
                int cell = cells[row];
                if (cell < 0) continue;
                (int day, int share) = Math.DivRem(cell, axes.Count);
                builder.Row(day)[share] = (float)(values[row] * column.Factor);
            }

            fields[column.Field] = builder.Build();
        }

        return fields;
    }
}
