namespace AlphaKit.Backtest;

internal sealed partial class Simulation
{
    // Pays for all purchases if the cash suffices; else scales them alike, whole lots only, and spends what is left on the largest first.
    private void BuyAlike(int row)
    {
        long needed = 0;
        foreach (ref Purchase purchase in Purchases)
        {
            Price(row, ref purchase);
            needed += purchase.Cost;
        }

        if (needed > _ledger.Cash) FitToCash(row, needed);
        foreach (ref Purchase purchase in Purchases)
        {
            if (purchase.Fitted < purchase.Shares) Reject(row, purchase.Column, TradeSide.Buy, purchase.Shares, purchase.Fitted, UnfilledReason.Cash, new Detail(DetailKind.CashForAll, needed));
            if (purchase.Fitted > 0) Buy(row, ref purchase);
        }
    }

    // Orders that a strategy sent one by one: each takes what is left, in the order of sending.
    private void BuyInTurn(int row)
    {
        foreach (ref Purchase purchase in Purchases)
        {
            Price(row, ref purchase);
            if (purchase.Cost > _ledger.Cash)
            {
                long cost = purchase.Cost;
                purchase.Fitted = Affordable(row, ref purchase, purchase.Shares, _ledger.Cash);
                Reject(row, purchase.Column, TradeSide.Buy, purchase.Shares, purchase.Fitted, UnfilledReason.Cash, new Detail(DetailKind.CashLeft, cost, _ledger.Cash), TicketOf(purchase));
            }

            if (purchase.Fitted > 0) Buy(row, ref purchase);
        }
    }

    private void Buy(int row, ref Purchase purchase)
    {
        OrderSizeRule size = _rules.SizeOf(row, purchase.Column);
        if (purchase.Fitted <= size.MaxLimitOrder)
        {
            BuyPart(row, ref purchase, purchase.Fitted, purchase.Amount, purchase.Fees);
            return;
        }

        for (long left = purchase.Fitted; left > 0;)
        {
            long part = Sizing.NextPart(left, size, size.MinimumBuy), amount = PriceUnits.Amount(part, purchase.Price);
            BuyPart(row, ref purchase, part, amount, _rules.Charge(row, purchase.Column, TradeSide.Buy, part, amount));
            left -= part;
        }
    }

    private void BuyPart(int row, ref Purchase purchase, long shares, long amount, in FeeUnits fees)
    {
        _ledger.Buy(purchase.Column, _frame.Calendar[row], row + 1, shares, purchase.Price, fees.Total);
        Record(row, purchase.Column, TradeSide.Buy, shares, purchase.Market, purchase.Price, amount, fees, 0, 0, TicketOf(purchase), purchase.Order);
    }

    // Price, amount and fees of the shares fitted, added up over the orders into which a large quantity is split.
    private void Price(int row, ref Purchase purchase)
    {
        int column = purchase.Column;
        purchase.Market = _fills.PriceOf(row, column, TradeSide.Buy, purchase.Fitted, purchase.Limit);
        purchase.Price = _fills.AfterSlippage(row, column, TradeSide.Buy, purchase.Fitted, purchase.Market, purchase.Limit);
        OrderSizeRule size = _rules.SizeOf(row, column);
        if (purchase.Fitted <= size.MaxLimitOrder)
        {
            purchase.Amount = PriceUnits.Amount(purchase.Fitted, purchase.Price);
            purchase.Fees = _rules.Charge(row, column, TradeSide.Buy, purchase.Fitted, purchase.Amount);
            return;
        }

        purchase.Amount = 0;
        purchase.Fees = default;
        for (long left = purchase.Fitted; left > 0;)
        {
            long part = Sizing.NextPart(left, size, size.MinimumBuy), amount = PriceUnits.Amount(part, purchase.Price);
            purchase.Amount += amount;
            purchase.Fees += _rules.Charge(row, column, TradeSide.Buy, part, amount);
            left -= part;
        }
    }

    private void FitToCash(int row, long needed)
    {
        Span<Purchase> purchases = Purchases;
        long cash = _ledger.Cash, left = cash;
        Ranked[] largest = new Ranked[purchases.Length];
        for (int i = 0; i < purchases.Length; i++)
        {
            ref Purchase purchase = ref purchases[i];
            largest[i] = new Ranked(purchase.Shares * purchase.Market, purchase.Column, i);
            purchase.Fitted = Affordable(row, ref purchase, (long)((Int128)purchase.Shares * cash / needed), left);
            if (purchase.Fitted > 0) left -= purchase.Cost;
        }

        Array.Sort(largest);
        foreach (Ranked ranked in largest)
        {
            ref Purchase purchase = ref purchases[ranked.Index];
            if (purchase.Fitted == purchase.Shares) continue;
            long before = purchase.Fitted, spent = before == 0 ? 0 : purchase.Cost;
            long most = Affordable(row, ref purchase, purchase.Shares, left + spent);
            if (most > before)
            {
                left -= purchase.Cost - spent;
                continue;
            }

            purchase.Fitted = before;
            if (before > 0) Price(row, ref purchase);
        }
    }

    // The largest valid order of at most that many shares that costs no more than the budget, fees included; the purchase is priced for it.
    private long Affordable(int row, ref Purchase purchase, long shares, long budget)
    {
        long price = Math.Max(purchase.Market, 1);
        OrderSizeRule size = _rules.SizeOf(row, purchase.Column);
        purchase.Fitted = Sizing.FloorBuy(size, Math.Max(0, Math.Min(shares, budget / price)));
        while (purchase.Fitted > 0)
        {
            Price(row, ref purchase);
            if (purchase.Cost <= budget) return purchase.Fitted;
            long excess = ((purchase.Cost - budget) / Math.Max(purchase.Price, 1)) + 1;
            purchase.Fitted = Sizing.FloorBuy(size, Math.Max(0, purchase.Fitted - excess));
        }

        return 0;
    }

    /// <summary>Purchases by value, the largest first, then by column.</summary>
    private readonly record struct Ranked(long Value, int Column, int Index) : IComparable<Ranked>
    {
        public int CompareTo(Ranked other) => Value != other.Value ? other.Value.CompareTo(Value) : Column.CompareTo(other.Column);
    }
}
