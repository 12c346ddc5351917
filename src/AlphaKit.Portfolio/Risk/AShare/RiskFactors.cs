namespace AlphaKit.Portfolio;

/// <summary>The names under which <see cref="AShareRiskModel"/> lists its factors: the country, then styles, then industries.</summary>
public static class RiskFactors
{
    private static readonly string[] s_styles =
    [
        "size", "beta", "momentum", "residual_volatility", "non_linear_size", "book_to_price", "liquidity", "earnings_yield", "growth", "leverage",
    ];

    /// <summary>The country factor (国家因子): every instrument has exposure one.</summary>
    public const string Country = "country";

    /// <summary>The name of a style factor, for example <c>residual_volatility</c>.</summary>
    /// <param name="style">The style.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such style.</exception>
    public static string NameOf(RiskStyle style) => Enum.IsDefined(style)
        ? s_styles[(int)style]
        : throw new ArgumentOutOfRangeException(nameof(style), style, "Must be a style of the enumeration.");

    /// <summary>The name of an industry factor, for example <c>industry:Banks</c>.</summary>
    /// <param name="industry">The industry.</param>
    public static string NameOf(Industry industry)
    {
        ArgumentNullException.ThrowIfNull(industry);
        return $"industry:{industry.Name}";
    }
}
