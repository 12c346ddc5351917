using static AlphaKit.Factors.Tests.Libraries.Technical.Slow;

namespace AlphaKit.Factors.Tests.Libraries.Technical;

public sealed class DmiContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Dmi);

    private protected override IReadOnlyList<IndicatorCase> Cases
    {
        get
        {
            DmiLines wilder = Indicators.Dmi(), simple = Indicators.Dmi(smoothing: Smoothing.Simple);
            const double nothing = double.NaN;
            return
            [
                Case("+DI", wilder.PlusDi, 14, nothing, null, x => Di(x, 1, true), 1e-4),
                Case("−DI", wilder.MinusDi, 14, nothing, null, x => Di(x, -1, true), 1e-4),
                Case("DX", wilder.Dx, 14, nothing, null, x => Dx(x, true), 5e-4),
                Case("ADX", wilder.Adx, 27, nothing, null, x => Wilder(Dx(x, true), 14), 5e-4),
                Case("ADXR", wilder.Adxr, 40, nothing, null, x => Half(Wilder(Dx(x, true), 14), 13), 5e-4),
                Case("+DI, simple", simple.PlusDi, 14, nothing, 15, x => Di(x, 1, false), 1e-4),
                Case("−DI, simple", simple.MinusDi, 14, nothing, 15, x => Di(x, -1, false), 1e-4),
                Case("DX, simple", simple.Dx, 14, nothing, 15, x => Dx(x, false), 5e-4),
                Case("ADX, simple", simple.Adx, 19, nothing, 20, x => Mean(Dx(x, false), 6), 5e-4),
                Case("ADXR, simple", simple.Adxr, 25, nothing, 26, x => Half(Mean(Dx(x, false), 6), 6), 5e-4),
            ];
        }
    }

    private static double[] Di(SlowBars x, int sign, bool wilder)
    {
        double[] up = Change(x.High), down = Each(Change(x.Low), v => -v);
        double[] moved = Each(up, down, (u, d) => sign > 0 ? (u > 0 && u > d ? u : 0) : (d > 0 && d > u ? d : 0));
        return Each(Smooth(moved), Smooth(x.TrueRange), (m, r) => 100 * m / r);

        double[] Smooth(double[] y) => wilder ? Wilder(y, 14) : Sum(y, 14);
    }

    private static double[] Dx(SlowBars x, bool wilder) => Each(Di(x, 1, wilder), Di(x, -1, wilder), (p, m) => 100 * Math.Abs(p - m) / (p + m));

    private static double[] Half(double[] adx, int days) => Each(adx, Back(adx, days), (a, b) => (a + b) / 2);
}

public sealed class AroonContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.Aroon);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("up", Indicators.Aroon().Up, 25, 0, 26, x => Up(x.High)),
        Case("down", Indicators.Aroon().Down, 25, 0, 26, x => Up(Each(x.Low, v => -v))),
        Case("oscillator", Indicators.Aroon().Oscillator, 25, 0, 26, x => Minus(Up(x.High), Up(Each(x.Low, v => -v)))),
    ];

    private static double[] Up(double[] x) => Window(x, 26, w => 100 * (25 - (25 - Array.IndexOf(w, w.Max()))) / 25.0);
}

public sealed class ParabolicSarContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.ParabolicSar);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("0.02, 0.2", Indicators.ParabolicSar(), 1, 12.5, null, x => Define(x, 0.02, 0.2)) with { LookBack = 0 },
        Case("0.05, 0.1", Indicators.ParabolicSar(0.05, 0.1), 1, 12.5, null, x => Define(x, 0.05, 0.1)) with { LookBack = 0 },
    ];

    // Wilder's rules on the days present, told from both sides at once: sign is 1 when long and −1 when short, and prices are taken times sign.
    internal static double[] Define(SlowBars x, double step, double limit)
    {
        int[] present = [.. Enumerable.Range(0, x.Days).Where(t => !double.IsNaN(x.High[t]) && !double.IsNaN(x.Low[t]))];
        double[] y = [.. Enumerable.Repeat(double.NaN, x.Days)];
        if (present.Length < 2) return y;
        (int first, int second) = (present[0], present[1]);
        double rise = x.High[second] - x.High[first], fall = x.Low[first] - x.Low[second];
        int sign = fall > 0 && fall > rise ? -1 : 1;
        double stop = Worst(first), extreme = Best(second), factor = step;
        for (int k = 1; k < present.Length; k++)
        {
            int today = present[k], before = present[Math.Max(k - 1, 1)];
            if (sign * Worst(today) <= sign * stop)
            {
                sign = -sign;
                stop = Limit(extreme, before, today);
                y[today] = stop;
                factor = step;
                extreme = Best(today);
            }
            else
            {
                y[today] = stop;
                if (sign * Best(today) > sign * extreme)
                {
                    extreme = Best(today);
                    factor = Math.Min(factor + step, limit);
                }
            }

            stop = Limit(stop + (factor * (extreme - stop)), before, today);
        }

        return y;

        double Best(int t) => sign > 0 ? x.High[t] : x.Low[t];

        double Worst(int t) => sign > 0 ? x.Low[t] : x.High[t];

        double Limit(double value, int before, int today) =>
            sign > 0 ? Math.Min(value, Math.Min(x.Low[before], x.Low[today])) : Math.Max(value, Math.Max(x.High[before], x.High[today]));
    }
}

public sealed class SuperTrendContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.SuperTrend);

    private protected override IReadOnlyList<IndicatorCase> Cases => [Case("10, 3", Indicators.SuperTrend(), 10, 12.5, null, Define)];

    private static double[] Define(SlowBars x)
    {
        double[] range = Wilder(x.TrueRange, 10), y = [.. Enumerable.Repeat(double.NaN, x.Days)];
        double upper = 0, lower = 0, before = double.NaN;
        bool rising = true;
        for (int t = 0; t < x.Days; t++)
        {
            if (double.IsNaN(range[t]) || double.IsNaN(x.Close[t])) continue;
            double middle = (x.High[t] + x.Low[t]) / 2, high = middle + (3 * range[t]), low = middle - (3 * range[t]);
            if (double.IsNaN(before))
            {
                (upper, lower, rising) = (high, low, x.Close[t] >= middle);
            }
            else
            {
                if (high < upper || before > upper) upper = high;
                if (low > lower || before < lower) lower = low;
                rising = rising ? x.Close[t] >= lower : x.Close[t] > upper;
            }

            y[t] = rising ? lower : upper;
            before = x.Close[t];
        }

        return y;
    }
}

public sealed class LinearRegressionContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.LinearRegression);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
    [
        Case("slope", Indicators.LinearRegression(Op.Close).Slope, 13, 0, 14, x => Window(x.Close, 14, w => Line(w).Slope)),
        Case("R²", Indicators.LinearRegression(Op.Close).RSquared, 13, double.NaN, 14, x => Window(x.Close, 14, w => w.Max() - w.Min() < 1e-9 ? double.NaN : Line(w).RSquared)),
        Case("end", Indicators.LinearRegression(Op.Close).End, 13, 12.5, 14, x => Window(x.Close, 14, w => Line(w).Intercept + (13 * Line(w).Slope))),
    ];
}

public sealed class RisingDaysContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.RisingDays);

    private protected override IReadOnlyList<IndicatorCase> Cases => [Case("", Indicators.RisingDays(), 1, 0, 2, x => Runs(x.Close))];

    internal static double[] Runs(double[] x)
    {
        double[] change = Change(x), y = Each(change, _ => 0);
        int run = -1;
        for (int t = 0; t < x.Length; t++)
        {
            if (double.IsNaN(change[t])) continue;
            run = run < 0 || change[t] <= 0 ? 0 : run + 1;    // the first day that can be compared is day 0
            y[t] = run;
        }

        return y;
    }
}

public sealed class FallingDaysContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.FallingDays);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
        [Case("", Indicators.FallingDays(), 1, 0, 3, x => RisingDaysContract.Runs(Each(x.Close, c => -c)))];
}

public sealed class DaysToppedContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.DaysTopped);

    private protected override IReadOnlyList<IndicatorCase> Cases => [Case("", Indicators.DaysTopped(), 120, 120, 121, x => Topped(x.Close))];

    internal static double[] Topped(double[] x) => Window(x, 121, w =>
    {
        int count = 0;
        for (int k = 119; k >= 0 && w[k] <= w[120]; k--) count++;
        return count;
    });
}

public sealed class DaysUndercutContract : IndicatorContract
{
    public override string Indicator => nameof(Indicators.DaysUndercut);

    private protected override IReadOnlyList<IndicatorCase> Cases =>
        [Case("", Indicators.DaysUndercut(), 120, 120, 121, x => DaysToppedContract.Topped(Each(x.Close, c => -c)))];
}
