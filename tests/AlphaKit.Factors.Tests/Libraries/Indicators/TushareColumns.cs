using static AlphaKit.Factors.Tests.Libraries.Technical.Slow;

namespace AlphaKit.Factors.Tests.Libraries.Technical;

/// <summary>
/// Which convention each technical column of Tushare follows, found by trying: MyTT's formulas throughout, means started with the first value,
/// divisor n in the Bollinger bands, prices adjusted backwards from the latest day for shares (前复权) and as they are for indices.
/// </summary>
internal static class TushareColumns
{
    private static readonly Bars Raw = Bars.Unadjusted;

    /// <summary>The columns of the shares' tables.</summary>
    public static IReadOnlyList<TushareColumn> OfShares { get; } =
    [
        new("macd_dif", 3, 220, Indicators.Macd(bars: Raw).Dif, Dif) { RoundedPrices = 3 },
        new("macd_dea", 3, 220, Indicators.Macd(bars: Raw).Dea, Dea) { RoundedPrices = 3 },
        new("macd", 3, 220, Indicators.Macd(bar: MacdBar.Doubled, bars: Raw).Bar, x => Times(2, Minus(Dif(x), Dea(x)))) { RoundedPrices = 6 },
        new("kdj_k", 3, 60, Indicators.Kdj(bars: Raw).K, K),
        new("kdj_d", 3, 60, Indicators.Kdj(bars: Raw).D, D),
        new("kdj_j", 3, 60, Indicators.Kdj(bars: Raw).J, x => Each(K(x), D(x), (k, d) => (3 * k) - (2 * d))),
        new("rsi_6", 3, 80, Indicators.Rsi(6, Seed.FirstValue, Raw), x => Rsi(x, 6)),
        new("rsi_12", 3, 180, Indicators.Rsi(12, Seed.FirstValue, Raw), x => Rsi(x, 12)),
        new("rsi_24", 3, 360, Indicators.Rsi(24, Seed.FirstValue, Raw), x => Rsi(x, 24)),
        new("boll_upper", 3, 19, Indicators.Bollinger(bars: Raw).Upper, x => Band(x, 2)),
        new("boll_mid", 3, 19, Indicators.Bollinger(bars: Raw).Middle, x => Mean(x.Close, 20)),
        new("boll_lower", 3, 19, Indicators.Bollinger(bars: Raw).Lower, x => Band(x, -2)),
        new("cci", 3, 13, Indicators.Cci(bars: Raw), Cci) { Single = 1e-5 },
    ];

    /// <summary>The columns of the indices' tables.</summary>
    public static IReadOnlyList<TushareColumn> OfIndices { get; } =
    [
        .. new[] { 5, 10, 20, 30, 60, 90, 250 }.Select(n => new TushareColumn($"ma_bfq_{n}", 5, n - 1, Indicators.Sma(Raw.Close, n), x => Mean(x.Close, n))),
        .. new[] { (5, 50), (10, 100), (20, 200), (30, 300) }.Select(n =>
            new TushareColumn($"ema_bfq_{n.Item1}", 5, n.Item2, Indicators.Ema(Raw.Close, n.Item1), x => Ema(x.Close, n.Item1))),
        new("expma_12_bfq", 5, 120, Indicators.Ema(Raw.Close, 12), x => Ema(x.Close, 12)),
        new("expma_50_bfq", 5, 490, Indicators.Ema(Raw.Close, 50), x => Ema(x.Close, 50)),
        .. OfShares.Take(12).Select(c => c with { Name = c.Name.StartsWith("rsi", StringComparison.Ordinal) ? c.Name.Insert(3, "_bfq") : c.Name == "kdj_j" ? "kdj_bfq" : c.Name + "_bfq", Decimals = c.Name.StartsWith("kdj", StringComparison.Ordinal) ? 5 : 3 }),
        new("cci_bfq", 5, 13, Indicators.Cci(bars: Raw), Cci) { Single = 1e-5 },
        new("wr_bfq", 3, 9, Indicators.WilliamsR(10, WilliamsScale.Positive, Raw), x => Williams(x, 10)),
        new("wr1_bfq", 3, 5, Indicators.WilliamsR(6, WilliamsScale.Positive, Raw), x => Williams(x, 6)),
        new("bias1_bfq", 3, 5, Indicators.Bias(6, Raw), x => Bias(x, 6)),
        new("bias2_bfq", 3, 11, Indicators.Bias(12, Raw), x => Bias(x, 12)),
        new("bias3_bfq", 3, 23, Indicators.Bias(24, Raw), x => Bias(x, 24)),
        new("psy_bfq", 3, 12, Indicators.Psy(bars: Raw), Psy),
        new("psyma_bfq", 3, 17, Indicators.Sma(Indicators.Psy(bars: Raw), 6), x => Mean(Psy(x), 6)),
        new("atr_bfq", 5, 20, Indicators.Atr(20, Smoothing.Simple, Raw), x => Mean(x.TrueRange, 20)),
        new("bbi_bfq", 5, 19, Indicators.Bbi(fourth: 20, bars: Raw), Bbi),
        new("dmi_pdi_bfq", 5, 14, Indicators.Dmi(smoothing: Smoothing.Simple, bars: Raw).PlusDi, x => Di(x, 1)),
        new("dmi_mdi_bfq", 5, 14, Indicators.Dmi(smoothing: Smoothing.Simple, bars: Raw).MinusDi, x => Di(x, -1)),
        new("dmi_adx_bfq", 5, 19, Indicators.Dmi(smoothing: Smoothing.Simple, bars: Raw).Adx, Adx),
        new("dmi_adxr_bfq", 5, 25, Indicators.Dmi(smoothing: Smoothing.Simple, bars: Raw).Adxr, x => Each(Adx(x), Back(Adx(x), 6), (a, b) => (a + b) / 2)),
        new("taq_up_bfq", 5, 19, Indicators.Donchian(bars: Raw).Upper, x => Highest(x.High, 20)),
        new("taq_mid_bfq", 5, 19, Indicators.Donchian(bars: Raw).Middle, x => Each(Highest(x.High, 20), Lowest(x.Low, 20), (h, l) => (h + l) / 2)),
        new("taq_down_bfq", 5, 19, Indicators.Donchian(bars: Raw).Lower, x => Lowest(x.Low, 20)),
        new("ktn_upper_bfq", 5, 200, Indicators.Keltner(style: KeltnerStyle.Chinese, bars: Raw).Upper, x => Keltner(x, 2)),
        new("ktn_mid_bfq", 5, 200, Indicators.Keltner(style: KeltnerStyle.Chinese, bars: Raw).Middle, x => Keltner(x, 0)),
        new("ktn_down_bfq", 5, 200, Indicators.Keltner(style: KeltnerStyle.Chinese, bars: Raw).Lower, x => Keltner(x, -2)),
        new("trix_bfq", 5, 120, Indicators.Trix(bars: Raw), Trix) { Single = 5e-5 },
        new("trma_bfq", 5, 120, Indicators.Sma(Indicators.Trix(bars: Raw), 20), x => Mean(Trix(x), 20)),
        new("vr_bfq", 5, 26, Indicators.Vr(bars: Raw), Vr),
        new("emv_bfq", 5, 26, Indicators.Emv(bars: Raw), Emv),
        new("maemv_bfq", 5, 34, Indicators.Sma(Indicators.Emv(bars: Raw), 9), x => Mean(Emv(x), 9)),
        new("dpo_bfq", 5, 29, Indicators.Dpo(bars: Raw), Dpo),
        new("madpo_bfq", 5, 34, Indicators.Sma(Indicators.Dpo(bars: Raw), 6), x => Mean(Dpo(x), 6)),
        new("brar_ar_bfq", 5, 25, Indicators.Brar(bars: Raw).Ar, Ar),
        new("brar_br_bfq", 5, 26, Indicators.Brar(bars: Raw).Br, Br),
        new("dfma_dif_bfq", 5, 49, Indicators.MeanDifference(bars: Raw), Dma),
        new("dfma_difma_bfq", 5, 58, Indicators.Sma(Indicators.MeanDifference(bars: Raw), 10), x => Mean(Dma(x), 10)),
        new("mtm_bfq", 5, 12, Indicators.Momentum(bars: Raw), x => Change(x.Close, 12)),
        new("mtmma_bfq", 5, 17, Indicators.Sma(Indicators.Momentum(bars: Raw), 6), x => Mean(Change(x.Close, 12), 6)),
        new("mass_bfq", 5, 40, Indicators.Mass(bars: Raw), Mass),
        new("ma_mass_bfq", 5, 45, Indicators.Sma(Indicators.Mass(bars: Raw), 6), x => Mean(Mass(x), 6)),
        new("roc_bfq", 5, 12, Indicators.Roc(bars: Raw), Roc),
        new("maroc_bfq", 5, 17, Indicators.Sma(Indicators.Roc(bars: Raw), 6), x => Mean(Roc(x), 6)),
        new("mfi_bfq", 5, 14, Indicators.Mfi(bars: Raw), Mfi),
        new("asi_bfq", 5, 26, Indicators.Asi(bars: Raw), x => Sum(AsiContract.Swing(x), 26)),
        new("asit_bfq", 5, 35, Indicators.Sma(Indicators.Asi(bars: Raw), 10), x => Mean(Sum(AsiContract.Swing(x), 26), 10)),
        new("cr_bfq", 5, 20, Indicators.Cr(20, MiddlePrice.Typical, Raw), Cr) { Single = 1e-5 },
        new("xsii_td1_bfq", 5, 4, Indicators.XueSi(bars: Raw).InnerUpper, x => Times(1.02, Mean(Price(x), 5))),
        new("xsii_td2_bfq", 5, 4, Indicators.XueSi(bars: Raw).InnerLower, x => Times(0.98, Mean(Price(x), 5))),
        new("updays", 0, 10, Indicators.RisingDays(Raw), x => RisingDaysContract.Runs(x.Close)),
        new("downdays", 0, 10, Indicators.FallingDays(Raw), x => RisingDaysContract.Runs(Each(x.Close, c => -c))),
    ];

    internal static double[] Price(SlowBars x) => Each(x.High, x.Low, x.Close, (h, l, c) => ((2 * c) + h + l) / 4);

    private static double[] Dif(SlowBars x) => Minus(Ema(x.Close, 12), Ema(x.Close, 26));

    private static double[] Dea(SlowBars x) => Ema(Dif(x), 9);

    private static double[] K(SlowBars x) => Recursive(StochasticContract.Raw(x, 9), 3, 1 / 3.0, false);

    private static double[] D(SlowBars x) => Recursive(K(x), 3, 1 / 3.0, false);

    private static double[] Rsi(SlowBars x, int days)
    {
        double[] change = Change(x.Close);
        return Each(Wilder(Each(change, c => Math.Max(c, 0)), days, false), Wilder(Each(change, Math.Abs), days, false), (g, m) => g / m * 100);
    }

    private static double[] Band(SlowBars x, double width) => Each(Mean(x.Close, 20), Deviation(x.Close, 20, 0), (m, d) => m + (width * d));

    private static double[] Cci(SlowBars x) => Each(x.Typical, Mean(x.Typical, 14), AbsoluteDeviation(x.Typical, 14), (p, m, d) => (p - m) / (0.015 * d));

    private static double[] Williams(SlowBars x, int days) => Each(StochasticContract.Raw(x, days), r => 100 - r);

    private static double[] Bias(SlowBars x, int days) => Each(x.Close, Mean(x.Close, days), (c, m) => (c - m) / m * 100);

    private static double[] Psy(SlowBars x) => Window(Change(x.Close), 12, w => 100.0 * w.Count(c => c > 0) / 12);

    private static double[] Bbi(SlowBars x) => Each(Plus(Mean(x.Close, 3), Mean(x.Close, 6)), Plus(Mean(x.Close, 12), Mean(x.Close, 20)), (a, b) => (a + b) / 4);

    private static double[] Di(SlowBars x, int sign)
    {
        double[] up = Change(x.High), down = Each(Change(x.Low), v => -v);
        double[] moved = Each(up, down, (u, d) => sign > 0 ? (u > 0 && u > d ? u : 0) : (d > 0 && d > u ? d : 0));
        return Each(Sum(moved, 14), Sum(x.TrueRange, 14), (m, r) => m * 100 / r);
    }

    private static double[] Adx(SlowBars x) => Mean(Each(Di(x, 1), Di(x, -1), (p, m) => Math.Abs(m - p) / (p + m) * 100), 6);

    private static double[] Keltner(SlowBars x, double width) => Each(Ema(x.Typical, 20), Mean(x.TrueRange, 10), (m, r) => m + (width * r));

    private static double[] Trix(SlowBars x)
    {
        double[] mean = Ema(Ema(Ema(x.Close, 12), 12), 12);
        return Each(mean, Back(mean), (m, b) => (m - b) / b * 100);
    }

    private static double[] Vr(SlowBars x)
    {
        double[] change = Change(x.Close);
        return Each(Sum(Each(change, x.Volume, (c, v) => c > 0 ? v : 0), 26), Sum(Each(change, x.Volume, (c, v) => c <= 0 ? v : 0), 26), (u, d) => u / d * 100);
    }

    private static double[] Emv(SlowBars x)
    {
        double[] sum = Plus(x.High, x.Low), range = Minus(x.High, x.Low);
        double[] moved = Each(sum, Back(sum), (s, b) => 100 * (s - b) / s), calm = Over(Mean(x.Volume, 14), x.Volume), wide = Over(range, Mean(range, 14));
        return Mean(Each(moved, calm, wide, (m, c, w) => m * c * w), 14);
    }

    private static double[] Dpo(SlowBars x) => Minus(x.Close, Back(Mean(x.Close, 20), 10));

    private static double[] Ar(SlowBars x) => Each(Sum(Minus(x.High, x.Open), 26), Sum(Minus(x.Open, x.Low), 26), (u, d) => u / d * 100);

    private static double[] Br(SlowBars x) => Each(
        Sum(Each(x.High, Back(x.Close), (h, c) => Math.Max(0, h - c)), 26), Sum(Each(x.Low, Back(x.Close), (l, c) => Math.Max(0, c - l)), 26), (u, d) => u / d * 100);

    private static double[] Dma(SlowBars x) => Minus(Mean(x.Close, 10), Mean(x.Close, 50));

    private static double[] Mass(SlowBars x)
    {
        double[] range = Mean(Minus(x.High, x.Low), 9);
        return Sum(Over(range, Mean(range, 9)), 25);
    }

    private static double[] Roc(SlowBars x) => Each(x.Close, Back(x.Close, 12), (c, b) => 100 * (c - b) / b);

    private static double[] Mfi(SlowBars x)
    {
        double[] flow = Each(x.Typical, x.Volume, (p, v) => p * v), change = Change(x.Typical);
        double[] rises = Sum(Each(change, flow, (c, f) => c > 0 ? f : 0), 14), falls = Sum(Each(change, flow, (c, f) => c < 0 ? f : 0), 14);
        return Each(rises, falls, (r, f) => 100 - (100 / (1 + (r / f))));
    }

    private static double[] Cr(SlowBars x)
    {
        double[] before = Back(x.Typical);
        return Each(
            Sum(Each(x.High, before, (h, m) => Math.Max(0, h - m)), 20), Sum(Each(x.Low, before, (l, m) => Math.Max(0, m - l)), 20), (u, d) => u / d * 100);
    }
}
