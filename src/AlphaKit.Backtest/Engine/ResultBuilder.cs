using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>Turns the log of a run into its result.</summary>
internal sealed class ResultBuilder(IMarketData market, MarketFrame frame, RunLog log, BacktestOptions options, Schedule schedule)
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
            MeanNetAssetValue = (double)(log.Days.Sum(d => Yuan(d.NetAssetValue)) / log.Days.Count),
            Activity = Activity(),
        });
        return new BacktestResult(name, log, Trades, Rejections, Events)
        {
            Calendar = days,
            Daily = Daily(days, returns, benchmark),
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
            decimal value = Yuan(log.Days[t].NetAssetValue);
            returns[t] = before > 0 ? (double)((value / before) - 1m) : 0;
            before = value;
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
            decimal value = Yuan(day.NetAssetValue);
            high = Math.Max(high, value);
            drawdown[t] = (double)((value / high) - 1m);
            turnover[t] = before > 0 ? (double)(Yuan(day.Traded) / before) : 0;
            before = value;
        }

        return new Table(
            "daily",
            TableColumn.Date("date", days),
            TableColumn.Money("nav", log.Days.Select(d => Yuan(d.NetAssetValue))),
            TableColumn.Money("cash", log.Days.Select(d => Yuan(d.Cash))),
            TableColumn.Money("positions_value", log.Days.Select(d => Yuan(d.Positions))),
            TableColumn.Money("receivables", log.Days.Select(d => Yuan(d.Receivables))),
            TableColumn.Money("liabilities", log.Days.Select(d => Yuan(d.Liabilities))),
            TableColumn.Number("return", returns, "P3"),
            TableColumn.Number("benchmark", growth, "F4"),
            TableColumn.Number("benchmark_return", benchmark, "P3"),
            TableColumn.Number("drawdown", drawdown, "P2"),
            TableColumn.Integer("holdings", log.Days.Select(d => (long)d.Holdings)),
            TableColumn.Number("turnover", turnover, "P2"),
            TableColumn.Money("fees", log.Days.Select(d => Yuan(d.Fees))));
    }

    private Table Trades() => new(
        "trades",
        TableColumn.Date("date", log.Fills.Select(f => frame.Calendar[f.Day])),
        TableColumn.Text("symbol", log.Fills.Select(f => _names[f.Column])),
        TableColumn.Integer("order", log.Fills.Select(f => (long)f.Order)),
        TableColumn.Text("side", log.Fills.Select(f => NameOf(f.Side))),
        TableColumn.Integer("shares", log.Fills.Select(f => f.Shares)),
        TableColumn.Money("market_price", log.Fills.Select(f => Yuan(f.MarketPrice))),
        TableColumn.Money("price", log.Fills.Select(f => Yuan(f.Price))),
        TableColumn.Money("amount", log.Fills.Select(f => Yuan(f.Amount))),
        TableColumn.Money("commission", log.Fills.Select(f => Yuan(f.Fees.Commission))),
        TableColumn.Money("stamp_duty", log.Fills.Select(f => Yuan(f.Fees.StampDuty))),
        TableColumn.Money("transfer_fee", log.Fills.Select(f => Yuan(f.Fees.TransferFee))),
        TableColumn.Money("other_fees", log.Fills.Select(f => Yuan(f.Fees.Other))),
        TableColumn.Money("dividend_tax", log.Fills.Select(f => Yuan(f.DividendTax))),
        TableColumn.Money("realised", log.Fills.Select(f => Yuan(f.Realised))));

    private Table Rejections() => new(
        "rejections",
        TableColumn.Date("date", log.Unfilled.Select(u => frame.Calendar[u.Day])),
        TableColumn.Text("symbol", log.Unfilled.Select(u => _names[u.Column])),
        TableColumn.Text("side", log.Unfilled.Select(u => NameOf(u.Side))),
        TableColumn.Integer("wanted", log.Unfilled.Select(u => u.Wanted)),
        TableColumn.Integer("filled", log.Unfilled.Select(u => u.Filled)),
        TableColumn.Text("reason", log.Unfilled.Select(u => u.Reason.ToString())),
        TableColumn.Text("detail", log.Unfilled.Select(u => u.Detail.ToText(frame, u.Column, options))));

    private Table Events() => new(
        "events",
        TableColumn.Date("date", log.Happenings.Select(h => frame.Calendar[h.Day])),
        TableColumn.Text("symbol", log.Happenings.Select(h => _names[h.Column])),
        TableColumn.Text("kind", log.Happenings.Select(h => h.Kind.ToString())),
        TableColumn.Integer("shares", log.Happenings.Select(h => h.Shares)),
        TableColumn.Money("cash", log.Happenings.Select(h => Yuan(h.Cash))),
        TableColumn.Money("receivable", log.Happenings.Select(h => Yuan(h.Receivable))),
        TableColumn.Money("tax", log.Happenings.Select(h => Yuan(h.Tax))),
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
        long commission = 0, stamp = 0, transfer = 0, other = 0, slippage = 0, tax = log.Happenings.Sum(h => h.Tax);
        int sales = 0, wins = 0;
        for (int i = 0; i < log.Fills.Count; i++)
        {
            ref readonly Fill fill = ref log.Fills[i];
            commission += fill.Fees.Commission;
            stamp += fill.Fees.StampDuty;
            transfer += fill.Fees.TransferFee;
            other += fill.Fees.Other;
            slippage += fill.Shares * Math.Abs(fill.Price - fill.MarketPrice);
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
            new Costs(Yuan(commission), Yuan(stamp), Yuan(transfer), Yuan(other), Yuan(slippage), Yuan(tax)));
    }

    private RunManifest Origin(string name, string benchmark, double daysPerYear)
    {
        RunManifest manifest = new() { DataVersion = market.DataVersion };
        (string Name, string Value)[] parameters =
        [
            ("strategy", name),
            ("from", options.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("to", options.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("schedule", schedule.Name),
            ("initial_cash", options.InitialCash.ToString("0.00", CultureInfo.InvariantCulture)),
            ("decision_clock", options.DecisionClock.ToString()),
            ("deal_price", options.DealPrice.ToString()),
            ("minutes", options.Minutes?.ToString() ?? "none"),
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

    private static decimal Yuan(long units) => PriceUnits.ToYuan(units);

    private static string NameOf(TradeSide side) => side == TradeSide.Buy ? "Buy" : "Sell";
}
