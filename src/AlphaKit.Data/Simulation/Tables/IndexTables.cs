namespace AlphaKit.Data.Simulation;

/// <summary>
/// Four capitalisation indices, chosen twice a year by the mean market value of the preceding days, weighted by free-float value:
/// 000300.SH the largest quarter (at most 300), 000905.SH the next 35 % (at most 500), 000852.SH the following 1,000, and 000906.SH the
/// first two together. Price indices: cash dividends are not added back.
/// </summary>
internal sealed class IndexTables
{
    private static readonly (Symbol Symbol, double Base)[] s_indices =
    [
        (Symbol.Parse("000300.SH"), 3500), (Symbol.Parse("000905.SH"), 5500), (Symbol.Parse("000852.SH"), 6000), (Symbol.Parse("000906.SH"), 4000),
    ];

    private readonly World _world;
    private readonly int[][] _members;

    public IndexTables(World world)
    {
        _world = world;
        _members = new int[world.Days.Length][];
        int[] ranks = [];
        for (int t = 0; t < world.Days.Length; t++)
        {
            if (t == 0 || IsReview(t)) ranks = Rank(t);
            _members[t] = ranks;
        }
    }

    public SourceTable Daily()
    {
        Rows rows = new("index_daily");
        List<Symbol> symbols = rows.Symbols("ts_code");
        List<DateOnly> dates = rows.Dates("trade_date");
        List<double> close = rows.Numbers("close"), open = rows.Numbers("open"), high = rows.Numbers("high"), low = rows.Numbers("low"), before = rows.Numbers("pre_close");
        List<double> change = rows.Numbers("change"), percent = rows.Numbers("pct_chg"), volume = rows.Numbers("vol"), amount = rows.Numbers("amount");
        for (int k = 0; k < s_indices.Length; k++)
        {
            double level = s_indices[k].Base;
            for (int t = 0; t < _world.Days.Length; t++)
            {
                (double yesterday, double o, double h, double l, double c, double lots, double value) = Sums(k, t);
                double last = Math.Round(level, 4), scale = last / yesterday;
                level = Math.Round(c * scale, 4);
                symbols.Add(s_indices[k].Symbol);
                dates.Add(_world.Days[t]);
                close.Add(level);
                open.Add(Math.Round(o * scale, 4));
                high.Add(Math.Round(h * scale, 4));
                low.Add(Math.Round(l * scale, 4));
                before.Add(last);
                change.Add(Math.Round(level - last, 4));
                percent.Add(Math.Round(((level / last) - 1) * 100, 4));
                volume.Add(lots);
                amount.Add(Math.Round(value / 1000, 3));
            }
        }

        return rows.Build();
    }

    public SourceTable Weights()
    {
        Rows rows = new("index_weight");
        List<Symbol> indices = rows.Symbols("index_code"), members = rows.Symbols("con_code");
        List<DateOnly> dates = rows.Dates("trade_date");
        List<double> weights = rows.Numbers("weight");
        for (int t = 0; t < _world.Days.Length; t++)
        {
            // The first day opens the record, then the last trading day of every month, by the holiday rules and not by where the span ends.
            DateOnly day = _world.Days[t];
            bool monthEnd = day.Day > 15 && HolidayRules.TradingDays(day.AddDays(1), day.AddDays(20))[0].Month != day.Month;
            if (t != 0 && !monthEnd) continue;
            for (int k = 0; k < s_indices.Length; k++)
            {
                ReadOnlySpan<int> own = Members(k, t);
                double total = 0;
                foreach (int m in own) total += FreeValue(_world.Paths[m], t, _world.Paths[m].Close);
                foreach (int m in own)
                {
                    indices.Add(s_indices[k].Symbol);
                    members.Add(_world.Paths[m].Profile.Symbol);
                    dates.Add(_world.Days[t]);
                    weights.Add(Math.Round(FreeValue(_world.Paths[m], t, _world.Paths[m].Close) / total * 100, 6));
                }
            }
        }

        return rows.Build();
    }

    /// <summary>Effective on the first trading day after the second Friday of June and December.</summary>
    private bool IsReview(int t)
    {
        DateOnly day = _world.Days[t], previous = _world.Days[t - 1];
        if (day.Month is not (6 or 12)) return false;
        DateOnly first = new(day.Year, day.Month, 1);
        DateOnly friday = first.AddDays((((int)DayOfWeek.Friday - (int)first.DayOfWeek + 7) % 7) + 7);
        return day > friday && previous <= friday;
    }

    private int[] Rank(int t)
    {
        List<(double Value, int Path)> values = [];
        int seen = Math.Max(0, t - 1);
        for (int m = 0; m < _world.Paths.Length; m++)
        {
            StockPath path = _world.Paths[m];
            int i = seen - path.First;
            if (i < 0 || i >= path.Count || path.First + path.Count <= t) continue;
            if (path.Profile.IsNew && i < 60) continue;
            if ((path.State[i] & (DayState.St | DayState.Delisting)) != 0) continue;
            double sum = 0;
            int from = Math.Max(0, i - 119);
            for (int j = from; j <= i; j++) sum += path.Shares[j] * path.Close[j];
            values.Add((sum / (i - from + 1), m));
        }

        values.Sort(static (a, b) => a.Value != b.Value ? b.Value.CompareTo(a.Value) : a.Path.CompareTo(b.Path));
        return [.. values.Select(v => v.Path)];
    }

    private ReadOnlySpan<int> Members(int index, int t)
    {
        int[] ranks = _members[t];
        int large = Math.Min(300, _world.Options.Stocks / 4), middle = Math.Min(500, _world.Options.Stocks * 35 / 100);
        (int start, int count) = index switch
        {
            0 => (0, large),
            1 => (large, middle),
            2 => (large + middle, 1000),
            _ => (0, large + middle),
        };
        start = Math.Min(start, ranks.Length);
        return ranks.AsSpan(start, Math.Min(count, ranks.Length - start));
    }

    private static double FreeValue(StockPath path, int t, int[] prices)
    {
        int i = Math.Min(t - path.First, path.Count - 1);
        return path.Shares[i] * path.Profile.FreeRatio * prices[i] / 100;
    }

    private (double Yesterday, double Open, double High, double Low, double Close, double Lots, double Amount) Sums(int index, int t)
    {
        double yesterday = 0, open = 0, high = 0, low = 0, close = 0, lots = 0, amount = 0;
        foreach (int m in Members(index, t))
        {
            StockPath path = _world.Paths[m];
            int i = t - path.First;
            double now = FreeValue(path, t, path.Close);
            close += now;
            if (i >= path.Count)
            {
                yesterday += now;
                open += now;
                high += now;
                low += now;
                continue;
            }

            yesterday += i > 0 ? FreeValue(path, t - 1, path.Close) : FreeValue(path, t, path.PreClose);
            open += FreeValue(path, t, path.Open);
            high += FreeValue(path, t, path.High);
            low += FreeValue(path, t, path.Low);
            lots += path.Volume[i] / 100.0;
            amount += path.Amount[i];
        }

        // Members reach their extremes at different times: about a third of their mean excess remains in the sum.
        double top = Math.Max(open, close), bottom = Math.Min(open, close);
        return (yesterday, open, top + ((high - top) / 3), bottom - ((bottom - low) / 3), close, lots, amount);
    }
}
