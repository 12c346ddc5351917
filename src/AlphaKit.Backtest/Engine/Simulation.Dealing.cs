using System.Runtime.InteropServices;

namespace AlphaKit.Backtest;

internal sealed partial class Simulation
{
    private readonly List<Purchase> _purchases = [];
    private readonly List<Order> _tickets = [];
    private int _order;
    private int _orders;
    private int _filled;

    private void Deal(int row, Decision decision)
    {
        int unfilledBefore = Log.Unfilled.Count;
        _orders = 0;
        _filled = 0;
        _purchases.Clear();
        _tickets.Clear();
        _frame.Begin(row);
        if (decision.Orders is { } orders) DealOrders(row, decision, orders);
        else if (decision.KeepReason is null) DealWeights(row, decision);
        Log.Rebalances.Add(new Rebalance(
            decision.Row,
            row,
            decision.Orders is null ? decision.Columns.Length : decision.Orders.Count,
            decision.Invested,
            decision.PlannedTurnover,
            decision.NetAssetValue > 0 ? _traded / (double)decision.NetAssetValue : 0,
            _orders,
            _filled,
            Log.Unfilled.Count - unfilledBefore,
            decision.KeepReason ?? ""));
    }

    private void DealWeights(int row, Decision decision)
    {
        int[] columns = decision.Columns;
        for (int i = 0; i < columns.Length; i++) _wanted[columns[i]] = decision.Weights[i];

        // Sells first: their proceeds can be spent the same day.
        int positions = _ledger.Held.Length;
        for (int i = 0; i < positions; i++) Rebalance(row, _ledger.Held[i], decision.NetAssetValue);
        for (int i = 0; i < columns.Length; i++)
        {
            if (!_ledger.Knows(columns[i])) Open(row, columns[i], decision.Weights[i], decision.NetAssetValue);
            _wanted[columns[i]] = 0;
        }

        BuyAlike(row);
    }

    private void Rebalance(int row, Position position, long netAssetValue)
    {
        double weight = _wanted[position.Column];
        long desired = weight == 0 ? 0 : Sizing.SharesFor(weight, netAssetValue, position.Mark), change = desired - position.Shares;
        OrderSizeRule size = _rules.SizeOf(row, position.Column);
        if (change > 0)
        {
            long wanted = Sizing.FloorBuy(size, change);
            if (wanted > 0) PrepareBuy(row, position.Column, wanted, size, 0, null);
        }
        else if (change < 0)
        {
            long wanted = Sizing.FloorSell(size, -change, position.Shares);
            if (wanted > 0) Sell(row, position, wanted, size, 0, null);
        }
    }

    private void Open(int row, int column, double weight, long netAssetValue)
    {
        long reference = ReferenceOf(row, column);
        OrderSizeRule size = _rules.SizeOf(row, column);
        if (reference == 0)
        {
            _orders++;
            _order++;
            Reject(row, column, TradeSide.Buy, 0, 0, _fills.WhyNot(row, column, TradeSide.Buy, 0, out _) ?? UnfilledReason.Suspended, new Detail(DetailKind.NeverTraded));
            return;
        }

        long desired = Sizing.SharesFor(weight, netAssetValue, reference), wanted = Sizing.FloorBuy(size, desired);
        if (wanted > 0)
        {
            PrepareBuy(row, column, wanted, size, 0, null);
            return;
        }

        _orders++;
        _order++;
        Reject(row, column, TradeSide.Buy, desired, 0, UnfilledReason.BelowSmallestOrder, new Detail(DetailKind.Smallest, size.MinimumBuy, reference));
    }

    /// <summary>The last price known before the dealing day, restated where it is an ex-date; 0 for a share that never traded.</summary>
    private long ReferenceOf(int row, int column)
    {
        if (_ledger.Find(column) is { } held) return held.Mark;
        long reference = _frame.PreCloseOf(row, column);
        return reference > 0 || row == 0 ? reference : _frame.LastCloseOf(row - 1, column);
    }

    private void Sell(int row, Position position, long wanted, OrderSizeRule size, long limit, Order? ticket)
    {
        int column = position.Column;
        _orders++;
        _order++;
        if (_fills.WhyNot(row, column, TradeSide.Sell, limit, out Detail detail) is { } reason)
        {
            Reject(row, column, TradeSide.Sell, wanted, 0, reason, detail, ticket);
            return;
        }

        UnfilledReason? cut = null;
        long shares = wanted, sellable = position.SellableOn(row);
        if (sellable < shares)
        {
            // A partial sale of what is held must keep to the step even when it is all that may be sold.
            shares = Sizing.FloorSell(size, sellable, position.Shares);
            cut = UnfilledReason.NotSellable;
            detail = new Detail(DetailKind.Sellable, sellable, position.Shares);
        }

        long most = _fills.MaxShares(row, column, TradeSide.Sell, shares, limit);
        if (shares > most)
        {
            shares = Sizing.FloorSell(size, most, position.Shares);
            cut = UnfilledReason.Participation;
            detail = _fills.DescribeMaxShares(row, column);
        }

        if (shares > 0)
        {
            long market = _fills.PriceOf(row, column, TradeSide.Sell, shares, limit);
            long price = _fills.AfterSlippage(row, column, TradeSide.Sell, shares, market, limit);
            if (!SellParts(row, position, shares, size, market, price, ticket))
            {
                cut = UnfilledReason.Cash;
                detail = new Detail(DetailKind.Proceeds);
                shares = 0;
            }
        }

        if (cut is { } why) Reject(row, column, TradeSide.Sell, wanted, shares, why, detail, ticket);
    }

    // Above the board's largest order the quantity goes out as several, each with its own fees.
    private bool SellParts(int row, Position position, long shares, OrderSizeRule size, long market, long price, Order? ticket)
    {
        int column = position.Column;
        long least = shares == position.Shares ? 0 : size.OddLotThreshold;
        if (shares <= size.MaxLimitOrder)
        {
            long amount = PriceUnits.Amount(shares, price);
            FeeUnits fees = _rules.Charge(row, column, TradeSide.Sell, shares, amount);
            if (fees.Total > amount && _ledger.Cash + amount - fees.Total - _ledger.Liabilities < 0) return false;
            SaleOutcome outcome = _ledger.Sell(position, _frame.Calendar[row], row, shares, amount, fees.Total);
            Record(row, column, TradeSide.Sell, shares, market, price, amount, fees, outcome.DividendTax, outcome.Realised, ticket);
            return true;
        }

        for (long left = shares; left > 0;)
        {
            long part = Sizing.NextPart(left, size, least), amount = PriceUnits.Amount(part, price);
            FeeUnits fees = _rules.Charge(row, column, TradeSide.Sell, part, amount);
            SaleOutcome outcome = _ledger.Sell(position, _frame.Calendar[row], row, part, amount, fees.Total);
            Record(row, column, TradeSide.Sell, part, market, price, amount, fees, outcome.DividendTax, outcome.Realised, ticket);
            left -= part;
        }

        return true;
    }

    private void PrepareBuy(int row, int column, long wanted, OrderSizeRule size, long limit, Order? ticket)
    {
        _orders++;
        _order++;
        if (_fills.WhyNot(row, column, TradeSide.Buy, limit, out Detail detail) is { } reason)
        {
            Reject(row, column, TradeSide.Buy, wanted, 0, reason, detail, ticket);
            return;
        }

        long most = _fills.MaxShares(row, column, TradeSide.Buy, wanted, limit), shares = wanted;
        if (most < wanted)
        {
            shares = Sizing.FloorBuy(size, most);
            Reject(row, column, TradeSide.Buy, wanted, shares, UnfilledReason.Participation, _fills.DescribeMaxShares(row, column), ticket);
            if (shares == 0) return;
        }

        _purchases.Add(new Purchase { Order = _order, Column = column, Shares = shares, Fitted = shares, Limit = limit, Ticket = TicketOf(ticket) });
    }

    // Purchases hold no references, so that lists of them cost nothing to clear: 0 is no ticket, 1 the first.
    private int TicketOf(Order? ticket)
    {
        if (ticket is null) return 0;
        _tickets.Add(ticket);
        return _tickets.Count;
    }

    private Order? TicketOf(in Purchase purchase) => purchase.Ticket == 0 ? null : _tickets[purchase.Ticket - 1];

    private void Record(
        int row, int column, TradeSide side, long shares, long market, long price, long amount, in FeeUnits fees, long tax, long realised, Order? ticket, int order = 0)
    {
        _filled++;
        _traded += amount;
        Log.Fills.Add(new Fill(row, column, ticket?.Number ?? (order == 0 ? _order : order), side, shares, market, price, amount, fees, tax, realised));
        ticket?.Fill(shares, PriceUnits.ToYuan(amount), PriceUnits.ToYuan(fees.Total));
    }

    private void Reject(int row, int column, TradeSide side, long wanted, long filled, UnfilledReason reason, Detail detail, Order? ticket = null)
    {
        Log.Unfilled.Add(new Unfilled(row, column, side, wanted, filled, reason, detail));
        ticket?.Refuse(reason, detail.ToText(_frame, column, _options));
    }

    private Span<Purchase> Purchases => CollectionsMarshal.AsSpan(_purchases);

    private struct Purchase
    {
        public int Order;
        public int Column;
        public long Shares;
        public long Limit;
        public int Ticket;

        /// <summary>Shares that the cash allows; price, amount and fees below are those of that many.</summary>
        public long Fitted;

        public long Market;
        public long Price;
        public long Amount;
        public FeeUnits Fees;

        public readonly long Cost => Amount + Fees.Total;
    }
}
