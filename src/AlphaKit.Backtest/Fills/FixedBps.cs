using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>A fixed fraction of the price: price × basis points / 10,000, in CNY per share, on each side.</summary>
public sealed class FixedBps : ISlippage
{
    private const long Scale = 10_000, Denominator = 10_000 * Scale;

    private readonly decimal _perSide;
    private readonly long _scaled; // ten-thousandths of a basis point; −1 where those are not whole

    private FixedBps(decimal perSide)
    {
        if (perSide is < 0m or > 1000m) throw new ArgumentOutOfRangeException(nameof(perSide), perSide, "Must be 0 to 1000 basis points per side.");
        _perSide = perSide;
        decimal scaled = perSide * Scale;
        _scaled = scaled == decimal.Truncate(scaled) ? (long)scaled : -1;
    }

    /// <summary>The same in <see cref="PriceUnits"/>, rounded half up; false for more digits or prices than fit whole numbers.</summary>
    internal bool TryUnits(long price, out long units)
    {
        bool fits = _scaled >= 0 && price < 100_000_000_000;
        units = fits ? ((price * _scaled) + (Denominator / 2)) / Denominator : 0;
        return fits;
    }

    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{_perSide.ToString("0.####", CultureInfo.InvariantCulture)} bps per side");

    /// <summary>Each of buy and sell costs that much.</summary>
    /// <param name="basisPoints">0 to 1000; 10 is 0.1 %.</param>
    public static FixedBps PerSide(decimal basisPoints) => new(basisPoints);

    /// <summary>Buy and sell together cost that much: half on each side.</summary>
    /// <param name="basisPoints">0 to 2000; 10 is 0.1 %.</param>
    public static FixedBps RoundTrip(decimal basisPoints) => new(basisPoints / 2m);

    /// <inheritdoc/>
    public decimal PerShare(in SlippageRequest order) => order.Price * _perSide / 10_000m;
}
