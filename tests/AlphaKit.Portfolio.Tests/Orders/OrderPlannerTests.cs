namespace AlphaKit.Portfolio.Tests.Orders;

public sealed class OrderPlannerTests
{
    private static readonly DateOnly Day = new(2024, 3, 11);
    private static readonly Symbol Bank = Symbol.Parse("600000.SH");
    private static readonly Symbol Liquor = Symbol.Parse("600519.SH");
    private static readonly Symbol Star = Symbol.Parse("688001.SH");
    private static readonly Symbol Growth = Symbol.Parse("300750.SZ");

    [Fact]
    public void Purchases_are_whole_lots_that_fees_leave_affordable()
    {
        // 10,000 CNY would buy 1,000 shares at 10.00, but the fees of 5.10 CNY (5 minimum commission, 0.10 transfer fee) are not there.
        OrderPlan plan = Plan([(Bank, 1)], Holdings.OnlyCash(10_000m), new OrderQuote(Bank, 10m));
        PlannedOrder order = Assert.Single(plan.Orders);
        Assert.Equal((TradeSide.Buy, 900L, 10m), (order.Side, order.Shares, order.LimitPrice));
        Assert.Equal(5.09m, order.Fees);
        Assert.Equal(994.91m, plan.CashAfter);
        Assert.Equal(UnplacedReason.Cash, Assert.Single(plan.Unplaced).Reason);
    }

    [Fact]
    public void The_minimum_commission_counts_once_per_order()
    {
        OrderPlan plan = Plan([(Bank, 0.5)], Holdings.OnlyCash(10_000m), new OrderQuote(Bank, 10m));
        Assert.Equal(5m + 0.05m, Assert.Single(plan.Orders).Fees);
        Assert.Equal(10_000m - 5_000m - 5.05m, plan.CashAfter);
    }

    [Fact]
    public void Sales_come_before_the_purchases_that_they_pay()
    {
        Holdings holdings = new(0m, 0m, [new Holding(Liquor, 100, 100, 1700m)]);
        OrderPlan plan = Plan([(Bank, 1)], holdings, new OrderQuote(Bank, 10m), new OrderQuote(Liquor, 1700m));
        Assert.Equal([TradeSide.Sell, TradeSide.Buy], plan.Orders.Select(o => o.Side));

        // 170,000 less commission 42.50, stamp duty 85.00 and transfer fee 1.70 leaves 169,870.80: 16,900 shares with fees of 42.25 + 1.69.
        Assert.Equal(16_900, plan.Orders[1].Shares);
        Assert.Equal(169_870.80m - 169_000m - 43.94m, plan.CashAfter);
    }

    [Fact]
    public void Proceeds_kept_for_another_day_buy_nothing()
    {
        Holdings holdings = new(0m, 0m, [new Holding(Liquor, 100, 100, 1700m)]);
        OrderPlan plan = OrderPlanner.Plan(
            Target((Bank, 1)), holdings, [new OrderQuote(Bank, 10m), new OrderQuote(Liquor, 1700m)], Day, new OrderOptions { Proceeds = SaleProceeds.Keep });
        Assert.Equal(Liquor, Assert.Single(plan.Orders).Symbol);
        Assert.Equal((Bank, UnplacedReason.Cash), (plan.Unplaced[0].Symbol, plan.Unplaced[0].Reason));
    }

    [Fact]
    public void Shares_bought_today_stay()
    {
        Holdings holdings = new(0m, 0m, [new Holding(Bank, 1000, 350, 10m)]);
        OrderPlan plan = Plan([], holdings, new OrderQuote(Bank, 10m));
        Assert.Equal(300, Assert.Single(plan.Orders).Shares);
        UnplacedOrder rest = Assert.Single(plan.Unplaced);
        Assert.Equal((1000L, 300L, UnplacedReason.NotSellable), (rest.Wanted, rest.Placed, rest.Reason));
    }

    [Fact]
    public void An_odd_lot_leaves_with_the_whole_holding()
    {
        Holdings holdings = new(0m, 0m, [new Holding(Bank, 1050, 1050, 10m)]);
        Assert.Equal(1050, Assert.Single(Plan([], holdings, new OrderQuote(Bank, 10m)).Orders).Shares);

        // Keeping half: 525 shares stay nearest with a sale of 500 (550 stay), never with 525.
        Assert.Equal(500, Assert.Single(Plan([(Bank, 0.5)], holdings, new OrderQuote(Bank, 10m)).Orders).Shares);
    }

    [Fact]
    public void Star_purchases_start_at_200_shares_and_go_by_one()
    {
        OrderQuote quote = new(Star, 50m);
        Assert.Equal(237, Assert.Single(Plan([(Star, 0.118501)], Holdings.OnlyCash(100_000m), quote).Orders).Shares);
        OrderPlan small = Plan([(Star, 0.04)], Holdings.OnlyCash(100_000m), quote);
        Assert.Empty(small.Orders);
        Assert.Equal(UnplacedReason.BelowSmallestOrder, Assert.Single(small.Unplaced).Reason);
    }

    [Fact]
    public void What_exceeds_the_largest_order_is_split()
    {
        OrderPlan plan = Plan([(Growth, 0.5)], Holdings.OnlyCash(1_400_000m * 10), new OrderQuote(Growth, 10m));
        Assert.Equal([300_000L, 300_000L, 100_000L], plan.Orders.Select(o => o.Shares));

        // The rest of a STAR purchase may not be below 200 shares: 100,100 is 99,900 and 200.
        OrderPlan star = Plan([(Star, 100_100 / 1e6)], Holdings.OnlyCash(10_000_000m), new OrderQuote(Star, 10m));
        Assert.Equal([99_900L, 200L], star.Orders.Select(o => o.Shares));

        // The odd end of a sold-out holding may.
        OrderPlan sold = Plan([], new Holdings(0m, 0m, [new Holding(Star, 100_100, 100_100, 10m)]), new OrderQuote(Star, 10m));
        Assert.Equal([100_000L, 100L], sold.Orders.Select(o => o.Shares));
    }

    [Theory]
    [InlineData(QuoteState.Suspended, UnplacedReason.Suspended)]
    [InlineData(QuoteState.NotListed, UnplacedReason.NotListed)]
    public void What_does_not_trade_is_neither_bought_nor_sold(QuoteState state, UnplacedReason reason)
    {
        Holdings holdings = new(10_000m, 0m, [new Holding(Liquor, 100, 100, 100m)]);
        OrderPlan plan = Plan([(Bank, 0.5)], holdings, new OrderQuote(Bank, 10m, State: state), new OrderQuote(Liquor, 100m, State: state));
        Assert.Empty(plan.Orders);
        Assert.Equal([(Bank, TradeSide.Buy, reason), (Liquor, TradeSide.Sell, reason)], plan.Unplaced.Select(u => (u.Symbol, u.Side, u.Reason)));
    }

    [Fact]
    public void Limits_lock_one_direction()
    {
        LimitPrices limits = new(11m, 9m);
        Holdings holdings = new(10_000m, 0m, [new Holding(Bank, 1000, 1000, 11m)]);
        OrderPlan up = Plan([(Bank, 1)], holdings, new OrderQuote(Bank, 11m, limits));
        Assert.Empty(up.Orders);
        Assert.Equal(UnplacedReason.AtUpperLimit, Assert.Single(up.Unplaced).Reason);
        Assert.Equal(1000, Assert.Single(Plan([], holdings, new OrderQuote(Bank, 11m, limits)).Orders).Shares);
        OrderPlan down = Plan([], holdings, new OrderQuote(Bank, 9m, limits));
        Assert.Equal(UnplacedReason.AtLowerLimit, Assert.Single(down.Unplaced).Reason);
        Assert.Equal(TradeSide.Buy, Assert.Single(Plan([(Bank, 1)], holdings, new OrderQuote(Bank, 9m, limits)).Orders).Side);
    }

    [Fact]
    public void Limit_prices_leave_room_but_stay_within_the_limits()
    {
        OrderOptions options = new() { PriceTolerance = 0.02m };
        OrderQuote free = new(Bank, 10.01m, new LimitPrices(11.01m, 9.01m)), near = new(Growth, 10.90m, new LimitPrices(11m, 9m));
        OrderPlan plan = OrderPlanner.Plan(Target((Bank, 0.5), (Growth, 0.5)), Holdings.OnlyCash(1_000_000m), [free, near], Day, options);

        // 10.01 × 1.02 = 10.2102, up to the cent.
        Assert.Equal([11m, 10.22m], plan.Orders.Select(o => o.LimitPrice));
        Assert.True(plan.CashAfter >= 0);
    }

    [Fact]
    public void A_sale_that_the_fees_would_eat_is_not_made()
    {
        OrderPlan plan = Plan([], new Holdings(100m, 0m, [new Holding(Bank, 3, 3, 1.5m)]), new OrderQuote(Bank, 1.5m));
        Assert.Empty(plan.Orders);
        Assert.Equal(UnplacedReason.FeesExceedProceeds, Assert.Single(plan.Unplaced).Reason);
    }

    [Fact]
    public void A_name_without_quote_is_left_alone_and_named()
    {
        Holdings holdings = new(1_000m, 0m, [new Holding(Bank, 100, 100, 10m)]);
        OrderPlan plan = Plan([(Liquor, 0.5)], holdings);
        Assert.Equal([(Bank, TradeSide.Sell, 100L), (Liquor, TradeSide.Buy, 0L)], plan.Unplaced.Select(u => (u.Symbol, u.Side, u.Wanted)));
        Assert.All(plan.Unplaced, u => Assert.Equal(UnplacedReason.NoPrice, u.Reason));
    }

    [Fact]
    public void A_kept_portfolio_has_no_orders_and_the_reason()
    {
        OrderPlan plan = OrderPlanner.Plan(TargetWeights.Keep("no scores"), new Holdings(5m, 0m, [new Holding(Bank, 100, 100, 10m)]), [new OrderQuote(Bank, 10m)], Day);
        Assert.Empty(plan.Orders);
        Assert.Equal("no scores", plan.KeepReason);
        Assert.Equal(5m, plan.CashAfter);
    }

    [Fact]
    public void The_reserve_is_not_spent()
    {
        OrderPlan plan = OrderPlanner.Plan(Target((Bank, 1)), Holdings.OnlyCash(10_000m), [new OrderQuote(Bank, 10m)], Day, new OrderOptions { CashReserve = 4_000m });
        Assert.Equal(500, Assert.Single(plan.Orders).Shares);
    }

    [Fact]
    public void Bad_input_is_refused_with_the_name()
    {
        Holdings holdings = Holdings.OnlyCash(1000m);
        Assert.Contains("600000.SH", Assert.Throws<ArgumentException>(() => Plan([], holdings, new OrderQuote(Bank, 0m))).Message);
        Assert.Contains("two quotes", Assert.Throws<ArgumentException>(() => Plan([], holdings, new OrderQuote(Bank, 1m), new OrderQuote(Bank, 1m))).Message);
        Assert.Contains("net asset value", Assert.Throws<ArgumentException>(() => Plan([], Holdings.OnlyCash(0m))).Message);
        Assert.Contains("600000.SH", Assert.Throws<ArgumentException>(() => Plan([], new Holdings(9m, 0m, [new Holding(Bank, -1, 0, 1m)]))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new OrderOptions { PriceTolerance = 0.5m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OrderOptions { CashReserve = -1m });
    }

    private static TargetWeights Target(params (Symbol Symbol, double Weight)[] weights) =>
        TargetWeights.From(weights.Select(w => new KeyValuePair<Symbol, double>(w.Symbol, w.Weight)));

    private static OrderPlan Plan((Symbol Symbol, double Weight)[] weights, Holdings holdings, params OrderQuote[] quotes) =>
        OrderPlanner.Plan(Target(weights), holdings, quotes, Day);
}
