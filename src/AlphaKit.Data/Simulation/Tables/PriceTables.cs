namespace AlphaKit.Data.Simulation;

/// <summary>Tables that follow from prices alone: daily, adj_factor, stk_limit, suspend_d, stock_st.</summary>
internal static class PriceTables
{
    private const double NoUpperLimit = 99999.999;
    private const double NoLowerLimit = 0.01;

    public static SourceTable Daily(World world, CancellationToken stop) => DailyRenderer.Render(
        world,
        "daily",
        ["open", "high", "low", "close", "pre_close", "change", "pct_chg", "vol", "amount"],
        static (path, i) => path.Traded(i),
        static (path, columns, row) =>
        {
            for (int i = 0; i < path.Count; i++)
            {
                if (!path.Traded(i)) continue;
                int close = path.Close[i], before = path.PreClose[i];
                columns[0][row] = path.Open[i] / 100.0;
                columns[1][row] = path.High[i] / 100.0;
                columns[2][row] = path.Low[i] / 100.0;
                columns[3][row] = close / 100.0;
                columns[4][row] = before / 100.0;
                columns[5][row] = (close - before) / 100.0;
                columns[6][row] = Math.Round((close - before) * 100.0 / before, 4);
                columns[7][row] = path.Volume[i] / 100.0;
                columns[8][row++] = path.Amount[i] / 1000;
            }
        },
        stop);

    public static SourceTable AdjFactor(World world, CancellationToken stop) => DailyRenderer.Render(
        world,
        "adj_factor",
        ["adj_factor"],
        static (_, _) => true,
        static (path, columns, row) => path.Factor.CopyTo(columns[0].AsSpan(row)),
        stop);

    public static SourceTable StkLimit(World world, CancellationToken stop) => DailyRenderer.Render(
        world,
        "stk_limit",
        ["pre_close", "up_limit", "down_limit"],
        static (_, _) => true,
        static (path, columns, row) =>
        {
            for (int i = 0; i < path.Count; i++, row++)
            {
                columns[0][row] = path.PreClose[i] / 100.0;
                columns[1][row] = path.Up[i] == 0 ? NoUpperLimit : path.Up[i] / 100.0;
                columns[2][row] = path.Down[i] == 0 ? NoLowerLimit : path.Down[i] / 100.0;
            }
        },
        stop);

    public static SourceTable Suspensions(World world)
    {
        Rows rows = new("suspend_d");
        List<Symbol> symbols = rows.Symbols("ts_code");
        List<DateOnly> dates = rows.Dates("trade_date");
        List<string> timing = rows.Texts("suspend_timing"), type = rows.Texts("suspend_type");
        foreach (StockPath path in world.Paths)
        {
            for (int i = 0; i < path.Count; i++)
            {
                bool resumes = i > 0 && !path.Traded(i - 1) && path.Traded(i);
                if (path.Traded(i) && !resumes) continue;
                symbols.Add(path.Profile.Symbol);
                dates.Add(world.DayOf(path, i));
                timing.Add("");
                type.Add(resumes ? "R" : "S");
            }
        }

        return rows.Build();
    }

    public static SourceTable SpecialTreatment(World world)
    {
        Rows rows = new("stock_st");
        List<Symbol> symbols = rows.Symbols("ts_code");
        List<string> names = rows.Texts("name");
        List<DateOnly> dates = rows.Dates("trade_date");
        List<string> type = rows.Texts("type"), typeName = rows.Texts("type_name");
        foreach (StockPath path in world.Paths)
        {
            for (int i = 0; i < path.Count; i++)
            {
                if ((path.State[i] & DayState.St) == 0) continue;
                DateOnly date = world.DayOf(path, i);
                symbols.Add(path.Profile.Symbol);
                names.Add(Names.On(path, date));
                dates.Add(date);
                type.Add("ST");
                typeName.Add("风险警示板");
            }
        }

        return rows.Build();
    }
}
