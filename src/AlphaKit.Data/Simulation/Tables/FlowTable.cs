namespace AlphaKit.Data.Simulation;

/// <summary>
/// moneyflow: four tiers of trade size, bought and sold. Both sides sum to the day's amount. The main-flow ratio
/// (large and extra-large bought less sold, over amount) carries the planted signal.
/// </summary>
internal static class FlowTable
{
    private static readonly DateOnly s_begins = new(2010, 1, 4);
    private static readonly string[] s_tiers = ["sm", "md", "lg", "elg"];

    public static SourceTable Render(World world, CancellationToken stop)
    {
        List<string> columns = [];
        foreach (string tier in s_tiers) columns.AddRange([$"buy_{tier}_vol", $"buy_{tier}_amount", $"sell_{tier}_vol", $"sell_{tier}_amount"]);
        columns.AddRange(["net_mf_vol", "net_mf_amount"]);
        return DailyRenderer.Render(
            world,
            "moneyflow",
            [.. columns],
            (path, i) => Chosen(world, path, i),
            (path, values, row) => Fill(world, path, values, row),
            stop);
    }

    private static bool Chosen(World world, StockPath path, int i) =>
        path.Traded(i) && path.Profile.Symbol.Board != Board.Beijing && world.DayOf(path, i) >= s_begins;

    private static void Fill(World world, StockPath path, double[][] columns, int row)
    {
        RandomStream stream = RandomStream.Create(world.Options.Seed, $"simulation/moneyflow/{path.Profile.Symbol}");
        double own = Math.Sqrt(1 - (ModelParameters.FlowOnSignal * ModelParameters.FlowOnSignal) - (ModelParameters.FlowOnReturn * ModelParameters.FlowOnReturn));
        double large = Math.Clamp(0.35 + (0.06 * Math.Log(path.Profile.MarketValue / 8e9)), 0.2, 0.6);
        Span<double> buy = stackalloc double[4], sell = stackalloc double[4];
        for (int i = 0; i < path.Count; i++)
        {
            if (!path.Traded(i)) continue;
            double noise = stream.NextNormal(), split = stream.NextNormal(), shape = stream.NextNormal(), net = stream.NextNormal();
            if (!Chosen(world, path, i)) continue;
            double standard = (ModelParameters.FlowOnSignal * path.Signal[i]) + (ModelParameters.FlowOnReturn * Math.Clamp(path.Shock[i], -3, 3)) + (own * noise);
            double flow = Math.Clamp(ModelParameters.FlowScale * standard, -0.18, 0.18);
            double main = Math.Clamp(large + (0.02 * shape), 0.19, 0.7), extra = Math.Clamp(0.4 + (0.04 * split), 0.25, 0.55);
            Tiers(main + (flow / 2), extra, buy);
            Tiers(main - (flow / 2), extra, sell);
            double amount = path.Amount[i] / 1e4, lots = path.Volume[i] / 100.0;
            WriteSide(columns, row, 0, buy, amount, lots);
            WriteSide(columns, row, 2, sell, amount, lots);
            double active = Math.Clamp((0.5 * flow) + (0.02 * net), -0.5, 0.5);
            columns[16][row] = Math.Round(active * lots);
            columns[17][row] = Math.Round(active * amount, 2);
            row++;
        }
    }

    private static void Tiers(double main, double extra, Span<double> shares)
    {
        shares[3] = main * extra;
        shares[2] = main - shares[3];
        shares[1] = (1 - main) * 0.48;
        shares[0] = 1 - main - shares[1];
    }

    /// <summary>Rounds to lots and hundredths of 10,000 CNY; the small tier takes what rounding leaves, so that the sums hold.</summary>
    private static void WriteSide(double[][] columns, int row, int side, Span<double> shares, double amount, double lots)
    {
        double restAmount = Math.Round(amount, 2), restLots = lots;
        for (int tier = 3; tier >= 1; tier--)
        {
            double volume = Math.Round(lots * shares[tier]), value = Math.Round(amount * shares[tier], 2);
            columns[(tier * 4) + side][row] = volume;
            columns[(tier * 4) + side + 1][row] = value;
            restLots -= volume;
            restAmount -= value;
        }

        columns[side][row] = Math.Max(0, restLots);
        columns[side + 1][row] = Math.Max(0, Math.Round(restAmount, 2));
    }
}
