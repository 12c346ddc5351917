namespace AlphaKit.Backtest;

/// <summary>
/// A fee schedule made ready for one day. The schedules of the library become whole-number rates, which give the same cents as
/// <see cref="IFeeSchedule.Charge"/>; any other schedule, and any rate that is no whole number of 0.00000001, is asked itself.
/// </summary>
internal sealed class FeeTable(IFeeSchedule schedule)
{
    private const decimal Scale = 100_000_000m;
    private const long Half = 50_000_000, Whole = 100_000_000;

    /// <summary>Above this many cents the products below could leave 64 bits.</summary>
    private const long LargestAmount = 500_000_000_000;

    private const long LargestShares = 900_000_000;

    private readonly Rates[] _rates = new Rates[2 * ((int)Exchange.Shenwan + 1)];
    private DateOnly _date;

    public FeeUnits Charge(Symbol symbol, DateOnly date, TradeSide side, long shares, long amount)
    {
        if (date != _date)
        {
            Array.Clear(_rates);
            _date = date;
        }

        ref Rates rates = ref _rates[(2 * (int)symbol.Exchange) + (int)side];
        if (rates.State == State.Unset) rates = RatesOn(symbol, date, side);
        long cents = amount / PriceUnits.PerCent;
        if (rates.State == State.Ask || cents > LargestAmount || shares > LargestShares || cents * PriceUnits.PerCent != amount)
            return FeeUnits.Of(schedule.Charge(new FeeRequest(symbol, date, side, PriceUnits.ToYuan(amount), shares)), schedule);
        return new FeeUnits(
            cents == 0 ? 0 : Math.Max(Part(rates.Commission * cents), rates.MinimumCents) * PriceUnits.PerCent,
            Part(rates.Stamp * cents) * PriceUnits.PerCent,
            Part((rates.Transfer * cents) + (rates.TransferPerShare * shares)) * PriceUnits.PerCent,
            (Part(rates.Handling * cents) + Part(rates.Regulatory * cents) + Part(rates.Extra * cents)) * PriceUnits.PerCent);
    }

    private static long Part(long product) => (product + Half) / Whole;

    private Rates RatesOn(Symbol symbol, DateOnly date, TradeSide side)
    {
        if (schedule is FlatFees flat)
            return Make(0, 0, 0, 0, 0, 0, 0, side == TradeSide.Buy ? flat.BuyRate : flat.SellRate);
        if (schedule is not AShareFees fees) return new Rates { State = State.Ask };
        TransferFeeRule transfer = fees.Rules.TransferFeeOn(symbol, date);
        bool onTop = fees.ExchangeFees == ExchangeFeePolicy.OnTop;
        return Make(
            fees.CommissionRate,
            fees.MinimumCommission,
            fees.Rules.StampDutyOn(symbol, date).RateOf(side),
            transfer.Rate,
            transfer.PerShare,
            onTop ? fees.Rules.HandlingFeeOn(symbol, date).Rate : 0,
            onTop ? fees.Rules.RegulatoryFeeOn(symbol, date).Rate : 0,
            fees.ExtraRate);
    }

    private static Rates Make(decimal commission, decimal minimum, decimal stamp, decimal transfer, decimal perShare, decimal handling, decimal regulatory, decimal extra)
    {
        bool whole = true;
        Rates rates = new()
        {
            Commission = Scaled(commission, Scale),
            MinimumCents = Scaled(minimum, 100m),
            Stamp = Scaled(stamp, Scale),
            Transfer = Scaled(transfer, Scale),
            TransferPerShare = Scaled(perShare, Scale * 100m),
            Handling = Scaled(handling, Scale),
            Regulatory = Scaled(regulatory, Scale),
            Extra = Scaled(extra, Scale),
        };
        return rates with { State = whole ? State.Ready : State.Ask };

        long Scaled(decimal value, decimal scale)
        {
            decimal product = value * scale;
            if (product != decimal.Truncate(product)) whole = false;
            return (long)product;
        }
    }

    private enum State
    {
        Unset = 0,
        Ready,
        Ask,
    }

    private record struct Rates
    {
        public State State { get; set; }

        public long Commission { get; set; }

        public long MinimumCents { get; set; }

        public long Stamp { get; set; }

        public long Transfer { get; set; }

        public long TransferPerShare { get; set; }

        public long Handling { get; set; }

        public long Regulatory { get; set; }

        public long Extra { get; set; }
    }
}
