using static AlphaKit.Factors.Tests.Libraries.Technical.Slow;

namespace AlphaKit.Factors.Tests.Libraries.Technical;

public sealed class MacdContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Macd);

    private protected override IReadOnlyList<IndicatorCase> Cases
    {
        get
        {
            MacdLines western = Indicators.Macd(seed: Seed.Average), chinese = Indicators.Macd(bar: MacdBar.Doubled);
            return
            [
                Case("DIF", chinese.Dif, 25, 0, null, x => Dif(x, false)),
                Case("DEA", chinese.Dea, 33, 0, null, x => Ema(Dif(x, false), 9)),
                Case("bar", chinese.Bar, 33, 0, null, x => Each(Dif(x, false), Ema(Dif(x, false), 9), (a, b) => 2 * (a - b))),
                Case("DIF, average", western.Dif, 25, 0, null, x => Dif(x, true)),
                Case("DEA, average", western.Dea, 33, 0, null, x => Ema(Dif(x, true), 9, true)),
                Case("bar, average", western.Bar, 33, 0, null, x => Minus(Dif(x, true), Ema(Dif(x, true), 9, true))),
            ];
        }
    }

    private static double[] Dif(SlowBars x, bool fromMean) => Minus(Ema(x.Close, 12, fromMean), Ema(x.Close, 26, fromMean));
}

public sealed class RsiContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Rsi);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("Wilder", Indicators.Rsi(), 14, double.NaN, null, x => Define(x, 14, true)),
        Case("Tushare", Indicators.Rsi(6, Seed.FirstValue), 6, double.NaN, null, x => Define(x, 6, false)),
    ];

    private static double[] Define(SlowBars x, int days, bool fromMean)
    {
        double[] change = Change(x.Close);
        double[] gains = Wilder(Each(change, c => c > 0 ? c : 0), days, fromMean), moves = Wilder(Each(change, Math.Abs), days, fromMean);
        return Each(gains, moves, (g, m) => 100 * g / m);
    }
}

public sealed class StochasticContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Stochastic);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("K", Indicators.Stochastic().K, 15, double.NaN, 16, x => Mean(Raw(x, 14), 3)),
        Case("D", Indicators.Stochastic().D, 17, double.NaN, 18, x => Mean(Mean(Raw(x, 14), 3), 3)),
        Case("fast K", Indicators.Stochastic(5, 1).K, 4, double.NaN, 5, x => Raw(x, 5)),
    ];

    internal static double[] Raw(SlowBars x, int days) => Each(x.Close, Lowest(x.Low, days), Highest(x.High, days), (c, l, h) => 100 * (c - l) / (h - l));
}

public sealed class KdjContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Kdj);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("K", Indicators.Kdj().K, 10, double.NaN, 9, K),
        Case("D", Indicators.Kdj().D, 12, double.NaN, 9, D),
        Case("J", Indicators.Kdj().J, 12, double.NaN, 9, x => Each(K(x), D(x), (k, d) => (3 * k) - (2 * d)), 1e-4),
    ];

    private static double[] K(SlowBars x) => Recursive(StochasticContract.Raw(x, 9), 3, 1 / 3.0, false);

    private static double[] D(SlowBars x) => Recursive(K(x), 3, 1 / 3.0, false);
}

public sealed class WilliamsRContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.WilliamsR);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("Williams", Indicators.WilliamsR(), 13, double.NaN, 14, x => Each(StochasticContract.Raw(x, 14), r => r - 100)),
        Case("Tushare", Indicators.WilliamsR(10, WilliamsScale.Positive), 9, double.NaN, 10, x => Each(StochasticContract.Raw(x, 10), r => 100 - r)),
    ];
}

public sealed class RocContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Roc);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
        [Case("12", Indicators.Roc(), 12, 0, 13, x => Each(x.Close, Back(x.Close, 12), (c, b) => ((c / b) - 1) * 100))];
}

public sealed class MomentumContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Momentum);

    private protected override IReadOnlyList<IndicatorCase> Cases => [Case("12", Indicators.Momentum(), 12, 0, 13, x => Change(x.Close, 12))];
}

public sealed class TrixContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Trix);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("first value", Indicators.Trix(), 34, 0, null, x => Define(x, false), 6e-5),
        Case("average", Indicators.Trix(seed: Seed.Average), 34, 0, null, x => Define(x, true), 6e-5),
    ];

    private static double[] Define(SlowBars x, bool fromMean)
    {
        double[] mean = Ema(Ema(Ema(x.Close, 12, fromMean), 12, fromMean), 12, fromMean);
        return Each(mean, Back(mean), (m, b) => 100 * ((m / b) - 1));
    }
}

public sealed class UltimateOscillatorContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.UltimateOscillator);

    private protected override IReadOnlyList<IndicatorCase> Cases => [Case("7, 14, 28", Indicators.UltimateOscillator(), 28, double.NaN, 29, Define)];

    private static double[] Define(SlowBars x)
    {
        double[] before = Back(x.Close), low = Each(x.Low, before, Math.Min), high = Each(x.High, before, Math.Max);
        double[] pressure = Minus(x.Close, low), range = Minus(high, low);
        return Each(Share(7), Share(14), Share(28), (a, b, c) => 100 * ((4 * a) + (2 * b) + c) / 7);

        double[] Share(int days) => Over(Sum(pressure, days), Sum(range, days));
    }
}

public sealed class CciContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Cci);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("14", Indicators.Cci(), 13, double.NaN, 14, x => Each(
            x.Typical, Mean(x.Typical, 14), AbsoluteDeviation(x.Typical, 14), (p, m, d) => d < 1e-9 ? double.NaN : (p - m) / (0.015 * d)), 5e-3),
    ];
}

public sealed class BiasContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Bias);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
        [Case("6", Indicators.Bias(6), 5, 0, 6, x => Each(x.Close, Mean(x.Close, 6), (c, m) => 100 * ((c / m) - 1)))];
}

public sealed class DpoContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Dpo);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
        [Case("20, 10", Indicators.Dpo(), 29, 0, 30, x => Minus(x.Close, Back(Mean(x.Close, 20), 10)))];
}

public sealed class MeanDifferenceContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.MeanDifference);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
        [Case("10, 50", Indicators.MeanDifference(), 49, 0, 50, x => Minus(Mean(x.Close, 10), Mean(x.Close, 50)))];
}
