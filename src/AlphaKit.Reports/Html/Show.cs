using System.Globalization;

namespace AlphaKit.Reports;

/// <summary>Numbers as people see them: invariant culture, a true minus sign, an en dash for what is missing.</summary>
internal static class Show
{
    /// <summary>What stands for a missing value.</summary>
    public const string Missing = "–";

    /// <summary>A ratio as per cent: 0.1234 → 12.3%.</summary>
    public static string Percent(double value, int decimals = 1) => Fixed(value * 100, decimals) is var text && text == Missing ? text : text + "%";

    /// <summary>A ratio as per cent with its sign: 0.1234 → +12.3%.</summary>
    public static string Signed(double value, int decimals = 1) => (Math.Round(value * 100, decimals) > 0 ? "+" : "") + Percent(value, decimals);

    /// <summary>A number with fixed decimals and thousands separators.</summary>
    public static string Fixed(double value, int decimals)
    {
        if (!double.IsFinite(value)) return Missing;
        double rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero) + 0.0;
        return Minus(rounded.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    /// <summary>A whole number with thousands separators.</summary>
    public static string Count(long value) => Minus(value.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>Money in CNY, shortened to thousands, millions or billions.</summary>
    public static string Cny(double value)
    {
        double size = Math.Abs(value);
        return !double.IsFinite(value) ? Missing
            : size >= 1e9 ? "¥" + Fixed(value / 1e9, 2) + " bn"
            : size >= 1e6 ? "¥" + Fixed(value / 1e6, 2) + " m"
            : size >= 1e4 ? "¥" + Fixed(value / 1e3, 1) + " k"
            : "¥" + Fixed(value, 0);
    }

    /// <summary>Money on an axis: as <see cref="Cny"/>, without trailing zeros.</summary>
    public static string CnyTick(double value)
    {
        (double unit, string suffix) = Math.Abs(value) switch { >= 1e9 => (1e9, " bn"), >= 1e6 => (1e6, " m"), >= 1e4 => (1e3, " k"), _ => (1.0, "") };
        return "¥" + Minus((value / unit).ToString("#,0.##", CultureInfo.InvariantCulture)) + suffix;
    }

    /// <summary>Money as readers of Chinese see it: in 万 (10,000) and 亿 (100 million).</summary>
    public static string Yuan(double value)
    {
        double size = Math.Abs(value);
        return !double.IsFinite(value) ? Missing
            : size >= 1e8 ? "¥" + Fixed(value / 1e8, 2) + " 亿"
            : size >= 1e4 ? "¥" + Fixed(value / 1e4, 1) + " 万"
            : "¥" + Fixed(value, 0);
    }

    /// <summary>Money on an axis: as <see cref="Yuan"/>, without trailing zeros.</summary>
    public static string YuanTick(double value)
    {
        (double unit, string suffix) = Math.Abs(value) switch { >= 1e8 => (1e8, " 亿"), >= 1e4 => (1e4, " 万"), _ => (1.0, "") };
        return "¥" + Minus((value / unit).ToString("#,0.##", CultureInfo.InvariantCulture)) + suffix;
    }

    /// <summary>A date: 2020-02-03.</summary>
    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Replaces a leading hyphen by the minus sign.</summary>
    public static string Minus(string number) => number.StartsWith('-') ? "−" + number[1..] : number;

    /// <summary>A drawing coordinate with one decimal.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The coordinate is not finite: a drawing error, never written to a page.</exception>
    public static string At(double coordinate) => double.IsFinite(coordinate)
        ? (Math.Round(coordinate, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture)
        : throw new ArgumentOutOfRangeException(nameof(coordinate), coordinate, "Must be finite.");
}
