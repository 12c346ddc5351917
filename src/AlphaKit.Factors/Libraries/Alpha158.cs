using System.Globalization;
using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors;

/// <summary>
/// Qlib's 158 features under Qlib's names and in Qlib's order: nine of the day's bar (KMID to KSFT2), four prices over the close (OPEN0 HIGH0
/// LOW0 VWAP0), and 29 rolling ones over 5, 10, 20, 30 and 60 days (ROC5 to VSUMD60).
/// <code>
/// FeatureTensor x = FactorSet.Alpha158.Compute(panel);
/// Factor correlation = FactorSet.Alpha158["CORR20"];
/// </code>
/// </summary>
/// <remarks>
/// Source: the expressions of Qlib's Alpha158DL (Yang, Liu, Zhou, Bian and Liu, Qlib: An AI-oriented quantitative investment platform, 2020,
/// arXiv:2009.11189). Prices are the adjusted ones, volume is volume / adj_factor, as Qlib's data are. Windows follow Qlib's rule,
/// <see cref="MinPeriods.SkipMissing"/>: missing days are left out and one value is enough (two for a deviation, a slope or a correlation).
/// Where a value cannot be as in Qlib, or should not be, stands in docs/alpha158.md.
/// </remarks>
/// <threadsafety>Safe for concurrent use; a feature's expression is made when it is first asked for.</threadsafety>
public static class Alpha158
{
    /// <summary>How many there are.</summary>
    public const int Count = 158;

    // Qlib's guard against dividing by zero.
    private const double Tiny = 1e-12;

    /// <summary>The windows of the rolling features, in trading days.</summary>
    public static IReadOnlyList<int> Windows { get; } = Array.AsReadOnly([5, 10, 20, 30, 60]);

    /// <summary>All of them in Qlib's order.</summary>
    public static IReadOnlyList<NamedFactor> All { get; } = Array.AsReadOnly([.. Bar(), .. Prices(), .. Rolling()]);

    internal static FactorSet Set { get; } = FactorSet.Of(All);

    // volume that compares over time as the adjusted prices do
    private static Factor Shares => Volume / Field.AdjFactor;

    private static Factor Range => High - Low + Tiny;

    private static Factor Move => Close - Delay(Close, 1);

    private static Factor ShareMove => Shares - Delay(Shares, 1);

    private static Factor WeightedMove => Abs((Close / Delay(Close, 1)) - 1) * Shares;

    private static NamedFactor[] Bar() =>
    [
        new("KMID", () => (Close - Open) / Open, "Body of the bar over the open."),
        new("KLEN", () => (High - Low) / Open, "Length of the bar over the open."),
        new("KMID2", () => (Close - Open) / Range, "Body of the bar over its length."),
        new("KUP", () => (High - Larger(Open, Close)) / Open, "Upper shadow over the open."),
        new("KUP2", () => (High - Larger(Open, Close)) / Range, "Upper shadow over the length of the bar."),
        new("KLOW", () => (Smaller(Open, Close) - Low) / Open, "Lower shadow over the open."),
        new("KLOW2", () => (Smaller(Open, Close) - Low) / Range, "Lower shadow over the length of the bar."),
        new("KSFT", () => ((2 * Close) - High - Low) / Open, "Twice the distance of the close from the middle of the bar, over the open."),
        new("KSFT2", () => ((2 * Close) - High - Low) / Range, "Twice the distance of the close from the middle of the bar, over its length."),
    ];

    private static NamedFactor[] Prices() =>
    [
        new("OPEN0", () => Open / Close, "Open over close."),
        new("HIGH0", () => High / Close, "High over close."),
        new("LOW0", () => Low / Close, "Low over close."),
        new("VWAP0", () => Vwap / Close, "Mean price of the day over close."),
    ];

    private static IEnumerable<NamedFactor> Rolling() =>
    [
        .. Each("ROC", "Close {0} days ago over today's.", d => Delay(Close, d) / Close),
        .. Each("MA", "Mean close of {0} days over today's.", d => Average(Close, d) / Close),
        .. Each("STD", "Standard deviation of the close over {0} days, over today's close.", d => Spread(Close, d) / Close),
        .. Each("BETA", "Slope of the close over {0} days, over today's close.", d => Slope(Close, d, Skip) / Close),
        .. Each("RSQR", "How well a line fits the close of {0} days.", d => RSquared(Close, d, Skip)),
        .. Each("RESI", "Distance of the close from the line through {0} days, over the close.", d => Residual(Close, d, Skip) / Close),
        .. Each("MAX", "Highest high of {0} days over close.", d => Top(d) / Close),
        .. Each("MIN", "Lowest low of {0} days over close.", d => Bottom(d) / Close),
        .. Each("QTLU", "80 % quantile of the close over {0} days, over today's.", d => TsQuantile(Close, d, 0.8, Skip) / Close),
        .. Each("QTLD", "20 % quantile of the close over {0} days, over today's.", d => TsQuantile(Close, d, 0.2, Skip) / Close),
        .. Each("RANK", "Percentile of today's close among {0} days.", d => TsRank(Close, d, Skip)),
        .. Each("RSV", "Position of the close between the lowest low and the highest high of {0} days.", d => (Close - Bottom(d)) / (Top(d) - Bottom(d) + Tiny)),
        .. Each("IMAX", "Where in the window of {0} days the highest high stands, 1 = today.", d => TsArgMax(High, d, Skip) / d),
        .. Each("IMIN", "Where in the window of {0} days the lowest low stands, 1 = today.", d => TsArgMin(Low, d, Skip) / d),
        .. Each("IMXD", "How much later than the lowest low the highest high came, over {0} days.", d => (TsArgMax(High, d, Skip) - TsArgMin(Low, d, Skip)) / d),
        .. Each("CORR", "Correlation of close and log volume over {0} days.", d => Correlation(Close, Log(Shares + 1), d, Skip)),
        .. Each("CORD", "Correlation of price and log volume changes over {0} days.", d => Correlation(Close / Delay(Close, 1), Log((Shares / Delay(Shares, 1)) + 1), d, Skip)),
        .. Each("CNTP", "Share of {0} days on which the close rose.", Rises),
        .. Each("CNTN", "Share of {0} days on which the close fell.", Falls),
        .. Each("CNTD", "Share of rises less share of falls over {0} days.", d => Rises(d) - Falls(d)),
        .. Each("SUMP", "Gains over gains and losses of {0} days.", d => Gains(Move, d) / Total(Move, d)),
        .. Each("SUMN", "Losses over gains and losses of {0} days.", d => Gains(-Move, d) / Total(Move, d)),
        .. Each("SUMD", "Gains less losses over gains and losses of {0} days.", d => (Gains(Move, d) - Gains(-Move, d)) / Total(Move, d)),
        .. Each("VMA", "Mean volume of {0} days over today's.", d => Average(Shares, d) / (Shares + Tiny)),
        .. Each("VSTD", "Standard deviation of volume over {0} days, over today's volume.", d => Spread(Shares, d) / (Shares + Tiny)),
        .. Each("WVMA", "Variation of the volume-weighted moves of {0} days.", d => Spread(WeightedMove, d) / (Average(WeightedMove, d) + Tiny)),
        .. Each("VSUMP", "Volume gains over volume moves of {0} days.", d => Gains(ShareMove, d) / Total(ShareMove, d)),
        .. Each("VSUMN", "Volume losses over volume moves of {0} days.", d => Gains(-ShareMove, d) / Total(ShareMove, d)),
        .. Each("VSUMD", "Volume gains less losses over volume moves of {0} days.", d => (Gains(ShareMove, d) - Gains(-ShareMove, d)) / Total(ShareMove, d)),
    ];

    private static MinPeriods Skip => MinPeriods.SkipMissing;

    private static Factor Average(Factor x, int days) => Mean(x, days, Skip);

    private static Factor Spread(Factor x, int days) => Std(x, days, Deviation.Sample, Skip);

    private static Factor Top(int days) => TsMax(High, days, Skip);

    private static Factor Bottom(int days) => TsMin(Low, days, Skip);

    // A day without a comparison counts as a day without a rise, as in Qlib.
    private static Factor Rises(int days) => Mean(FillMissing(Close > Delay(Close, 1), 0), days, Skip);

    private static Factor Falls(int days) => Mean(FillMissing(Close < Delay(Close, 1), 0), days, Skip);

    private static Factor Gains(Factor move, int days) => Sum(Larger(move, 0), days, Skip);

    private static Factor Total(Factor move, int days) => Sum(Abs(move), days, Skip) + Tiny;

    private static NamedFactor[] Each(string name, string description, Func<int, Factor> expression)
    {
        NamedFactor[] factors = new NamedFactor[Windows.Count];
        for (int k = 0; k < factors.Length; k++)
        {
            int days = Windows[k];
            string text = days.ToString(CultureInfo.InvariantCulture);
            factors[k] = new NamedFactor(name + text, () => expression(days), description.Replace("{0}", text, StringComparison.Ordinal));
        }

        return factors;
    }
}
