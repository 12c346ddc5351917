using System.Globalization;
using AlphaKit.TestSupport;

namespace AlphaKit.Factors.Tests.Libraries.Technical;

/// <summary>
/// The indicators against TA-Lib itself on 160 made-up bars; <c>Golden/talib.mjs</c> made the table. Where TA-Lib starts a mean
/// otherwise, the comparison begins when the start has faded to the tolerance.
/// </summary>
public sealed class TaLibTests
{
    private static readonly Bars Raw = Bars.Unadjusted;
    private static readonly Dictionary<string, double[]> Table = Read();
    private static readonly Panel Panel = TestPanels.Of([
        (Field.Open, Rows("open")), (Field.High, Rows("high")), (Field.Low, Rows("low")), (Field.Close, Rows("close")), (Field.Volume, Rows("volume"))]);

    // Column, indicator, first row compared, allowed error relative to the largest value of the column.
    private static readonly (string Column, Factor Factor, int From, double Error)[] Cases =
    [
        ("sma_10", Indicators.Sma(Raw.Close, 10), 9, 1e-6),
        ("ema_10", Indicators.Ema(Raw.Close, 10, Seed.Average), 9, 1e-6),
        ("wma_10", Indicators.Wma(Raw.Close, 10), 9, 1e-6),
        ("trima_10", Indicators.Trima(Raw.Close, 10), 9, 1e-6),
        ("dema_10", Indicators.Dema(Raw.Close, 10, Seed.Average), 18, 1e-6),
        ("tema_10", Indicators.Tema(Raw.Close, 10, Seed.Average), 27, 1e-6),
        ("kama_10", Indicators.Kama(Raw.Close), 40, 1e-4),
        ("rsi_14", Indicators.Rsi(bars: Raw), 14, 2e-6),
        ("cci_14", Indicators.Cci(bars: Raw), 13, 2e-5),
        ("macd.MACD", Indicators.Macd(seed: Seed.Average, bars: Raw).Dif, 110, 1e-4),
        ("macd.MACDSignal", Indicators.Macd(seed: Seed.Average, bars: Raw).Dea, 110, 1e-4),
        ("macd.MACDHist", Indicators.Macd(seed: Seed.Average, bars: Raw).Bar, 110, 1e-4),
        ("trange", Indicators.TrueRange(Raw), 1, 2e-6),
        ("atr_14", Indicators.Atr(bars: Raw), 14, 2e-6),
        ("plus_di", Indicators.Dmi(bars: Raw).PlusDi, 110, 1e-3),
        ("minus_di", Indicators.Dmi(bars: Raw).MinusDi, 110, 1e-3),
        ("dx", Indicators.Dmi(bars: Raw).Dx, 110, 2e-3),
        ("adx", Indicators.Dmi(bars: Raw).Adx, 130, 2e-3),
        ("adxr", Indicators.Dmi(bars: Raw).Adxr, 130, 2e-3),
        ("mfi_14", Indicators.Mfi(bars: Raw), 14, 2e-6),
        ("roc_10", Indicators.Roc(10, Raw), 10, 5e-6),
        ("mom_10", Indicators.Momentum(10, Raw), 10, 5e-6),
        ("willr_14", Indicators.WilliamsR(bars: Raw), 13, 2e-6),
        ("trix_12", Indicators.Trix(seed: Seed.Average, bars: Raw), 34, 5e-5),
        ("ultosc", Indicators.UltimateOscillator(bars: Raw), 28, 2e-6),
        ("sar", Indicators.ParabolicSar(bars: Raw), 1, 2e-6),
        ("adosc", Indicators.ChaikinOscillator(bars: Raw), 90, 1e-5),
        ("linreg_slope", Indicators.LinearRegression(Raw.Close).Slope, 13, 5e-6),
        ("linreg", Indicators.LinearRegression(Raw.Close).End, 13, 1e-6),
        ("tsf", Indicators.LinearRegression(Raw.Close).End + Indicators.LinearRegression(Raw.Close).Slope, 13, 1e-6),
    ];

    [Fact]
    public void Equal_TA_Lib()
    {
        foreach ((string column, Factor factor, int from, double error) in Cases)
        {
            double[] expected = Table[column];
            float[] actual = factor.Compute(Panel).Values.Column(0);
            double allowed = error * expected.Where(double.IsFinite).Max(Math.Abs);
            for (int t = from; t < expected.Length; t++)
            {
                if (!(Math.Abs(expected[t] - actual[t]) <= allowed)) Assert.Fail($"{column}, row {t}: TA-Lib {expected[t]:R}, here {actual[t]:R}, allowed {allowed:R}.");
            }

            if (factor.LookBack == from) Assert.True(double.IsNaN(expected[from - 1]), $"{column} begins before row {from}.");
        }
    }

    [Fact]
    public void Sums_over_days_are_changes_of_the_lines_of_TA_Lib()
    {
        float[] obv = Indicators.Obv(20, Raw).Compute(Panel).Values.Column(0), flow = Indicators.AccumulationDistribution(20, Raw).Compute(Panel).Values.Column(0);
        for (int t = 20; t < 160; t++)
        {
            Assert.Equal(Table["obv"][t] - Table["obv"][t - 20], obv[t], 1.0);
            Assert.Equal(Table["ad"][t] - Table["ad"][t - 20], flow[t], 30.0);
        }
    }

    /// <summary>Of equal extremes TA-Lib takes the latest, <see cref="Indicators.Aroon"/> the oldest.</summary>
    [Fact]
    public void Aroon_equals_TA_Lib_but_for_ties()
    {
        float[] up = Indicators.Aroon(bars: Raw).Up.Compute(Panel).Values.Column(0), down = Indicators.Aroon(bars: Raw).Down.Compute(Panel).Values.Column(0);
        int ties = 0;
        for (int t = 25; t < 160; t++)
        {
            double[] highs = Table["high"][(t - 25)..(t + 1)], lows = Table["low"][(t - 25)..(t + 1)];
            if (highs.Count(h => h == highs.Max()) == 1) Assert.Equal(Table["aroon.aroonUp"][t], up[t], 1e-4);
            else ties++;
            if (lows.Count(l => l == lows.Min()) == 1) Assert.Equal(Table["aroon.aroonDown"][t], down[t], 1e-4);
            else ties++;
        }

        Assert.InRange(ties, 1, 60);
    }

    private static Dictionary<string, double[]> Read()
    {
        string file = Path.Combine(SharedData.RepositoryRoot, "tests", "AlphaKit.Factors.Tests", "Libraries", "Indicators", "Golden", "talib.csv");
        string[][] lines = [.. File.ReadAllLines(file).Select(l => l.Split(','))];
        return lines[0].Select((name, k) => (name, k)).ToDictionary(
            c => c.name, c => lines.Skip(1).Select(l => l[c.k].Length == 0 ? double.NaN : double.Parse(l[c.k], CultureInfo.InvariantCulture)).ToArray());
    }

    private static float[][] Rows(string column) => [.. Table[column].Select(v => new[] { (float)v })];
}
