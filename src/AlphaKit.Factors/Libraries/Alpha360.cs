using System.Globalization;
using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors;

/// <summary>
/// Qlib's 360 features under Qlib's names and in Qlib's order: close, open, high, low and mean price of the last 60 days over today's close and
/// volume of the last 60 days over today's, each from the oldest to today: CLOSE59 … CLOSE0, OPEN59 …, HIGH59 …, LOW59 …, VWAP59 …, VOLUME59 … VOLUME0.
/// </summary>
/// <remarks>
/// Source: the expressions of Qlib's Alpha360DL. Prices are the adjusted ones, volume is volume / adj_factor, as Qlib's data are; missing where
/// one of the two days is. See docs/alpha158.md.
/// </remarks>
/// <threadsafety>Safe for concurrent use; a feature's expression is made when it is first asked for.</threadsafety>
public static class Alpha360
{
    /// <summary>How many there are.</summary>
    public const int Count = 360;

    /// <summary>Days per quantity, today included.</summary>
    public const int Days = 60;

    // Qlib's guard against dividing by zero.
    private const double Tiny = 1e-12;

    /// <summary>All of them in Qlib's order.</summary>
    public static IReadOnlyList<NamedFactor> All { get; } = Array.AsReadOnly(
    [
        .. Each("CLOSE", () => Close, () => Close),
        .. Each("OPEN", () => Open, () => Close),
        .. Each("HIGH", () => High, () => Close),
        .. Each("LOW", () => Low, () => Close),
        .. Each("VWAP", () => Vwap, () => Close),
        .. Each("VOLUME", () => Shares, () => Shares + Tiny),
    ]);

    internal static FactorSet Set { get; } = FactorSet.Of(All);

    // volume that compares over time as the adjusted prices do
    private static Factor Shares => Volume / Field.AdjFactor;

    private static IEnumerable<NamedFactor> Each(string name, Func<Factor> quantity, Func<Factor> today) =>
        Enumerable.Range(0, Days).Select(k => Days - 1 - k).Select(lag => new NamedFactor(
            string.Create(CultureInfo.InvariantCulture, $"{name}{lag}"),
            () => (lag == 0 ? quantity() : Delay(quantity(), lag)) / today(),
            string.Create(CultureInfo.InvariantCulture, $"{name.ToLowerInvariant()} {lag} days ago over today's {(name == "VOLUME" ? "volume" : "close")}.")));
}
