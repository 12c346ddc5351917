using static AlphaKit.Factors.Tests.Libraries.Technical.Slow;

namespace AlphaKit.Factors.Tests.Libraries.Technical;

public sealed class ObvContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Obv);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("20", Indicators.Obv(), 20, 0, 21, x => Sum(Each(Change(x.Close), x.Volume, (c, v) => c > 0 ? v : c < 0 ? -v : 0), 20), 10),
    ];
}

public sealed class MfiContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Mfi);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("14", Indicators.Mfi(), 14, double.NaN, 15, x =>
        {
            double[] flow = Each(x.Typical, x.Volume, (p, v) => p * v), change = Change(x.Typical), zero = Each(change, _ => 0);
            double[] rises = Sum(Where(change, zero, flow), 14), falls = Sum(Where(zero, change, flow), 14);
            return Each(rises, falls, (r, f) => r + f == 0 ? double.NaN : 100 - (100 / (1 + (r / f))));
        }),
    ];
}

public sealed class AccumulationDistributionContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.AccumulationDistribution);

    private protected override IReadOnlyList<IndicatorCase> Cases => [Case("20", Indicators.AccumulationDistribution(), 19, 0, 20, x => Sum(Flow(x), 20), 20)];

    internal static double[] Flow(SlowBars x)
    {
        double[] place = Each(x.High, x.Low, x.Close, (h, l, c) => h > l ? (c - l - (h - c)) / (h - l) : 0);
        return Each(place, x.Volume, (p, v) => p * v);
    }
}

public sealed class ChaikinMoneyFlowContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.ChaikinMoneyFlow);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
        [Case("20", Indicators.ChaikinMoneyFlow(), 19, 0, 20, x => Over(Sum(AccumulationDistributionContract.Flow(x), 20), Sum(x.Volume, 20)))];
}

public sealed class ChaikinOscillatorContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.ChaikinOscillator);

    private protected override IReadOnlyList<IndicatorCase> Cases => [Case("3, 10", Indicators.ChaikinOscillator(), 9, 0, null, Define, 50)];

    /// <summary>By way of the line: it adds up from a level at which both means begin without a difference but for the first day's flow.</summary>
    private static double[] Define(SlowBars x)
    {
        double[] flow = AccumulationDistributionContract.Flow(x), y = [.. Enumerable.Repeat(double.NaN, x.Days)];
        double line = 0, fast = 0, slow = 0;
        int seen = 0;
        for (int t = 0; t < x.Days; t++)
        {
            if (double.IsNaN(flow[t])) continue;
            if (seen++ == 0)
            {
                line = flow[t];
                fast = 0;             // (3 − 1)/2 of the first flow below the line
                slow = line - (4.5 * flow[t]);
            }
            else
            {
                line += flow[t];
                fast += (line - fast) * 2 / 4;
                slow += (line - slow) * 2 / 11;
            }

            if (seen >= 10) y[t] = fast - slow;
        }

        return y;
    }
}

public sealed class ForceIndexContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.ForceIndex);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
        [Case("13", Indicators.ForceIndex(), 13, 0, null, x => Ema(Each(Change(x.Close), x.Volume, (c, v) => c * v), 13), 20)];
}

public sealed class EmvContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Emv);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("Chinese", Indicators.Emv(), 26, double.NaN, 27, Chinese),
        Case("Arms", Indicators.Emv(style: EmvStyle.Arms), 14, 0, 15, x =>
        {
            double[] middle = Each(x.High, x.Low, (h, l) => (h + l) / 2), range = Minus(x.High, x.Low);
            return Mean(Each(Change(middle), range, x.Volume, (c, r, v) => c * r / (v / 1e8)), 14);
        }, 1e-3),
    ];

    private static double[] Chinese(SlowBars x)
    {
        double[] sum = Plus(x.High, x.Low), range = Minus(x.High, x.Low);
        double[] moved = Each(sum, Back(sum), (s, b) => 100 * (s - b) / s), calm = Over(Mean(x.Volume, 14), x.Volume), wide = Over(range, Mean(range, 14));
        return Mean(Each(moved, calm, wide, (m, c, w) => m * c * w), 14);
    }
}

public sealed class VrContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Vr);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("Tushare", Indicators.Vr(), 26, 0, 27, x => Define(x, 1, 0), 1e-3),
        Case("halved", Indicators.Vr(flat: FlatDays.Halved), 26, 100, 27, x => Define(x, 0.5, 0.5), 1e-3),
    ];

    private static double[] Define(SlowBars x, double toFalling, double toRising)
    {
        double[] change = Change(x.Close);
        double[] up = Each(change, x.Volume, (c, v) => c > 0 ? v : c == 0 ? toRising * v : 0);
        double[] down = Each(change, x.Volume, (c, v) => c < 0 ? v : c == 0 ? toFalling * v : 0);
        return Each(Sum(up, 26), Sum(down, 26), (u, d) => 100 * u / d);
    }
}
