using static AlphaKit.Factors.Tests.Libraries.Technical.Slow;

namespace AlphaKit.Factors.Tests.Libraries.Technical;

public sealed class TrueRangeContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.TrueRange);

    private protected override IReadOnlyList<IndicatorCase> Cases => [Case("", Indicators.TrueRange(), 1, 0, 2, x => x.TrueRange)];
}

public sealed class AtrContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Atr);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("Wilder", Indicators.Atr(), 14, 0, null, x => Wilder(x.TrueRange, 14)),
        Case("Tushare", Indicators.Atr(20, Smoothing.Simple), 20, 0, 21, x => Mean(x.TrueRange, 20)),
    ];
}

public sealed class NatrContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Natr);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("Wilder", Indicators.Natr(), 14, 0, null, x => Each(Wilder(x.TrueRange, 14), x.Close, (r, c) => r / c * 100)),
        Case("simple", Indicators.Natr(14, Smoothing.Simple), 14, 0, 15, x => Each(Mean(x.TrueRange, 14), x.Close, (r, c) => r / c * 100)),
    ];
}

public sealed class BollingerContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Bollinger);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("upper", Indicators.Bollinger().Upper, 19, 12.5, 20, x => Band(x, 2, 0)),
        Case("upper, n − 1", Indicators.Bollinger(deviation: Deviation.Sample).Upper, 19, 12.5, 20, x => Band(x, 2, 1)),
        Case("middle", Indicators.Bollinger().Middle, 19, 12.5, 20, x => Mean(x.Close, 20)),
        Case("lower", Indicators.Bollinger(width: 2.5).Lower, 19, 12.5, 20, x => Band(x, -2.5, 0)),
        Case("width", Indicators.Bollinger().Width, 19, 0, 20, x => Each(Deviation(x.Close, 20, 0), Mean(x.Close, 20), (d, m) => 4 * d / m)),
        Case("position", Indicators.Bollinger().Position, 19, double.NaN, 20, x => Each(
            x.Close, Band(x, 2, 0), Band(x, -2, 0), (c, u, l) => u - l < 1e-9 ? double.NaN : (c - l) / (u - l))),
    ];

    private static double[] Band(SlowBars x, double width, int ddof) => Each(Mean(x.Close, 20), Deviation(x.Close, 20, ddof), (m, d) => m + (width * d));
}

public sealed class KeltnerContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Keltner);

    private protected override IReadOnlyList<IndicatorCase> Cases
    {
        get
        {
            ChannelLines western = Indicators.Keltner(), chinese = Indicators.Keltner(style: KeltnerStyle.Chinese);
            return
            [
                Case("upper", western.Upper, 19, 12.5, null, x => Each(Ema(x.Close, 20), Wilder(x.TrueRange, 10), (m, r) => m + (2 * r))),
                Case("middle", western.Middle, 19, 12.5, null, x => Ema(x.Close, 20)),
                Case("lower", western.Lower, 19, 12.5, null, x => Each(Ema(x.Close, 20), Wilder(x.TrueRange, 10), (m, r) => m - (2 * r))),
                Case("upper, Chinese", chinese.Upper, 19, 12.5, null, x => Each(Ema(x.Typical, 20), Mean(x.TrueRange, 10), (m, r) => m + (2 * r))),
                Case("middle, Chinese", chinese.Middle, 19, 12.5, null, x => Ema(x.Typical, 20)),
                Case("lower, Chinese", chinese.Lower, 19, 12.5, null, x => Each(Ema(x.Typical, 20), Mean(x.TrueRange, 10), (m, r) => m - (2 * r))),
            ];
        }
    }
}

public sealed class DonchianContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Donchian);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("upper", Indicators.Donchian().Upper, 19, 12.5, 20, x => Highest(x.High, 20)),
        Case("middle", Indicators.Donchian().Middle, 19, 12.5, 20, x => Middle(x, 20)),
        Case("lower", Indicators.Donchian().Lower, 19, 12.5, 20, x => Lowest(x.Low, 20)),
    ];

    internal static double[] Middle(SlowBars x, int days) => Each(Highest(x.High, days), Lowest(x.Low, days), (h, l) => (h + l) / 2);
}

public sealed class IchimokuContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Ichimoku);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("conversion", Indicators.Ichimoku().Conversion, 8, 12.5, 9, x => DonchianContract.Middle(x, 9)),
        Case("base", Indicators.Ichimoku().Base, 25, 12.5, 26, x => DonchianContract.Middle(x, 26)),
        Case("span A", Indicators.Ichimoku().LeadingA, 51, 12.5, 52, x => Back(
            Each(DonchianContract.Middle(x, 9), DonchianContract.Middle(x, 26), (a, b) => (a + b) / 2), 26)) with { KnownAt = Clock.Open },
        Case("span B", Indicators.Ichimoku().LeadingB, 77, 12.5, 78, x => Back(DonchianContract.Middle(x, 52), 26)) with { KnownAt = Clock.Open },
    ];
}

public sealed class MassContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Mass);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("9, 25", Indicators.Mass(), 40, double.NaN, 41, x =>
        {
            double[] range = Mean(Minus(x.High, x.Low), 9);
            return Sum(Over(range, Mean(range, 9)), 25);
        }),
    ];
}

public sealed class XueSiContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.XueSi);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("TD1", Indicators.XueSi().InnerUpper, 4, 12.75, 5, x => Times(1.02, Mean(Price(x), 5))),
        Case("TD2", Indicators.XueSi().InnerLower, 4, 12.25, 5, x => Times(0.98, Mean(Price(x), 5))),
        Case("TD3", Indicators.XueSi().OuterUpper, 19, 13.375, null, x => Times(1.07, Outer(x))),
        Case("TD4", Indicators.XueSi().OuterLower, 19, 11.625, null, x => Times(0.93, Outer(x))),
    ];

    private static double[] Price(SlowBars x) => Each(x.High, x.Low, x.Close, (h, l, c) => ((2 * c) + h + l) / 4);

    private static double[] Outer(SlowBars x) => Adaptive(x.Close, Each(Price(x), Mean(x.Close, 20), (p, m) => Math.Abs(p - m) / m));
}
