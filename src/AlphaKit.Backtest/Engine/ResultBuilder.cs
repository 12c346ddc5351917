using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>Turns the log of a run into its result.</summary>
internal sealed class ResultBuilder(IMarketData market, MarketFrame frame, RunLog log, BacktestOptions options)
{
    private readonly string[] _names = [.. frame.Axes.Symbols.Select(s => s.ToString())];

    public BacktestResult Build(string name, string benchmarkName, double[] benchmark, IReadOnlyList<string> notes)
    {
        TradingCalendar days = frame.Calendar.Slice(frame.First, log.Days.Count);
        double[] returns = Returns();
        double daysPerYear = options.DaysPerYear ?? market.Calendar.DaysPerYear;
        Performance performance = Performance.Of(new PerformanceInput
        {
            Calendar = days,
            Returns = returns,
            BenchmarkReturns = benchmark,
            Benchmark = benchmarkName,
            DaysPerYear = daysPerYear,
            RiskFreeRate = options.RiskFreeRate,
            MeanNetAssetValue = (double)(log.Days.Sum(d => d.NetAssetValue) / log.Days.Count),
            Activity = Activity(),
        });
        return new BacktestResult
        {
            Name = name,
            Calendar = days,
            Daily = Daily(days, returns, benchmark),
            Trades = Trades(),
            Rejections = Rejections(),
            Events = Events(),
            Rebalances = Rebalances(),
            Yearly = PeriodTables.Yearly(days, returns, benchmark, daysPerYear),
            Monthly = PeriodTables.Monthly(days, returns, benchmark),
            Performance = performance,
            Notes = notes,
            Origin = Origin(name, benchmarkName, daysPerYear),
        };
    }

    private double[] Returns()
    {
        double[] returns = new double[log.Days.Count];
        decimal before = options.InitialCash;
        for (int t = 0; t < returns.Length; t++)
        {
            returns[t] = before > 0 ? (double)((log.Days[t].NetAssetValue / before) - 1m) : 0;
            before = log.Days[t].NetAssetValue;
        }

        return returns;
    }

    private Table Daily(TradingCalendar days, double[] returns, double[] benchmark)
    {
        int n = days.Count;
        double[] growth = new double[n], drawdown = new double[n], turnover = new double[n];
        double level = 1;
        decimal high = options.InitialCash, before = options.InitialCash;
        for (int t = 0; t < n; t++)
        {
            level *= 1 + benchmark[t];
            growth[t] = level;
            DayClose day = log.Days[t];
            high = Math.Max(high, day.NetAssetValue);
            drawdown[t] = (double)((day.NetAssetValue / high) - 1m);
            turnover[t] = before > 0 ? (double)(day.Traded / before) : 0;
            before = day.NetAssetValue;
        }

        return new Table(
            "daily",
            TableColumn.Date("date", days),
            TableColumn.Money("nav", log.Days.Select(d => d.NetAssetValue)),
            TableColumn.Money("cash", log.Days.Select(d => d.Cash)),
            TableColumn.Money("positions_value", log.Days.Select(d => d.Positions)),
            TableColumn.Money("receivables", log.Days.Select(d => d.Receivables)),
            TableColumn.Money("liabilities", log.Days.Select(d => d.Liabilities)),
            TableColumn.Number("return", returns, "P3"),
            TableColumn.Number("benchmark", growth, "F4"),
            TableColumn.Number("benchmark_return", benchmark, "P3"),
            TableColumn.Number("drawdown", drawdown, "P2"),
            TableColumn.Integer("holdings", log.Days.Select(d => (long)d.Holdings)),
            TableColumn.Number("turnover", turnover, "P2"),
            TableColumn.Money("fees", log.Days.Select(d => d.Fees)));
    }

    private Table Trades() => new(
        "trades",
        TableColumn.Date("date", log.Fills.Select(f => frame.Calendar[f.Day])),
        TableColumn.Text("symbol", log.Fills.Select(f => _names[f.Column])),
        TableColumn.Text("side", log.Fills.Select(f => NameOf(f.Side))),
        TableColumn.Integer("shares", log.Fills.Select(f => f.Shares)),
        TableColumn.Money("market_price", log.Fills.Select(f => PriceUnits.ToYuan(f.MarketPrice))),
        TableColumn.Money("price", log.Fills.Select(f => PriceUnits.ToYuan(f.Price))),
        TableColumn.Money("amount", log.Fills.Select(f => f.Amount)),
        TableColumn.Money("commission", log.Fills.Select(f => f.Fees.Commission)),
        TableColumn.Money("stamp_duty", log.Fills.Select(f => f.Fees.StampDuty)),
        TableColumn.Money("transfer_fee", log.Fills.Select(f => f.Fees.TransferFee)),
        TableColumn.Money("other_fees", log.Fills.Select(f => OtherFees(f.Fees))),
        TableColumn.Money("dividend_tax", log.Fills.Select(f => f.DividendTax)),
        TableColumn.Money("realised", log.Fills.Select(f => f.Realised)));

    private Table Rejections() => new(
        "rejections",
        TableColumn.Date("date", log.Unfilled.Select(u => frame.Calendar[u.Day])),
        TableColumn.Text("symbol", log.Unfilled.Select(u => _names[u.Column])),
        TableColumn.Text("side", log.Unfilled.Select(u => NameOf(u.Side))),
        TableColumn.Integer("wanted", log.Unfilled.Select(u => u.Wanted)),
        TableColumn.Integer("filled", log.Unfilled.Select(u => u.Filled)),
        TableColumn.Text("reason", log.Unfilled.Select(u => u.Reason.ToString())),
        TableColumn.Text("detail", log.Unfilled.Select(u => u.Detail)));

    private Table Events() => new(
        "events",
        TableColumn.Date("date", log.Happenings.Select(h => frame.Calendar[h.Day])),
        TableColumn.Text("symbol", log.Happenings.Select(h => _names[h.Column])),
        TableColumn.Text("kind", log.Happenings.Select(h => h.Kind.ToString())),
        TableColumn.Integer("shares", log.Happenings.Select(h => h.Shares)),
        TableColumn.Money("cash", log.Happenings.Select(h => h.Cash)),
        TableColumn.Money("receivable", log.Happenings.Select(h => h.Receivable)),
        TableColumn.Money("tax", log.Happenings.Select(h => h.Tax)),
        TableColumn.Text("detail", log.Happenings.Select(h => h.Detail)));

    private Table Rebalances() => new(
        "rebalances",
        TableColumn.Date("decided", log.Rebalances.Select(r => frame.Calendar[r.Decided])),
        TableColumn.Date("dealt", log.Rebalances.Select(r => frame.Calendar[r.Dealt])),
        TableColumn.Integer("names", log.Rebalances.Select(r => (long)r.Names)),
        TableColumn.Number("invested", log.Rebalances.Select(r => r.Invested), "P2"),
        TableColumn.Number("planned_turnover", log.Rebalances.Select(r => r.Planned), "P2"),
        TableColumn.Number("realised_turnover", log.Rebalances.Select(r => r.Realised), "P2"),
        TableColumn.Integer("orders", log.Rebalances.Select(r => (long)r.Orders)),
        TableColumn.Integer("filled", log.Rebalances.Select(r => (long)r.Filled)),
        TableColumn.Integer("unfilled", log.Rebalances.Select(r => (long)r.Unfilled)),
        TableColumn.Text("note", log.Rebalances.Select(r => r.Note)));

    private TradingActivity Activity()
    {
        Rebalance[] real = [.. log.Rebalances.Where(r => r.Note.Length == 0)];
        decimal commission = 0m, stamp = 0m, transfer = 0m, other = 0m, slippage = 0m, tax = log.Happenings.Sum(h => h.Tax);
        int sales = 0, wins = 0;
        foreach (Fill fill in log.Fills)
        {
            commission += fill.Fees.Commission;
            stamp += fill.Fees.StampDuty;
            transfer += fill.Fees.TransferFee;
            other += OtherFees(fill.Fees);
            slippage += PriceUnits.ToYuan(fill.Shares * Math.Abs(fill.Price - fill.MarketPrice));
            tax += fill.DividendTax;
            if (fill.Side != TradeSide.Sell) continue;
            sales++;
            if (fill.Realised > 0) wins++;
        }

        return new TradingActivity(
            real.Length,
            log.Fills.Count,
            log.Unfilled.Count,
            real.Length == 0 ? double.NaN : real.Average(r => r.Planned),
            real.Length == 0 ? double.NaN : real.Average(r => r.Realised),
            wins,
            sales,
            new Costs(commission, stamp, transfer, other, slippage, tax));
    }

    private RunManifest Origin(string name, string benchmark, double daysPerYear)
    {
        RunManifest manifest = new() { DataVersion = market.DataVersion };
        (string Name, string Value)[] parameters =
        [
            ("strategy", name),
            ("from", options.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("to", options.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("schedule", options.Schedule.Name),
            ("initial_cash", options.InitialCash.ToString("0.00", CultureInfo.InvariantCulture)),
            ("decision_clock", options.DecisionClock.ToString()),
            ("deal_price", options.DealPrice.ToString()),
            ("fees", options.Fees.ToString() ?? options.Fees.GetType().Name),
            ("rules", ContentHash.Of(options.Rules.ToMarkdown())),
            ("slippage", options.Slippage.Name),
            ("participation", string.Create(CultureInfo.InvariantCulture, $"{options.MaxParticipation:R} of {options.Participation}")),
            ("benchmark", benchmark),
            ("missing_actions", options.MissingActions.ToString()),
            ("delisting", string.Create(CultureInfo.InvariantCulture, $"{options.Delisting}, haircut {options.DelistingHaircut}")),
            ("rights", options.Rights.ToString()),
            ("dividend_tax", options.DividendTax.ToString()),
            ("risk_free_rate", options.RiskFreeRate.ToString("R", CultureInfo.InvariantCulture)),
            ("days_per_year", daysPerYear.ToString("R", CultureInfo.InvariantCulture)),
        ];
        foreach ((string key, string value) in parameters) manifest = manifest.WithParameter(key, value);
        return manifest;
    }

    private static decimal OtherFees(in FeeBreakdown fees) => fees.HandlingFee + fees.RegulatoryFee + fees.Other;

    private static string NameOf(TradeSide side) => side == TradeSide.Buy ? "Buy" : "Sell";
}
