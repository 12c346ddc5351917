using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>Whether an order can be filled on a day, judged by what is known at the moment of the deal, and at which price.</summary>
internal sealed class FillRules(MarketFrame frame, MarketRules rules, BacktestOptions options)
{
    /// <summary>A one-price day counts as locked at its limit when adjusted prices moved at least this much.</summary>
    public const double LockedMove = 0.045;

    /// <summary>Adjusted opening prices within this part of the relative limit count as at the limit; the cent is lost in adjustment.</summary>
    public const double AdjustedTolerance = 0.005;

    private readonly TradedVolume _volume = new(frame);
    private readonly bool _needsVolatility = options.Slippage is not (NoSlippage or FixedBps);

    /// <summary>Null if the order can be dealt, else why not.</summary>
    /// <param name="row">Dealing day.</param>
    /// <param name="column">The share.</param>
    /// <param name="side">Buy or sell.</param>
    /// <param name="detail">Why not, with numbers.</param>
    public UnfilledReason? WhyNot(int row, int column, TradeSide side, out string detail)
    {
        DateOnly date = frame.Calendar[row];
        Security security = frame.Securities[column];
        detail = "";
        if (!security.IsListedOn(date))
        {
            detail = string.Create(CultureInfo.InvariantCulture, $"listed {security.Listed:yyyy-MM-dd} to {security.Delisted:yyyy-MM-dd}");
            return UnfilledReason.NotListed;
        }

        long price = frame.DealOf(row, column);
        if (price == 0 || MarketFrame.IsSet(frame.Suspended, row, column) || (frame.Volume is { } volume && !(volume.Row(row)[column] > 0)))
        {
            detail = price == 0 ? "no price at the deal" : "no trading that day";
            return UnfilledReason.Suspended;
        }

        return frame.Basis == PriceBasis.Raw ? RawLimit(row, column, side, price, ref detail) : AdjustedLimit(row, column, side, price, ref detail);
    }

    /// <summary>The price after slippage, kept within the day's limits.</summary>
    public long PriceAfterSlippage(int row, int column, TradeSide side, long shares)
    {
        long price = frame.DealOf(row, column);
        if (options.Slippage is NoSlippage) return price;
        SlippageRequest request = new(
            frame.Axes.Symbols[column],
            frame.Calendar[row],
            side,
            shares,
            PriceUnits.ToYuan(price),
            _needsVolatility ? _volume.AverageBefore(row, column) : double.NaN,
            _needsVolatility ? _volume.VolatilityBefore(row, column) : double.NaN);
        decimal slip = options.Slippage.PerShare(request);
        if (slip < 0) throw new InvalidOperationException($"Slippage '{options.Slippage.Name}' gave {slip} CNY per share for {request.Symbol} on {request.Date:yyyy-MM-dd}: it must not be negative.");
        (long up, long down) = frame.Basis == PriceBasis.Raw ? rules.Limits(row, column) : default;
        if (side == TradeSide.Buy)
        {
            long worse = price + PriceUnits.FromYuan(slip);
            return up > 0 ? Math.Max(price, Math.Min(worse, up)) : worse;
        }

        return Math.Max(Math.Max(price - PriceUnits.FromYuan(slip), Math.Min(down, price)), 1);
    }

    /// <summary>Largest number of shares that the participation limit lets through; a very large number without a limit.</summary>
    public long MaxShares(int row, int column, out string detail)
    {
        detail = "";
        if (options.Participation == ParticipationPolicy.Unlimited) return long.MaxValue;
        double volume = options.Participation == ParticipationPolicy.DayVolume ? frame.Volume!.Row(row)[column] : _volume.AverageBefore(row, column);
        if (double.IsNaN(volume))
        {
            detail = "no earlier trading to measure volume by";
            return 0;
        }

        detail = string.Create(CultureInfo.InvariantCulture, $"{options.MaxParticipation:R} of {volume:F0} shares ({options.Participation})");
        return (long)Math.Floor(volume * options.MaxParticipation);
    }

    private UnfilledReason? RawLimit(int row, int column, TradeSide side, long price, ref string detail)
    {
        (long up, long down) = rules.Limits(row, column);
        if (side == TradeSide.Buy && up > 0)
        {
            // An average price says nothing about a limit touched for a while: only a day that never left it is locked.
            long lowest = options.DealPrice == DealPrice.Vwap && frame.Low is not null ? frame.QuoteOf(frame.Low, row, column) : price;
            if (lowest < up) return null;
            detail = string.Create(CultureInfo.InvariantCulture, $"{PriceUnits.ToYuan(lowest):0.00##} at upper limit {PriceUnits.ToYuan(up):0.00}");
            return UnfilledReason.AtUpperLimit;
        }

        if (side == TradeSide.Sell && down > 0)
        {
            long highest = options.DealPrice == DealPrice.Vwap && frame.High is not null ? frame.QuoteOf(frame.High, row, column) : price;
            if (highest > down) return null;
            detail = string.Create(CultureInfo.InvariantCulture, $"{PriceUnits.ToYuan(highest):0.00##} at lower limit {PriceUnits.ToYuan(down):0.00}");
            return UnfilledReason.AtLowerLimit;
        }

        return null;
    }

    // Without prices to the cent: at the open the relative limit of the board with a tolerance, later in the day a one-price bar that moved far.
    private UnfilledReason? AdjustedLimit(int row, int column, TradeSide side, long price, ref string detail)
    {
        long before = row == 0 ? 0 : frame.LastCloseOf(row - 1, column);
        if (before == 0) return null;
        double move = (price / (double)before) - 1;
        bool locked;
        if (options.DealPrice == DealPrice.Open)
        {
            double? limit = rules.RelativeLimit(row, column);
            locked = limit is { } p && Math.Abs(move) >= p - AdjustedTolerance;
        }
        else
        {
            ReadOnlySpan<float> open = frame.Open!.Row(row), high = frame.High!.Row(row), low = frame.Low!.Row(row), close = frame.Close.Row(row);
            move = (frame.CloseOf(row, column) / (double)before) - 1;
            locked = open[column] == close[column] && high[column] == close[column] && low[column] == close[column] && Math.Abs(move) >= LockedMove;
        }

        if (!locked || (side == TradeSide.Buy) != (move > 0)) return null;
        detail = string.Create(CultureInfo.InvariantCulture, $"adjusted prices: moved {move:P2} to the limit");
        return side == TradeSide.Buy ? UnfilledReason.AtUpperLimit : UnfilledReason.AtLowerLimit;
    }
}
