using static AlphaKit.Factors.Tests.Libraries.Technical.Slow;

namespace AlphaKit.Factors.Tests.Libraries.Technical;

public sealed class SmaContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Sma);

    private protected override IReadOnlyList<IndicatorCase> Cases => [Case("10", Indicators.Sma(Op.Close, 10), 9, 12.5, 10, x => Mean(x.Close, 10))];
}

public sealed class EmaContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Ema);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("first value", Indicators.Ema(Op.Close, 10), 9, 12.5, null, x => Ema(x.Close, 10)),
        Case("average", Indicators.Ema(Op.Close, 10, Seed.Average), 9, 12.5, null, x => Ema(x.Close, 10, true)),
    ];
}

public sealed class WmaContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Wma);

    private protected override IReadOnlyList<IndicatorCase> Cases => [Case("10", Indicators.Wma(Op.Close, 10), 9, 12.5, 10, x => Weighted(x.Close, 10))];
}

public sealed class TrimaContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Trima);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("odd", Indicators.Trima(Op.Close, 5), 4, 12.5, 5, x => Window(x.Close, 5, w => (w[0] + (2 * w[1]) + (3 * w[2]) + (2 * w[3]) + w[4]) / 9)),
        Case("even", Indicators.Trima(Op.Close, 4), 3, 12.5, 4, x => Window(x.Close, 4, w => (w[0] + (2 * w[1]) + (2 * w[2]) + w[3]) / 6)),
    ];
}

public sealed class DemaContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Dema);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("first value", Indicators.Dema(Op.Close, 10), 18, 12.5, null, x => Define(x, false)),
        Case("average", Indicators.Dema(Op.Close, 10, Seed.Average), 18, 12.5, null, x => Define(x, true)),
    ];

    private static double[] Define(SlowBars x, bool fromMean)
    {
        double[] once = Ema(x.Close, 10, fromMean), twice = Ema(once, 10, fromMean);
        return Each(once, twice, (a, b) => (2 * a) - b);
    }
}

public sealed class TemaContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Tema);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("first value", Indicators.Tema(Op.Close, 10), 27, 12.5, null, x => Define(x, false)),
        Case("average", Indicators.Tema(Op.Close, 10, Seed.Average), 27, 12.5, null, x => Define(x, true)),
    ];

    private static double[] Define(SlowBars x, bool fromMean)
    {
        double[] once = Ema(x.Close, 10, fromMean), twice = Ema(once, 10, fromMean), thrice = Ema(twice, 10, fromMean);
        return Each(once, twice, thrice, (a, b, c) => (3 * a) - (3 * b) + c);
    }
}

public sealed class HmaContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Hma);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("21", Indicators.Hma(Op.Close, 21), 23, 12.5, 24, x => Weighted(Each(Weighted(x.Close, 10), Weighted(x.Close, 21), (a, b) => (2 * a) - b), 4)),
    ];
}

public sealed class KamaContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Kama);

    private protected override IReadOnlyList<IndicatorCase> Cases => [Case("10", Indicators.Kama(Op.Close), 10, 12.5, null, Define)];

    private static double[] Define(SlowBars x)
    {
        double[] moved = Each(Change(x.Close, 10), Math.Abs), path = Sum(Each(Change(x.Close), Math.Abs), 10);
        double[] share = Each(moved, path, (m, p) => Math.Pow((p > 0 ? m / p : 1) * ((2 / 3.0) - (2 / 31.0)) + (2 / 31.0), 2));
        return Adaptive(x.Close, share);
    }
}

public sealed class VwapContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Vwap);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("10", Indicators.Vwap(10), 9, 12.5, 10, x => Over(Sum(Each(x.Vwap, x.Volume, (p, v) => p * v), 10), Sum(x.Volume, 10))),
    ];
}

public sealed class BbiContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Bbi);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("terminals", Indicators.Bbi(), 23, 12.5, 24, x => Define(x, 24)),
        Case("Tushare", Indicators.Bbi(fourth: 20), 19, 12.5, 20, x => Define(x, 20)),
    ];

    private static double[] Define(SlowBars x, int fourth) =>
        Each(Plus(Mean(x.Close, 3), Mean(x.Close, 6)), Plus(Mean(x.Close, 12), Mean(x.Close, fourth)), (a, b) => (a + b) / 4);
}
