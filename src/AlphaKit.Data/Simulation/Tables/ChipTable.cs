namespace AlphaKit.Data.Simulation;

/// <summary>
/// cyq_perf by turnover decay: every day the share of the float that changed hands leaves all old costs in proportion and enters between
/// the day's low and high. Costs live on a logarithmic grid of adjusted prices.
/// </summary>
internal static class ChipTable
{
    private const int Bins = 600;
    private const double Step = 0.02;
    private static readonly DateOnly s_begins = new(2018, 1, 2);
    private static readonly double[] s_quantiles = [0.05, 0.15, 0.50, 0.85, 0.95];

    public static SourceTable Render(World world, CancellationToken stop) => DailyRenderer.Render(
        world,
        "cyq_perf",
        ["his_low", "his_high", "cost_5pct", "cost_15pct", "cost_50pct", "cost_85pct", "cost_95pct", "weight_avg", "winner_rate"],
        (path, i) => Chosen(world, path, i),
        (path, columns, row) => Fill(world, path, columns, row),
        stop);

    private static bool Chosen(World world, StockPath path, int i) => path.Traded(i) && world.DayOf(path, i) >= s_begins;

    private static void Fill(World world, StockPath path, double[][] columns, int row)
    {
        if (path.Count == 0) return;
        double[] mass = new double[Bins];
        double origin = path.PreClose[0] / 100.0 * path.Factor[0];
        int Bin(double price) => Math.Clamp((int)Math.Round(Math.Log(price / origin) / Step) + (Bins / 2), 0, Bins - 1);
        double[] price = new double[Bins];
        for (int b = 0; b < Bins; b++) price[b] = origin * Math.Exp((b - (Bins / 2)) * Step);
        int lowest = Bins / 2, highest = Bins / 2;
        if (!path.Profile.IsNew) (lowest, highest) = (lowest - 12, highest + 12);
        for (int b = lowest; b <= highest; b++) mass[b] = 1.0 / (highest - lowest + 1);
        double total = 1, weight = 1, low = price[lowest], high = price[highest];
        for (int i = 0; i < path.Count; i++)
        {
            if (!path.Traded(i)) continue;
            double factor = path.Factor[i], turnover = Math.Min(0.95, path.Volume[i] / (path.Shares[i] * path.Profile.FloatRatio(world.DayOf(path, i))));
            int from = Bin(path.Low[i] / 100.0 * factor), to = Bin(path.High[i] / 100.0 * factor);
            low = Math.Min(low, path.Low[i] / 100.0 * factor);
            high = Math.Max(high, path.High[i] / 100.0 * factor);
            (lowest, highest) = (Math.Min(lowest, from), Math.Max(highest, to));

            // Instead of shrinking every bin, new mass grows by the inverse of what is left.
            weight /= 1 - turnover;
            double added = weight * turnover / (to - from + 1);
            for (int b = from; b <= to; b++) mass[b] += added;
            total += weight * turnover;
            if (weight > 1e9)
            {
                for (int b = lowest; b <= highest; b++) mass[b] /= weight;
                total /= weight;
                weight = 1;
            }

            if (!Chosen(world, path, i)) continue;
            double close = path.Close[i] / 100.0 * factor;
            columns[0][row] = Round(low / factor);
            columns[1][row] = Round(high / factor);
            double seen = 0, average = 0, winners = 0;
            int q = 0;
            for (int b = lowest; b <= highest; b++)
            {
                if (mass[b] == 0) continue;
                seen += mass[b];
                average += mass[b] * price[b];
                if (price[b] <= close) winners += mass[b];
                while (q < 5 && seen >= s_quantiles[q] * total) columns[2 + q++][row] = Round(price[b] / factor);
            }

            while (q < 5) columns[2 + q++][row] = Round(price[highest] / factor);
            columns[7][row] = Round(average / seen / factor);
            columns[8][row] = Math.Round(Math.Clamp(winners / seen, 0, 1) * 100, 2);
            row++;
        }
    }

    private static double Round(double price) => Math.Max(0.01, Math.Round(price, 2));
}
