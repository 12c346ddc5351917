namespace AlphaKit;

/// <summary>
/// The costs of trading A shares by date: commission with a minimum per order, stamp duty, transfer fee, and where the commission does not
/// include them the handling and regulatory fees. Each part is rounded half up to the cent over the order so far; a fill pays the difference
/// to what the order paid before it.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record AShareFees : IFeeSchedule
{
    /// <summary>Default of <see cref="CommissionRate"/>: 0.025 %, within the range of 0.01 % to 0.03 % that private investors pay.</summary>
    public const decimal DefaultCommissionRate = 0.00025m;

    /// <summary>Default of <see cref="MinimumCommission"/>: 5 CNY per order.</summary>
    public const decimal DefaultMinimumCommission = 5m;

    /// <summary>A private investor: 0.025 %, at least 5 CNY per order, exchange fees included; stamp duty and transfer fee by date.</summary>
    public static AShareFees Retail { get; } = new();

    /// <summary>An institution: 0.02 % without a minimum, exchange fees included; stamp duty and transfer fee by date. The rate is a modelling choice; set your own contract's.</summary>
    public static AShareFees Institutional { get; } = new() { CommissionRate = 0.0002m, MinimumCommission = 0m };

    /// <summary>Commission as a fraction of turnover, 0 to 0.003 (the legal cap).</summary>
    public decimal CommissionRate
    {
        get;
        init => field = value is >= 0 and <= 0.003m ? value : throw new ArgumentOutOfRangeException(nameof(CommissionRate), value, "Must be 0 to 0.003, the legal cap.");
    } = DefaultCommissionRate;

    /// <summary>Smallest commission per order in CNY, 0 to 1000.</summary>
    public decimal MinimumCommission
    {
        get;
        init => field = value is >= 0 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(MinimumCommission), value, "Must be 0 to 1000.");
    } = DefaultMinimumCommission;

    /// <summary>Whether the commission includes the handling and regulatory fees. On top of it they are known from 2015-08-01 on.</summary>
    public ExchangeFeePolicy ExchangeFees
    {
        get;
        init => field = value is ExchangeFeePolicy.InsideCommission or ExchangeFeePolicy.OnTop
            ? value
            : throw new ArgumentOutOfRangeException(nameof(ExchangeFees), value, "Must be InsideCommission or OnTop.");
    }

    /// <summary>Any further cost as a fraction of turnover on both sides, 0 to 0.1.</summary>
    public decimal ExtraRate
    {
        get;
        init => field = value is >= 0 and <= 0.1m ? value : throw new ArgumentOutOfRangeException(nameof(ExtraRate), value, "Must be 0 to 0.1.");
    }

    /// <summary>The rulebook that holds the dated rates.</summary>
    public Rulebook Rules
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Rules));
    } = Rulebook.AShare;

    /// <inheritdoc/>
    public FeeBreakdown Charge(in FeeRequest trade)
    {
        trade.Validate();
        Rates rates = RatesOn(trade.Symbol, trade.Date, trade.Side);
        decimal before = trade.OrderAmountBefore, after = before + trade.Amount;
        long sharesBefore = trade.OrderSharesBefore, sharesAfter = sharesBefore + trade.Shares;
        return new FeeBreakdown(
            CommissionOf(after) - CommissionOf(before),
            Part(rates.Stamp, before, after),
            Money.Cents((rates.Transfer * after) + (rates.TransferPerShare * sharesAfter))
                - Money.Cents((rates.Transfer * before) + (rates.TransferPerShare * sharesBefore)),
            Part(rates.Handling, before, after),
            Part(rates.Regulatory, before, after),
            Part(ExtraRate, before, after));
    }

    /// <inheritdoc/>
    /// <remarks>Leaves out the transfer fee per share of Shanghai before 2015-08-01 (0.0006 CNY, below 0.01 % at any price above 6 CNY), which needs a price.</remarks>
    public double EstimateRate(Symbol symbol, DateOnly date, TradeSide side)
    {
        Rates rates = RatesOn(symbol, date, side);
        return (double)(CommissionRate + rates.Stamp + rates.Transfer + rates.Handling + rates.Regulatory + ExtraRate);
    }

    private static decimal Part(decimal rate, decimal before, decimal after) => Money.Cents(rate * after) - Money.Cents(rate * before);

    private decimal CommissionOf(decimal amount) => amount == 0 ? 0 : Math.Max(Money.Cents(CommissionRate * amount), MinimumCommission);

    private Rates RatesOn(Symbol symbol, DateOnly date, TradeSide side)
    {
        TransferFeeRule transfer = Rules.TransferFeeOn(symbol, date);
        bool onTop = ExchangeFees == ExchangeFeePolicy.OnTop;
        return new Rates(
            Rules.StampDutyOn(symbol, date).RateOf(side),
            transfer.Rate,
            transfer.PerShare,
            onTop ? Rules.HandlingFeeOn(symbol, date).Rate : 0,
            onTop ? Rules.RegulatoryFeeOn(symbol, date).Rate : 0);
    }

    private readonly record struct Rates(decimal Stamp, decimal Transfer, decimal TransferPerShare, decimal Handling, decimal Regulatory);
}
