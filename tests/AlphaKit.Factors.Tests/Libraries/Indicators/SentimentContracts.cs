using static AlphaKit.Factors.Tests.Libraries.Technical.Slow;

namespace AlphaKit.Factors.Tests.Libraries.Technical;

public sealed class PsyContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Psy);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
        [Case("12", Indicators.Psy(), 12, 0, 13, x => Window(Change(x.Close), 12, w => 100.0 * w.Count(c => c > 0) / 12))];
}

public sealed class CrContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Cr);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("terminals", Indicators.Cr(), 26, double.NaN, 27, x => Define(x, Each(x.High, x.Low, (h, l) => (h + l) / 2), 26), 5e-3),
        Case("Tushare", Indicators.Cr(20, MiddlePrice.Typical), 20, double.NaN, 21, x => Define(x, x.Typical, 20), 5e-3),
    ];

    private static double[] Define(SlowBars x, double[] middle, int days)
    {
        double[] before = Back(middle);
        double[] up = Sum(Each(x.High, before, (h, m) => Math.Max(h - m, 0)), days), down = Sum(Each(x.Low, before, (l, m) => Math.Max(m - l, 0)), days);
        return Each(up, down, (u, d) => 100 * u / d);
    }
}

public sealed class BrarContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Brar);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("AR", Indicators.Brar().Ar, 25, double.NaN, 26, x => Each(Sum(Minus(x.High, x.Open), 26), Sum(Minus(x.Open, x.Low), 26), (u, d) => 100 * u / d), 1e-3),
        Case("BR", Indicators.Brar().Br, 26, double.NaN, 27, x => Each(
            Sum(Each(x.High, Back(x.Close), (h, c) => Math.Max(h - c, 0)), 26), Sum(Each(x.Low, Back(x.Close), (l, c) => Math.Max(c - l, 0)), 26), (u, d) => 100 * u / d), 1e-3),
    ];
}

public sealed class AsiContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Asi);

    private protected override IReadOnlyList<IndicatorCase> Cases => [Case("26", Indicators.Asi(), 26, double.NaN, 27, x => Sum(Swing(x), 26), 1e-3)];

    internal static double[] Swing(SlowBars x)
    {
        double[] y = [.. Enumerable.Repeat(double.NaN, x.Days)];
        for (int t = 1; t < x.Days; t++)
        {
            double a = Math.Abs(x.High[t] - x.Close[t - 1]), b = Math.Abs(x.Low[t] - x.Close[t - 1]);
            double d = Math.Abs(x.High[t] - x.Low[t - 1]), e = Math.Abs(x.Close[t - 1] - x.Open[t - 1]);
            double r = a > b && a > d ? a + (b / 2) + (e / 4) : b > d && b > a ? b + (a / 2) + (e / 4) : d + (e / 4);
            double swing = 16 * (x.Close[t] - x.Close[t - 1] + ((x.Close[t] - x.Open[t]) / 2) + x.Close[t - 1] - x.Open[t - 1]) / r * Math.Max(a, b);
            y[t] = double.IsFinite(swing) ? swing : double.NaN;
        }

        return y;
    }
}

public sealed class SwingIndexContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.SwingIndex);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("day", Indicators.SwingIndex(), 1, double.NaN, 2, x => Swing(x, 0.1), 1e-3),
        Case("20 days of ChiNext", Indicators.SwingIndex(20, 0.2), 20, double.NaN, 21, x => Sum(Swing(x, 0.2), 20), 1e-3),
    ];

    private static double[] Swing(SlowBars x, double limit)
    {
        double[] y = [.. Enumerable.Repeat(double.NaN, x.Days)];
        for (int t = 1; t < x.Days; t++)
        {
            double before = x.Close[t - 1], a = Math.Abs(x.High[t] - before), b = Math.Abs(x.Low[t] - before), d = x.High[t] - x.Low[t];
            double e = Math.Abs(before - x.Open[t - 1]);
            double r = a > b && a > d ? a - (b / 2) + (e / 4) : b > a && b > d ? b - (a / 2) + (e / 4) : d + (e / 4);
            double move = x.Close[t] - before + (0.5 * (x.Close[t] - x.Open[t])) + (0.25 * (before - x.Open[t - 1]));
            double swing = 50 * move / r * Math.Max(a, b) / (limit * before);
            y[t] = double.IsFinite(swing) ? swing : double.NaN;
        }

        return y;
    }
}
