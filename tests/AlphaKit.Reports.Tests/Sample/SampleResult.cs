using System.Globalization;
using AlphaKit.Backtest;
using AlphaKit.Factors;
using AlphaKit.Models;

namespace AlphaKit.Reports.Tests;

/// <summary>A made-up backtest and factor report, the same in every run.</summary>
internal static partial class SampleResult
{
    public static TradingCalendar Calendar(int days, DateOnly? from = null)
    {
        List<DateOnly> dates = [];
        for (DateOnly day = from ?? new DateOnly(2017, 1, 3); dates.Count < days; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || (day.Month == 10 && day.Day <= 7) || (day.Month == 1 && day.Day == 1)) continue;
            dates.Add(day);
        }

        return new TradingCalendar(dates);
    }

    public static BacktestResult Of(int days = 1240, string name = "Capped long-only", ulong seed = 7)
    {
        TradingCalendar calendar = Calendar(days);
        RandomStream random = RandomStream.Create(seed, "sample");
        double[] benchmark = new double[days], returns = new double[days], turnover = new double[days], fees = new double[days], drawdown = new double[days];
        double[] nav = new double[days], positions = new double[days];
        double value = 10_000_000, high = 1, growth = 1;
        for (int t = 0; t < days; t++)
        {
            double wave = 0.0006 * Math.Sin(t / 110.0);
            benchmark[t] = wave + (0.0105 * random.NextNormal());
            returns[t] = (0.92 * benchmark[t]) + 0.00032 + (0.0036 * random.NextNormal());
            turnover[t] = t % 5 == 0 ? 0.24 + (0.1 * random.NextDouble()) : 0;
            fees[t] = Math.Round(turnover[t] * value * 0.0008, 2);
            value *= 1 + returns[t];
            growth *= 1 + returns[t];
            high = Math.Max(high, growth);
            drawdown[t] = (growth / high) - 1;
            nav[t] = Math.Round(value, 2);
            positions[t] = nav[t] * (0.93 + (0.05 * random.NextDouble()));
        }

        double[] compounded = new double[days];
        double b = 1;
        for (int t = 0; t < days; t++) compounded[t] = b *= 1 + benchmark[t];
        Table trades = Trades(calendar, random);
        Table rejections = Rejections(calendar, random);
        decimal fee = (decimal)fees.Sum();
        Costs costs = new(Math.Round(fee * 0.31m, 2), Math.Round(fee * 0.34m, 2), Math.Round(fee * 0.03m, 2), 0m, Math.Round(fee * 0.29m, 2), Math.Round(fee * 0.03m, 2));
        return new BacktestResult
        {
            Name = name,
            Calendar = calendar,
            Daily = new Table(
                "daily",
                TableColumn.Date("date", calendar),
                TableColumn.Number("nav", nav),
                TableColumn.Number("cash", nav.Zip(positions, (n, p) => n - p)),
                TableColumn.Number("positions_value", positions),
                TableColumn.Number("return", returns),
                TableColumn.Number("benchmark", compounded),
                TableColumn.Number("benchmark_return", benchmark),
                TableColumn.Number("drawdown", drawdown),
                TableColumn.Number("turnover", turnover),
                TableColumn.Number("fees", fees)),
            Trades = trades,
            Rejections = rejections,
            Events = new Table(
                "events",
                TableColumn.Date("date", [calendar[0]]),
                TableColumn.Text("symbol", ["600000.SH"]),
                TableColumn.Text("kind", ["DividendEarned"]),
                TableColumn.Integer("shares", [0]),
                TableColumn.Money("cash", [1234.50m]),
                TableColumn.Text("detail", ["expected 11.43, previous close 11.08"])),
            Rebalances = new Table("rebalances", TableColumn.Date("decided", calendar)),
            Yearly = Periods("yearly", "year", "yyyy", calendar, returns, benchmark),
            Monthly = Periods("monthly", "month", "yyyy-MM", calendar, returns, benchmark),
            Performance = Performance.Of(new PerformanceInput
            {
                Calendar = calendar,
                Returns = returns,
                BenchmarkReturns = benchmark,
                Benchmark = "equally weighted universe",
                DaysPerYear = 243.2,
                MeanNetAssetValue = nav.Average(),
                Activity = new TradingActivity((days + 4) / 5, trades.RowCount, rejections.RowCount, 0.31, 0.289, 57, 100, costs),
            }),
            Notes =
            [
                "Decided with what is known at NextMorning of the day before, dealt weekly at Open of the dealing day; slippage 5 bps per side.",
                "An order may take 10 % of the mean volume of the 20 days traded before the dealing day.",
                "Delisted shares are written off in full.",
            ],
            Origin = new RunManifest { DataVersion = "simulated:4f2ac0d51b7e9a", CodeVersion = "0.1.0", Seed = seed, Parameters = new Dictionary<string, string> { ["schedule"] = "weekly", ["names"] = "50" } },
        };
    }

    /// <summary>A result in which nothing was traded.</summary>
    public static BacktestResult Idle(int days)
    {
        TradingCalendar calendar = Calendar(days);
        double[] zero = new double[days];
        Table empty = new("trades", TableColumn.Date("date", []), TableColumn.Text("side", []));
        return new BacktestResult
        {
            Name = "Idle",
            Calendar = calendar,
            Daily = new Table(
                "daily",
                [TableColumn.Date("date", calendar), .. new[] { "nav", "cash", "positions_value", "return", "benchmark", "benchmark_return", "drawdown", "turnover", "fees" }
                    .Select(n => TableColumn.Number(n, n is "nav" or "cash" ? [.. zero.Select(_ => 1e6)] : zero))]),
            Trades = empty,
            Rejections = new Table("rejections", TableColumn.Date("date", []), TableColumn.Text("reason", [])),
            Events = new Table("events", TableColumn.Date("date", [])),
            Rebalances = new Table("rebalances", TableColumn.Date("decided", [])),
            Yearly = Periods("yearly", "year", "yyyy", calendar, zero, zero),
            Monthly = Periods("monthly", "month", "yyyy-MM", calendar, zero, zero),
            Performance = Performance.Of(new PerformanceInput { Calendar = calendar, Returns = zero, BenchmarkReturns = zero, Benchmark = "cash", DaysPerYear = 243 }),
            Notes = [],
            Origin = new RunManifest { DataVersion = "import:abc", CodeVersion = "0.1.0" },
        };
    }

    public static FactorReport Factor(int days = 700, string name = "drift")
    {
        (FeatureTensor features, LabelValues labels) = Study(days, name);
        return FactorAnalysis.Run(features[0], labels);
    }

    public static WalkForwardResult Model(int days = 900)
    {
        (FeatureTensor features, LabelValues labels) = Study(days, "drift");
        return WalkForward.Train(new RidgeScorer(), features, labels, WalkForwardPlan.HalfYearly);
    }

    private static (FeatureTensor Features, LabelValues Labels) Study(int days, string name)
    {
        PanelAxes axes = new(Calendar(days), Enumerable.Range(1, 40).Select(i => Symbol.Parse(string.Create(CultureInfo.InvariantCulture, $"{600000 + i}.SH"))));
        RandomStream random = RandomStream.Create(11, "factor");
        float[] price = new float[axes.Days * axes.Count], score = new float[axes.Days * axes.Count], noise = new float[axes.Days * axes.Count];
        for (int i = 0; i < axes.Count; i++)
        {
            double level = 10, drift = 0;
            for (int t = 0; t < axes.Days; t++)
            {
                level *= 1 + (0.02 * random.NextNormal()) + (0.0012 * drift);
                drift = (0.9 * drift) + (0.45 * random.NextNormal());
                price[(t * axes.Count) + i] = (float)level;
                score[(t * axes.Count) + i] = t < 20 ? float.NaN : (float)(drift + (0.9 * random.NextNormal()));
                noise[(t * axes.Count) + i] = (float)random.NextNormal();
            }
        }

        Label label = Label.ForwardReturn(5) with { Price = LabelPrice.AdjustedClose, Entry = EntryPolicy.KeepAll };
        Panel panel = new(axes, [new(label.PriceField, FieldMatrix.FromRowMajor(price, axes.Days, axes.Count))]);
        FactorValues first = new(name, axes, FieldMatrix.FromRowMajor(score, axes.Days, axes.Count), Clock.Evening);
        FactorValues second = new("noise", axes, FieldMatrix.FromRowMajor(noise, axes.Days, axes.Count), Clock.Evening);
        return (new FeatureTensor([first, second], panel.Members), label.Compute(panel));
    }

    public static MarketCoverage Coverage() => new(
        [Field.Close, Field.Open],
        [],
        new Dictionary<string, string>
        {
            ["net_mf_amount"] = "there is no table moneyflow: it supplies active buys and sells by trade size: money-flow factors.",
            ["tick_trades"] = "daily tables do not hold it.",
        },
        ["There is no suspend_d: a listed share counts as suspended on trading days without a bar."]);

    public static Table ImportRules() => new(
        "import_rules",
        TableColumn.Text("table", ["daily", "daily"]),
        TableColumn.Text("rule", ["impossible_bar", "holiday_bar"]),
        TableColumn.Text("severity", ["Reject", "Reject"]),
        TableColumn.Integer("count", [3, 1]));

    private static Table Trades(TradingCalendar calendar, RandomStream random)
    {
        List<(DateOnly Date, string Symbol, string Side, long Shares, decimal Price)> rows = [];
        for (int t = 0; t < calendar.Count; t += 5)
        {
            for (int i = 0; i < 8; i++)
            {
                string symbol = string.Create(CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? 600000 + random.NextInt32(900) : 1 + random.NextInt32(900)):000000}.{(i % 2 == 0 ? "SH" : "SZ")}");
                rows.Add((calendar[t], symbol, i < 4 ? "Sell" : "Buy", 100 * (1 + random.NextInt32(80)), 5 + (random.NextInt32(4000) / 100m)));
            }
        }

        return new Table(
            "trades",
            TableColumn.Date("date", rows.Select(r => r.Date)),
            TableColumn.Text("symbol", rows.Select(r => r.Symbol)),
            TableColumn.Text("side", rows.Select(r => r.Side)),
            TableColumn.Integer("shares", rows.Select(r => r.Shares)),
            TableColumn.Money("price", rows.Select(r => r.Price)),
            TableColumn.Money("amount", rows.Select(r => r.Price * r.Shares)),
            TableColumn.Money("commission", rows.Select(r => Math.Max(5m, Math.Round(r.Price * r.Shares * 0.0003m, 2)))),
            TableColumn.Number("realised", rows.Select(r => r.Side == "Sell" ? (double)(r.Shares % 700) - 300 : double.NaN), "N2"));
    }

    private static Table Rejections(TradingCalendar calendar, RandomStream random)
    {
        UnfilledReason[] reasons = [UnfilledReason.AtUpperLimit, UnfilledReason.Suspended, UnfilledReason.AtLowerLimit, UnfilledReason.Participation, UnfilledReason.AtUpperLimit, UnfilledReason.BelowSmallestOrder];
        (DateOnly Date, UnfilledReason Reason)[] rows = [.. Enumerable.Range(0, calendar.Count / 6).Select(i => (calendar[i * 6], reasons[random.NextInt32(reasons.Length)]))];
        return new Table(
            "rejections",
            TableColumn.Date("date", rows.Select(r => r.Date)),
            TableColumn.Text("symbol", rows.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{600000 + i}.SH"))),
            TableColumn.Text("side", rows.Select(r => r.Reason == UnfilledReason.AtLowerLimit ? "Sell" : "Buy")),
            TableColumn.Integer("wanted", rows.Select(_ => 1200L)),
            TableColumn.Integer("filled", rows.Select(_ => 0L)),
            TableColumn.Text("reason", rows.Select(r => r.Reason.ToString())),
            TableColumn.Text("detail", rows.Select(r => r.Reason == UnfilledReason.Suspended ? "no bar on the day" : "11.43 at upper limit 11.43")));
    }

    private static Table Periods(string table, string column, string format, TradingCalendar calendar, double[] returns, double[] benchmark)
    {
        var groups = Enumerable.Range(0, calendar.Count).GroupBy(t => calendar[t].ToString(format, CultureInfo.InvariantCulture), StringComparer.Ordinal).ToArray();
        double[] r = [.. groups.Select(g => g.Aggregate(1.0, (v, t) => v * (1 + returns[t])) - 1)], b = [.. groups.Select(g => g.Aggregate(1.0, (v, t) => v * (1 + benchmark[t])) - 1)];
        return new Table(
            table,
            TableColumn.Text(column, groups.Select(g => g.Key)),
            TableColumn.Integer("days", groups.Select(g => (long)g.Count())),
            TableColumn.Number("return", r, "P2"),
            TableColumn.Number("benchmark", b, "P2"),
            TableColumn.Number("arithmetic_excess", r.Zip(b, (x, y) => x - y), "P2"),
            TableColumn.Number("sharpe", r.Select(x => x * 5), "F2"));
    }
}
