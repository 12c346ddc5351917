namespace AlphaKit.Data.Simulation;

/// <summary>
/// Renders a table with one row per share and chosen day: symbol, trade_date and numbers. Shares are rendered in parallel into places
/// fixed beforehand, so that the number of threads cannot show.
/// </summary>
internal static class DailyRenderer
{
    /// <summary>Writes the rows of one share.</summary>
    /// <param name="path">The share.</param>
    /// <param name="columns">The number columns of the whole table.</param>
    /// <param name="row">Row of the first chosen day.</param>
    public delegate void Filler(StockPath path, double[][] columns, int row);

    public static SourceTable Render(World world, string table, string[] numbers, Func<StockPath, int, bool> chosen, Filler fill, CancellationToken cancellationToken)
    {
        StockPath[] paths = world.Paths;
        int[] start = new int[paths.Length + 1];
        Parallel.For(0, paths.Length, world.Parallelism(cancellationToken), k =>
        {
            int count = 0;
            for (int i = 0; i < paths[k].Count; i++) count += chosen(paths[k], i) ? 1 : 0;
            start[k + 1] = count;
        });
        for (int k = 0; k < paths.Length; k++) start[k + 1] += start[k];
        int rows = start[^1];
        Symbol[] symbols = new Symbol[rows];
        DateOnly[] dates = new DateOnly[rows];
        double[][] columns = new double[numbers.Length][];
        for (int c = 0; c < columns.Length; c++) columns[c] = new double[rows];
        Parallel.For(0, paths.Length, world.Parallelism(cancellationToken), k =>
        {
            StockPath path = paths[k];
            int row = start[k];
            for (int i = 0; i < path.Count; i++)
            {
                if (!chosen(path, i)) continue;
                symbols[row] = path.Profile.Symbol;
                dates[row++] = world.DayOf(path, i);
            }

            fill(path, columns, start[k]);
        });
        List<SourceColumn> result = [SourceColumn.Of("ts_code", symbols), SourceColumn.Of("trade_date", dates)];
        for (int c = 0; c < columns.Length; c++) result.Add(SourceColumn.Of(numbers[c], columns[c]));
        return new SourceTable(table, result, Rows.Origin);
    }
}
