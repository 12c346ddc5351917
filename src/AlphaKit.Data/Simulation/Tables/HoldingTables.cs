namespace AlphaKit.Data.Simulation;

/// <summary>margin_detail and hk_hold, of the shares that are eligible. Neither carries the planted signal.</summary>
internal static class HoldingTables
{
    private static readonly DateOnly s_marginBegins = new(2010, 3, 31);
    private static readonly DateOnly s_northBegins = new(2016, 6, 29);
    private static readonly DateOnly s_northEnds = new(2024, 8, 16);

    public static SourceTable Margin(World world, CancellationToken stop) => DailyRenderer.Render(
        world,
        "margin_detail",
        ["rzye", "rqye", "rzmre", "rqyl", "rzche", "rqchl", "rqmcl", "rzrqye"],
        (path, i) => MarginChosen(world, path, i),
        (path, columns, row) => FillMargin(world, path, columns, row),
        stop);

    public static SourceTable Northbound(World world, CancellationToken stop)
    {
        SourceTable numbers = DailyRenderer.Render(
            world,
            "hk_hold",
            ["vol", "ratio"],
            (path, i) => NorthChosen(world, path, i),
            (path, columns, row) => FillNorth(world, path, columns, row),
            stop);
        ReadOnlySpan<Symbol> symbols = numbers.Columns[0].Symbols;
        string[] exchange = new string[symbols.Length];
        for (int i = 0; i < exchange.Length; i++) exchange[i] = symbols[i].Exchange == Exchange.Shanghai ? "SH" : "SZ";
        return new SourceTable("hk_hold", [.. numbers.Columns, SourceColumn.Of("exchange", exchange)], Rows.Origin);
    }

    private static bool MarginChosen(World world, StockPath path, int i) =>
        path.Profile.Marginable && path.Traded(i) && (path.State[i] & (DayState.St | DayState.Delisting)) == 0 && world.DayOf(path, i) >= s_marginBegins;

    private static bool NorthChosen(World world, StockPath path, int i)
    {
        DateOnly date = world.DayOf(path, i);
        return path.Profile.Northbound && (!path.Profile.IsNew || i > 120) && date >= s_northBegins && date <= s_northEnds;
    }

    private static void FillMargin(World world, StockPath path, double[][] columns, int row)
    {
        RandomStream stream = RandomStream.Create(world.Options.Seed, $"simulation/margin/{path.Profile.Symbol}");
        double balance = double.NaN, shorted = 0;
        for (int i = 0; i < path.Count; i++)
        {
            double buying = stream.NextNormal(), repaying = stream.NextNormal(), selling = stream.NextDouble(), returning = stream.NextDouble();
            if (!MarginChosen(world, path, i)) continue;
            if (double.IsNaN(balance)) balance = Math.Round(0.03 * path.Profile.MarketValue * path.Profile.FreeRatio);
            double bought = Math.Round(path.Amount[i] * Math.Clamp(0.08 + (0.025 * buying), 0.005, 0.3));
            double usual = 0.03 * path.Shares[i] * path.Close[i] / 100.0 * path.Profile.FreeRatio;
            double repaid = Math.Round(Math.Min(balance, bought * Math.Clamp((balance / usual) + (0.2 * repaying), 0.2, 5)));
            balance += bought - repaid;
            double sold = Math.Round(path.Volume[i] * 0.002 * selling / 100) * 100;
            double returned = Math.Round(Math.Min(shorted + sold, shorted * 0.3 * returning) / 100) * 100;
            shorted += sold - returned;
            double shortValue = Math.Round(shorted * path.Close[i] / 100.0, 2);
            columns[0][row] = balance;
            columns[1][row] = shortValue;
            columns[2][row] = bought;
            columns[3][row] = shorted;
            columns[4][row] = repaid;
            columns[5][row] = returned;
            columns[6][row] = sold;
            columns[7][row] = balance + shortValue;
            row++;
        }
    }

    private static void FillNorth(World world, StockPath path, double[][] columns, int row)
    {
        RandomStream stream = RandomStream.Create(world.Options.Seed, $"simulation/northbound/{path.Profile.Symbol}");
        double level = Math.Log(0.02) + (0.8 * stream.NextNormal()), target = level;
        for (int i = 0; i < path.Count; i++)
        {
            level += (0.005 * (target - level)) + (0.02 * stream.NextNormal());
            if (!NorthChosen(world, path, i)) continue;
            double share = Math.Clamp(Math.Exp(level), 1e-5, 0.28), volume = Math.Round(share * path.Shares[i]);
            columns[0][row] = volume;
            columns[1][row] = Math.Round(volume / path.Shares[i] * 100, 2);
            row++;
        }
    }
}
