using System.Globalization;

namespace AlphaKit.Portfolio;

/// <summary>The orders of a day, what could not be ordered and why, and how near the outcome is to the wanted weights.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class OrderPlan
{
    private OrderPlan(DateOnly tradingDay, decimal cashBefore, decimal netAssetValue, IReadOnlyList<PlannedOrder> orders, IReadOnlyList<UnplacedOrder> unplaced)
    {
        TradingDay = tradingDay;
        CashBefore = cashBefore;
        NetAssetValue = netAssetValue;
        Orders = orders;
        Unplaced = unplaced;
        CashAfter = cashBefore + orders.Sum(o => o.CashFlow);
        Turnover = (double)(orders.Sum(o => o.Shares * o.Price) / netAssetValue);
        Names = TableOf([], [], [], netAssetValue);
    }

    internal OrderPlan(
        DateOnly tradingDay,
        decimal cashBefore,
        decimal netAssetValue,
        IReadOnlyList<TradableName> names,
        IReadOnlyList<long> trades,
        IReadOnlyList<double> relaxed,
        IReadOnlyList<UnplacedOrder> unplaced)
        : this(tradingDay, cashBefore, netAssetValue, OrdersOf(names, trades), unplaced)
    {
        Gap = OrderGap.Of(names, trades, relaxed, (double)netAssetValue);
        Names = TableOf(names, trades, relaxed, netAssetValue);
    }

    /// <summary>The day on which the orders are dealt.</summary>
    public DateOnly TradingDay { get; }

    /// <summary>The orders: sales, then purchases, each ascending by symbol; what exceeds the largest order of a board comes as several orders.</summary>
    public IReadOnlyList<PlannedOrder> Orders { get; }

    /// <summary>What was wanted and is not ordered, or not in full, ascending by symbol.</summary>
    public IReadOnlyList<UnplacedOrder> Unplaced { get; }

    /// <summary>Cash before, CNY.</summary>
    public decimal CashBefore { get; }

    /// <summary>Cash after all orders are filled at their limit prices, fees included, CNY.</summary>
    public decimal CashAfter { get; }

    /// <summary>Cash, receivables and positions at the quoted prices, CNY.</summary>
    public decimal NetAssetValue { get; }

    /// <summary>Σ shares ordered × price / net asset value: two-sided.</summary>
    public double Turnover { get; }

    /// <summary>How far the lots are from the relaxed optimum; all zero when holdings are kept.</summary>
    public OrderGap Gap { get; }

    /// <summary>Why the holdings are kept; null when they are not.</summary>
    public string? KeepReason { get; private init; }

    /// <summary>
    /// Every name with a quote that is wanted or held: symbol, target_weight, relaxed_weight, weight_after, shares_before, shares_after,
    /// deviation (CNY, value after − target).
    /// </summary>
    public Table Names { get; }

    /// <summary>The orders as a ticket for the broker.</summary>
    public OrderTicket ToTicket() => new(TradingDay, Orders.Select(o => new OrderLine(o.Symbol, o.Side, o.Shares, o.LimitPrice)));

    internal static OrderPlan Keep(DateOnly tradingDay, decimal cash, decimal netAssetValue, string reason) =>
        new(tradingDay, cash, netAssetValue, [], []) { KeepReason = reason };

    /// <summary>Counts, turnover, cash and gap.</summary>
    public override string ToString() => KeepReason is { } reason
        ? $"{TradingDay:yyyy-MM-dd}: holdings kept: {reason}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{TradingDay:yyyy-MM-dd}: {Orders.Count} orders, {Unplaced.Count} unplaced, turnover {Turnover:P2}, cash {CashBefore:N2} to {CashAfter:N2}, gap {Gap.Distance:P3}");

    private static List<PlannedOrder> OrdersOf(IReadOnlyList<TradableName> names, IReadOnlyList<long> trades)
    {
        List<PlannedOrder> orders = [];
        foreach (TradeSide side in new[] { TradeSide.Sell, TradeSide.Buy })
        {
            for (int i = 0; i < names.Count; i++)
            {
                if (trades[i] == 0 || (trades[i] > 0) != (side == TradeSide.Buy)) continue;
                TradableName name = names[i];
                decimal limit = side == TradeSide.Buy ? name.BuyLimit : name.SellLimit;
                foreach (long shares in name.Split(trades[i])) orders.Add(new PlannedOrder(name.Symbol, side, shares, name.Quote.Price, limit, name.FeesOf(side, shares)));
            }
        }

        return orders;
    }

    private static Table TableOf(IReadOnlyList<TradableName> names, IReadOnlyList<long> trades, IReadOnlyList<double> relaxed, decimal netAssetValue)
    {
        double total = (double)netAssetValue;
        return new Table(
            "order_names",
            TableColumn.Symbols("symbol", names.Select(n => n.Symbol)),
            TableColumn.Number("target_weight", names.Select(n => n.Target / total), "P3"),
            TableColumn.Number("relaxed_weight", relaxed.Select(v => v / total), "P3"),
            TableColumn.Number("weight_after", names.Select((n, i) => (n.Held + trades[i]) * n.Price / total), "P3"),
            TableColumn.Integer("shares_before", names.Select(n => n.Held)),
            TableColumn.Integer("shares_after", names.Select((n, i) => n.Held + trades[i])),
            TableColumn.Number("deviation", names.Select((n, i) => ((n.Held + trades[i]) * n.Price) - n.Target), "N2"));
    }
}
