using AlphaKit.Backtest;

namespace AlphaKit.Reports.Tests;

internal static partial class SampleResult
{
    public static BrinsonAttribution Brinson()
    {
        RandomStream random = RandomStream.Create(21, "brinson");
        string[] names = [.. Industry.All.Take(14).Select(i => i.Name), BrinsonPeriod.Cash];
        List<BrinsonPeriod> periods = [];
        for (int t = 0; t < 24; t++)
        {
            double[] p = Weights(random, names.Length), b = Weights(random, names.Length);
            periods.Add(new BrinsonPeriod(new DateOnly(2020, 1, 1).AddMonths(t), [.. names.Select((n, i) =>
            {
                double market = 0.04 * random.NextNormal();
                return new BrinsonGroup(n, p[i], n == BrinsonPeriod.Cash ? 0 : market + 0.004 + (0.01 * random.NextNormal()), b[i], n == BrinsonPeriod.Cash ? 0 : market);
            })]));
        }

        return BrinsonAttribution.Of(periods);
    }

    public static FactorAttribution Attribution(int days = 500)
    {
        RandomStream random = RandomStream.Create(22, "attribution");
        string[] factors = ["country", "size", "beta", "momentum", "residual_volatility", "book_to_price", "liquidity", "industry:Banks", "industry:Electronics"];
        TradingCalendar calendar = Calendar(days);
        return FactorAttribution.Of(factors, [.. calendar.Select(day =>
        {
            double[] x = [.. factors.Select((_, f) => (f == 1 ? -0.4 : f == 3 ? 0.2 : 0) + (0.1 * random.NextNormal()))], r = [.. factors.Select((_, f) => (f is 1 ? -0.0003 : 0.0001) + (0.004 * random.NextNormal()))];
            double benchmark = 0.01 * random.NextNormal();
            return new FactorPeriod(day, benchmark + x.Zip(r, (a, b) => a * b).Sum() + 0.0001 + (0.002 * random.NextNormal()), benchmark, x, r);
        })]);
    }

    public static SharpeEvidence Evidence() => SharpeEvidence.Of([.. Of(600).Daily["return"].Numbers], 46);

    public static CapacityEstimate Capacity()
    {
        RandomStream random = RandomStream.Create(23, "capacity");
        CapacityTrade[] trades = [.. Enumerable.Range(0, 800).Select(_ => new CapacityTrade(40_000 * (0.5 + random.NextDouble()), 5e7 * Math.Exp(random.NextNormal()), 0.02 + (0.01 * random.NextDouble())))];
        return CapacityEstimate.Of(trades, 10_000_000, 2.4, 0.07);
    }

    public static CorrelationMatrix Correlations()
    {
        string[] names = ["reversal_5", "momentum_250", "turnover_20", "volatility_60", "size", "book_to_price", "main_flow", "overnight_gap", "amihud", "earnings_yield"];
        RandomStream random = RandomStream.Create(24, "correlation");
        double[][] load = [.. names.Select(_ => new[] { random.NextNormal(), random.NextNormal(), 1.2 * random.NextNormal() })];
        double[] values = [.. load.SelectMany(a => load.Select(b => a == b ? 1 : a.Zip(b, (x, y) => x * y).Sum() / Math.Sqrt(a.Sum(x => x * x) * b.Sum(y => y * y))))];
        return new CorrelationMatrix(names, values);
    }

    public static MonitorReport Monitor()
    {
        const int Days = 400, Names = 40;
        PanelAxes axes = new(Calendar(Days), Enumerable.Range(1, Names).Select(i => Symbol.Parse(FormattableString.Invariant($"{600000 + i}.SH"))));
        RandomStream random = RandomStream.Create(25, "monitor");
        float[] scores = new float[Days * Names], labels = new float[Days * Names];
        for (int k = 0; k < scores.Length; k++)
        {
            int day = k / Names;
            scores[k] = day % 90 == 89 && k % 3 > 0 ? float.NaN : (float)(random.NextNormal() + (day > 320 ? 0.8 : 0));
            labels[k] = (float)(((day < 200 ? 0.15 : -0.1) * scores[k]) + random.NextNormal());
        }

        FieldMatrix said = FieldMatrix.FromRowMajor(scores, Days, Names);
        return ModelMonitor.Run(
            new MonitorInput { Name = "gru", Axes = axes, Scores = said, Labels = FieldMatrix.FromRowMajor(labels, Days, Names), MaturityDays = 5, Inputs = [new("drift", said)] },
            new MonitorOptions { ReferenceTo = axes.Calendar[150], Retrain = new RetrainRule { Expected = 0.12 }, ShiftLimit = 1 });
    }

    private static double[] Weights(RandomStream random, int n)
    {
        double[] w = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())];
        double sum = w.Sum();
        return [.. w.Select(x => x / sum)];
    }
}
