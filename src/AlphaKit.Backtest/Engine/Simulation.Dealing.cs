using System.Globalization;

namespace AlphaKit.Backtest;

internal sealed partial class Simulation
{
    private readonly List<Purchase> _purchases = [];
    private int _orders;
    private int _filled;

    private void Deal(int row, Decision decision)
    {
        TargetWeights target = decision.Target;
        int unfilledBefore = Log.Unfilled.Count;
        _orders = 0;
        _filled = 0;
        if (target.KeepReason is null)
        {
            foreach ((Symbol symbol, double weight) in target.Items) _wanted[_frame.Axes.ColumnOf(symbol)] = weight;
            _purchases.Clear();

            // Sells first: their proceeds can be spent the same day.
            int positions = _ledger.Held.Length;
            for (int i = 0; i < positions; i++) Rebalance(row, _ledger.Held[i], decision.NetAssetValue);
            foreach ((Symbol symbol, double weight) in target.Items)
            {
                int column = _frame.Axes.ColumnOf(symbol);
                if (!_ledger.Knows(column)) Open(row, column, weight, decision.NetAssetValue);
                _wanted[column] = 0;
            }

            Buy(row);
        }

        Log.Rebalances.Add(new Rebalance(
            decision.Row,
            row,
            target.Items.Count,
            target.Invested,
            decision.PlannedTurnover,
            decision.NetAssetValue > 0 ? (double)(_traded / decision.NetAssetValue) : 0,
            _orders,
            _filled,
            Log.Unfilled.Count - unfilledBefore,
            target.KeepReason ?? ""));
    }

    private void Rebalance(int row, Position position, decimal netAssetValue)
    {
        double weight = _wanted[position.Column];
        long desired = weight == 0 ? 0 : SharesFor(weight, netAssetValue, position.Mark), change = desired - position.Shares;
        OrderSizeRule size = _rules.SizeOf(row, position.Column);
        if (change > 0)
        {
            long wanted = size.FloorBuy(change);
            if (wanted > 0) PrepareBuy(row, position.Column, wanted, size);
        }
        else if (change < 0)
        {
            long wanted = size.FloorSell(-change, position.Shares);
            if (wanted > 0) Sell(row, position, wanted, size);
        }
    }

    private void Open(int row, int column, double weight, decimal netAssetValue)
    {
        long reference = _frame.PreCloseOf(row, column);
        if (reference == 0 && row > 0) reference = _frame.LastCloseOf(row - 1, column);
        OrderSizeRule size = _rules.SizeOf(row, column);
        if (reference == 0)
        {
            _orders++;
            Reject(row, column, TradeSide.Buy, 0, 0, _fills.WhyNot(row, column, TradeSide.Buy, out _) ?? UnfilledReason.Suspended, "never traded before: there is no price to size the order by");
            return;
        }

        long desired = SharesFor(weight, netAssetValue, reference), wanted = size.FloorBuy(desired);
        if (wanted > 0)
        {
            PrepareBuy(row, column, wanted, size);
            return;
        }

        _orders++;
        Reject(row, column, TradeSide.Buy, desired, 0, UnfilledReason.BelowSmallestOrder,
            string.Create(CultureInfo.InvariantCulture, $"the smallest order is {size.MinimumBuy} shares at about {PriceUnits.ToYuan(reference):0.00##}"));
    }

    private static long SharesFor(double weight, decimal netAssetValue, long price) => (long)((decimal)weight * netAssetValue * PriceUnits.PerYuan / price);

    private void Sell(int row, Position position, long wanted, OrderSizeRule size)
    {
        int column = position.Column;
        _orders++;
        if (_fills.WhyNot(row, column, TradeSide.Sell, out string detail) is { } reason)
        {
            Reject(row, column, TradeSide.Sell, wanted, 0, reason, detail);
            return;
        }

        UnfilledReason? cut = null;
        long shares = wanted, sellable = position.SellableOn(row);
        if (sellable < shares)
        {
            // A partial sale of what is held must keep to the step even when it is all that may be sold.
            shares = size.FloorSell(sellable, position.Shares);
            cut = UnfilledReason.NotSellable;
            detail = string.Create(CultureInfo.InvariantCulture, $"{sellable} of {position.Shares} shares can be sold today");
        }

        long most = _fills.MaxShares(row, column, out string limit);
        if (shares > most)
        {
            shares = size.FloorSell(most, position.Shares);
            cut = UnfilledReason.Participation;
            detail = limit;
        }

        if (shares > 0)
        {
            long price = _fills.PriceAfterSlippage(row, column, TradeSide.Sell, shares);
            decimal amount = PriceUnits.Amount(shares, price);
            FeeBreakdown fees = _rules.Charge(row, column, TradeSide.Sell, shares, amount);
            if (_ledger.Cash + amount - fees.Total - _ledger.Liabilities < 0 && fees.Total > amount)
            {
                cut = UnfilledReason.Cash;
                detail = "the proceeds do not cover the fees";
                shares = 0;
            }
            else
            {
                SaleOutcome outcome = _ledger.Sell(position, _frame.Calendar[row], row, shares, amount, fees.Total);
                Record(row, column, TradeSide.Sell, shares, price, amount, fees, outcome.DividendTax, outcome.Realised);
            }
        }

        if (cut is { } why) Reject(row, column, TradeSide.Sell, wanted, shares, why, detail);
    }

    private void PrepareBuy(int row, int column, long wanted, OrderSizeRule size)
    {
        _orders++;
        if (_fills.WhyNot(row, column, TradeSide.Buy, out string detail) is { } reason)
        {
            Reject(row, column, TradeSide.Buy, wanted, 0, reason, detail);
            return;
        }

        long most = _fills.MaxShares(row, column, out string limit), shares = wanted;
        if (most < wanted)
        {
            shares = size.FloorBuy(most);
            Reject(row, column, TradeSide.Buy, wanted, shares, UnfilledReason.Participation, limit);
            if (shares == 0) return;
        }

        _purchases.Add(new Purchase(column, shares, size));
    }

    // Pays for all purchases if the cash suffices; else scales them alike, whole lots only, and spends what is left on the largest first.
    private void Buy(int row)
    {
        decimal needed = 0m;
        foreach (Purchase purchase in _purchases) needed += Cost(row, purchase, purchase.Shares);
        if (needed > _ledger.Cash) FitToCash(row, needed);
        foreach (Purchase purchase in _purchases)
        {
            if (purchase.Fitted < purchase.Shares)
            {
                Reject(row, purchase.Column, TradeSide.Buy, purchase.Shares, purchase.Fitted, UnfilledReason.Cash,
                    string.Create(CultureInfo.InvariantCulture, $"all purchases would cost {needed:F2}, more than the cash"));
            }

            if (purchase.Fitted == 0) continue;
            long price = _fills.PriceAfterSlippage(row, purchase.Column, TradeSide.Buy, purchase.Fitted);
            decimal amount = PriceUnits.Amount(purchase.Fitted, price);
            FeeBreakdown fees = _rules.Charge(row, purchase.Column, TradeSide.Buy, purchase.Fitted, amount);
            _ledger.Buy(purchase.Column, _frame.Calendar[row], row + 1, purchase.Fitted, price, fees.Total);
            Record(row, purchase.Column, TradeSide.Buy, purchase.Fitted, price, amount, fees, 0m, 0m);
        }
    }

    private void FitToCash(int row, decimal needed)
    {
        decimal scale = _ledger.Cash / needed, left = _ledger.Cash;
        foreach (Purchase purchase in _purchases)
        {
            purchase.Fitted = Affordable(row, purchase, (long)(purchase.Shares * scale), left, out decimal cost);
            left -= cost;
        }

        foreach (Purchase purchase in _purchases.OrderByDescending(p => p.Shares * _frame.DealOf(row, p.Column)).ThenBy(p => p.Column))
        {
            if (purchase.Fitted == purchase.Shares) continue;
            decimal spent = purchase.Fitted == 0 ? 0m : Cost(row, purchase, purchase.Fitted);
            long most = Affordable(row, purchase, purchase.Shares, left + spent, out decimal cost);
            if (most <= purchase.Fitted) continue;
            purchase.Fitted = most;
            left -= cost - spent;
        }
    }

    // The largest valid order of at most that many shares that costs no more than the budget, fees included.
    private long Affordable(int row, Purchase purchase, long shares, decimal budget, out decimal cost)
    {
        long price = Math.Max(_frame.DealOf(row, purchase.Column), 1);
        shares = purchase.Size.FloorBuy(Math.Max(0, Math.Min(shares, (long)(budget * PriceUnits.PerYuan / price))));
        while (shares > 0)
        {
            cost = Cost(row, purchase, shares);
            if (cost <= budget) return shares;
            long excess = (long)((cost - budget) * PriceUnits.PerYuan / price) + 1;
            shares = purchase.Size.FloorBuy(Math.Max(0, shares - excess));
        }

        cost = 0m;
        return 0;
    }

    private decimal Cost(int row, Purchase purchase, long shares)
    {
        decimal amount = PriceUnits.Amount(shares, _fills.PriceAfterSlippage(row, purchase.Column, TradeSide.Buy, shares));
        return amount + _rules.Charge(row, purchase.Column, TradeSide.Buy, shares, amount).Total;
    }

    private void Record(int row, int column, TradeSide side, long shares, long price, decimal amount, FeeBreakdown fees, decimal tax, decimal realised)
    {
        _filled++;
        _traded += amount;
        Log.Fills.Add(new Fill(row, column, side, shares, _frame.DealOf(row, column), price, amount, fees, tax, realised));
    }

    private void Reject(int row, int column, TradeSide side, long wanted, long filled, UnfilledReason reason, string detail) =>
        Log.Unfilled.Add(new Unfilled(row, column, side, wanted, filled, reason, detail));

    private sealed class Purchase(int column, long shares, OrderSizeRule size)
    {
        public int Column { get; } = column;

        public long Shares { get; } = shares;

        public OrderSizeRule Size { get; } = size;

        public long Fitted { get; set; } = shares;
    }
}
