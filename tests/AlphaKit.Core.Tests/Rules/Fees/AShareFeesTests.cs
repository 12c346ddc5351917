using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Core.Tests;

public sealed class AShareFeesTests
{
    private static readonly DateOnly Today = new(2024, 6, 3);
    private static readonly Symbol Bank = Symbol.Parse("600000.SH");

    private static FeeRequest Order(TradeSide side, decimal amount, long shares = 1000, DateOnly? date = null) => new(Bank, date ?? Today, side, amount, shares);

    // 100,000 CNY: commission 25.00, stamp 50.00 on sales, transfer 1.00.
    [Fact]
    public void A_retail_trade_costs_commission_transfer_and_stamp_on_sales()
    {
        Assert.Equal(new FeeBreakdown(25.00m, 0m, 1.00m, 0m, 0m, 0m), AShareFees.Retail.Charge(Order(TradeSide.Buy, 100_000m)));
        FeeBreakdown sale = AShareFees.Retail.Charge(Order(TradeSide.Sell, 100_000m));
        Assert.Equal(new FeeBreakdown(25.00m, 50.00m, 1.00m, 0m, 0m, 0m), sale);
        Assert.Equal(76.00m, sale.Total);
    }

    [Fact]
    public void Old_trades_pay_old_rates()
    {
        // 2008-05-05: stamp 0.1 % on both sides, Shanghai transfer fee 0.0006 CNY × 10,000 shares.
        FeeBreakdown old = AShareFees.Retail.Charge(Order(TradeSide.Buy, 100_000m, 10_000, new DateOnly(2008, 5, 5)));
        Assert.Equal(new FeeBreakdown(25.00m, 100.00m, 6.00m, 0m, 0m, 0m), old);
    }

    [Fact]
    public void An_institution_pays_no_minimum() =>
        Assert.Equal(0.20m, AShareFees.Institutional.Charge(Order(TradeSide.Buy, 1_000m)).Commission);

    [Fact]
    public void Exchange_fees_on_top_are_shown_apart()
    {
        AShareFees fees = new() { ExchangeFees = ExchangeFeePolicy.OnTop, ExtraRate = 0.0001m };
        // 1,000,000 CNY sold: 250 commission, 500 stamp, 10 transfer, 34.10 handling, 20 regulatory, 100 extra.
        Assert.Equal(new FeeBreakdown(250m, 500m, 10m, 34.10m, 20m, 100m), fees.Charge(Order(TradeSide.Sell, 1_000_000m)));
        Assert.Equal(0.00025 + 0.0005 + 0.00001 + 0.0000341 + 0.00002 + 0.0001, fees.EstimateRate(Bank, Today, TradeSide.Sell), 15);
        Assert.Throws<RuleNotAvailableException>(() => fees.Charge(Order(TradeSide.Sell, 1_000m, date: new DateOnly(2014, 6, 3))));
    }

    [Fact]
    public void The_minimum_commission_is_paid_once_per_order()
    {
        FeeBreakdown first = AShareFees.Retail.Charge(Order(TradeSide.Buy, 1_000m));
        FeeBreakdown second = AShareFees.Retail.Charge(Order(TradeSide.Buy, 1_000m) with { OrderAmountBefore = 1_000m, OrderSharesBefore = 1000 });
        FeeBreakdown third = AShareFees.Retail.Charge(Order(TradeSide.Buy, 98_000m) with { OrderAmountBefore = 2_000m, OrderSharesBefore = 2000 });
        Assert.Equal((5m, 0m, 20m), (first.Commission, second.Commission, third.Commission));
        Assert.Equal(0m, AShareFees.Retail.Charge(Order(TradeSide.Buy, 0m, 0)).Total);
    }

    [Fact]
    public void The_charges_of_all_fills_add_up_to_the_charge_of_the_order() => Properties.Holds(
        Gen.Zip(Gen.ListOf(Gen.Choose(1, 3_000_000)), Gen.Elements(TradeSide.Buy, TradeSide.Sell)),
        x =>
        {
            AShareFees fees = new() { ExchangeFees = ExchangeFeePolicy.OnTop };
            decimal amount = 0;
            long shares = 0;
            FeeBreakdown sum = default;
            foreach (int cents in x.Item1)
            {
                sum += fees.Charge(new FeeRequest(Bank, Today, x.Item2, cents / 100m, 100, amount, shares));
                amount += cents / 100m;
                shares += 100;
            }

            return sum == fees.Charge(new FeeRequest(Bank, Today, x.Item2, amount, shares));
        });

    [Fact]
    public void Fees_never_fall_as_the_amount_grows() => Properties.Holds(
        Gen.Zip(Gen.Choose(0, 200_000_000), Gen.Zip(Gen.Choose(0, 200_000_000), Gen.Elements(TradeSide.Buy, TradeSide.Sell))),
        x =>
        {
            (int a, (int b, TradeSide side)) = x;
            decimal less = AShareFees.Retail.Charge(Order(side, Math.Min(a, b) / 100m)).Total, more = AShareFees.Retail.Charge(Order(side, Math.Max(a, b) / 100m)).Total;
            return less <= more && less >= 0;
        });

    [Theory]
    [InlineData(TradeSide.Buy, 0.00026)]
    [InlineData(TradeSide.Sell, 0.00076)]
    public void The_estimate_is_the_marginal_rate(TradeSide side, double rate) =>
        Assert.Equal(rate, AShareFees.Retail.EstimateRate(Bank, Today, side), 15);

    [Fact]
    public void Flat_schedules_charge_one_rate()
    {
        Assert.Equal(200m, FeeSchedules.PerSide(0.002m).Charge(Order(TradeSide.Buy, 100_000m)).Total);
        Assert.Equal(200m, FeeSchedules.PerSide(0.002m).Charge(Order(TradeSide.Sell, 100_000m)).Total);
        Assert.Equal(0.002, FeeSchedules.PerSide(0.002m).EstimateRate(Bank, Today, TradeSide.Sell), 15);
        Assert.Equal(0m, FeeSchedules.None.Charge(Order(TradeSide.Sell, 100_000m)).Total);
        Assert.Equal(0.001m, new FlatFees(0.002m) { SellRate = 0.001m }.SellRate);
        Assert.Throws<ArgumentOutOfRangeException>(() => FeeSchedules.PerSide(0.2m));
    }

    [Fact]
    public void Options_and_requests_outside_their_bounds_are_refused()
    {
        Assert.Equal("CommissionRate", Assert.Throws<ArgumentOutOfRangeException>(() => new AShareFees { CommissionRate = 0.0031m }).ParamName);
        Assert.Equal("MinimumCommission", Assert.Throws<ArgumentOutOfRangeException>(() => new AShareFees { MinimumCommission = -1 }).ParamName);
        Assert.Equal("ExtraRate", Assert.Throws<ArgumentOutOfRangeException>(() => new AShareFees { ExtraRate = -0.1m }).ParamName);
        Assert.Equal("Rules", Assert.Throws<ArgumentNullException>(() => new AShareFees { Rules = null! }).ParamName);
        Assert.Equal("Amount", Assert.Throws<ArgumentOutOfRangeException>(() => AShareFees.Retail.Charge(Order(TradeSide.Buy, -1m))).ParamName);
        Assert.Equal("Shares", Assert.Throws<ArgumentOutOfRangeException>(() => AShareFees.Retail.Charge(Order(TradeSide.Buy, 1m, -1))).ParamName);
        Assert.Equal("OrderAmountBefore", Assert.Throws<ArgumentOutOfRangeException>(() => FeeSchedules.None.Charge(Order(TradeSide.Buy, 1m) with { OrderAmountBefore = -1 })).ParamName);
    }

    [Fact]
    public void Own_rules_change_the_charge()
    {
        Rulebook rules = Rulebook.AShare.With("stamp_duty", "instrument,first_date,last_date,buy,sell,mark,note\nStock,2024-01-01,,0,0.01,M,supposed\n");
        Assert.Equal(1_000m, new AShareFees { Rules = rules }.Charge(Order(TradeSide.Sell, 100_000m)).StampDuty);
        Assert.Equal(50m, AShareFees.Retail.Charge(Order(TradeSide.Sell, 100_000m)).StampDuty);
    }
}
