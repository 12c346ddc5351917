using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>
/// Market impact that grows with the square root of the order's part of the volume:
/// price × min(α · σ · √(shares / average volume), cap), in CNY per share; σ is the daily volatility. The square-root law is the common
/// finding of the impact literature (for example Almgren, Thum, Hauptmann and Li, "Direct Estimation of Equity Market Impact", 2005, find
/// an exponent near 0.6). Where volume or volatility is unknown the cap applies.
/// </summary>
public sealed class SquareRootImpact : ISlippage
{
    /// <summary>Default of <see cref="Alpha"/>.</summary>
    public const double DefaultAlpha = 1.0;

    /// <summary>Default of <see cref="Cap"/>.</summary>
    public const double DefaultCap = 0.01;

    /// <summary>Scale α.</summary>
    /// <value>0 to 10. The default is <see cref="DefaultAlpha"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Alpha
    {
        get;
        init => field = value is >= 0 and <= 10 ? value : throw new ArgumentOutOfRangeException(nameof(Alpha), value, "Must be 0 to 10.");
    } = DefaultAlpha;

    /// <summary>Largest slippage, as a fraction of the price.</summary>
    /// <value>0 to 0.1. The default is <see cref="DefaultCap"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Cap
    {
        get;
        init => field = value is >= 0 and <= 0.1 ? value : throw new ArgumentOutOfRangeException(nameof(Cap), value, "Must be 0 to 0.1.");
    } = DefaultCap;

    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"square root impact, alpha {Alpha:R}, cap {Cap:R}");

    /// <inheritdoc/>
    public decimal PerShare(in SlippageRequest order)
    {
        double fraction = Alpha * order.DailyVolatility * Math.Sqrt(order.Shares / order.AverageVolume);
        return order.Price * (decimal)(fraction < Cap ? fraction : Cap);
    }
}
