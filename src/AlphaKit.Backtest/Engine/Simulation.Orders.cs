namespace AlphaKit.Backtest;

internal sealed partial class Simulation
{
    // Sells first, in the order of sending, then purchases likewise.
    private void DealOrders(int row, Decision decision, List<Order> orders)
    {
        double planned = 0;
        foreach (Order order in orders)
        {
            long reference = ReferenceOf(row, order.Column), held = _ledger.Find(order.Column)?.Shares ?? 0;
            if (reference == 0 && order.Kind is not (OrderKind.Shares or OrderKind.TargetShares))
            {
                _orders++;
                _order++;
                order.Begin(_frame.Calendar[row], TradeSide.Buy, 0);
                UnfilledReason reason = _fills.WhyNot(row, order.Column, TradeSide.Buy, 0, out _) ?? UnfilledReason.Suspended;
                Reject(row, order.Column, TradeSide.Buy, 0, 0, reason, new Detail(DetailKind.NeverTraded), order);
                continue;
            }

            long change = ChangeOf(order, decision.NetAssetValue, reference, held);
            if (decision.NetAssetValue > 0) planned += Math.Abs((double)change * reference) / decision.NetAssetValue;
            if (change < 0) SendSale(row, order, -change, held);
        }

        foreach (Order order in orders)
        {
            if (order.Dealt is not null) continue;
            long reference = ReferenceOf(row, order.Column), held = _ledger.Find(order.Column)?.Shares ?? 0;
            long change = ChangeOf(order, decision.NetAssetValue, reference, held);
            if (change > 0) SendPurchase(row, order, change, reference);
            else order.Begin(_frame.Calendar[row], null, 0);
        }

        BuyInTurn(row);
        decision.PlannedTurnover = planned;
    }

    private void SendSale(int row, Order order, long wanted, long held)
    {
        OrderSizeRule size = _rules.SizeOf(row, order.Column);
        long shares = Sizing.FloorSell(size, wanted, held);
        if (held == 0 || shares == 0)
        {
            // A target met to the nearest lot is no order; anything else that cannot be sold is refused with its reason.
            bool met = order.IsTarget && held > 0 && wanted < held;
            order.Begin(_frame.Calendar[row], met ? null : TradeSide.Sell, met ? 0 : wanted);
            if (met) return;
            _orders++;
            _order++;
            Reject(row, order.Column, TradeSide.Sell, wanted, 0, held == 0 ? UnfilledReason.NotSellable : UnfilledReason.BelowSmallestOrder,
                held == 0 ? new Detail(DetailKind.Held, 0) : new Detail(DetailKind.Smallest, Math.Min(size.OddLotThreshold, held), ReferenceOf(row, order.Column)), order);
            return;
        }

        // Shares that are not owned cannot be sold short: what is held goes, the rest is refused.
        bool tooMany = wanted > held;
        order.Begin(_frame.Calendar[row], TradeSide.Sell, tooMany ? wanted : shares);
        Sell(row, _ledger.Find(order.Column)!, shares, size, LimitOf(order), order);
        if (tooMany && order.Reason is null) Reject(row, order.Column, TradeSide.Sell, wanted, order.Filled, UnfilledReason.NotSellable, new Detail(DetailKind.Held, held), order);
    }

    private void SendPurchase(int row, Order order, long wanted, long reference)
    {
        OrderSizeRule size = _rules.SizeOf(row, order.Column);
        long shares = Sizing.FloorBuy(size, wanted);
        if (shares > 0)
        {
            order.Begin(_frame.Calendar[row], TradeSide.Buy, shares);
            PrepareBuy(row, order.Column, shares, size, LimitOf(order), order);
            return;
        }

        bool met = order.IsTarget && _ledger.Find(order.Column) is not null;
        order.Begin(_frame.Calendar[row], met ? null : TradeSide.Buy, met ? 0 : wanted);
        if (met) return;
        _orders++;
        _order++;
        Reject(row, order.Column, TradeSide.Buy, wanted, 0, UnfilledReason.BelowSmallestOrder, new Detail(DetailKind.Smallest, size.MinimumBuy, reference), order);
    }

    private static long LimitOf(Order order) => order.Limit is { } limit ? PriceUnits.FromYuan(limit) : 0;

    // Shares to buy (positive) or sell (negative), before rounding to order sizes.
    private static long ChangeOf(Order order, long netAssetValue, long reference, long held) => order.Kind switch
    {
        OrderKind.Shares => (long)order.Amount,
        OrderKind.TargetShares => (long)order.Amount - held,
        OrderKind.Value => Sizing.SharesForValue(order.Amount, reference),
        OrderKind.TargetValue => Sizing.SharesForValue(order.Amount, reference) - held,
        OrderKind.Percent => Sizing.SharesForValue(order.Amount * PriceUnits.ToYuan(netAssetValue), reference),
        _ => (order.Amount == 0 ? 0 : Sizing.SharesForValue(order.Amount * PriceUnits.ToYuan(netAssetValue), reference)) - held,
    };
}
