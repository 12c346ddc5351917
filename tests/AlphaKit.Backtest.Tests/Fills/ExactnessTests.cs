using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Backtest.Tests;

/// <summary>The engine counts in whole numbers; the same thing counted in decimals must give the same cents.</summary>
public sealed class ExactnessTests
{
    private static readonly AShareFees OnTop = new() { CommissionRate = 0.00013m, MinimumCommission = 0.1m, ExchangeFees = ExchangeFeePolicy.OnTop, ExtraRate = 0.0004m };
    private static readonly AShareFees Odd = new() { CommissionRate = 0.000123456789m };

    [Fact]
    [Trait("Claim", "fee_table_differences")]
    public void Whole_number_fees_are_the_schedules_cents()
    {
        RandomStream random = RandomStream.Create(7, "fees");
        IFeeSchedule[] schedules = [AShareFees.Retail, AShareFees.Institutional, OnTop, Odd, FeeSchedules.None, FeeSchedules.PerSide(0.002m)];
        DateOnly[] days = [new(2005, 3, 1), new(2008, 6, 2), new(2015, 7, 31), new(2015, 8, 3), new(2022, 4, 28), new(2023, 8, 25), new(2023, 8, 28), new(2026, 7, 6)];
        int differences = 0;
        foreach (IFeeSchedule schedule in schedules)
        {
            FeeTable table = new(schedule);
            foreach (DateOnly day in days)
            {
                if (ReferenceEquals(schedule, OnTop) && day < new DateOnly(2015, 8, 1)) continue;
                for (int i = 0; i < 1000; i++)
                {
                    Symbol symbol = RandomMarket.Symbols[random.NextInt32(day < new DateOnly(2021, 11, 15) ? 4 : 6)];
                    TradeSide side = (TradeSide)random.NextInt32(2);
                    long shares = 1 + random.NextInt32(1_000_000), price = 1 + random.NextInt32(i % 5 == 0 ? 3_000_000 : 300_000), amount = PriceUnits.Amount(shares, price);
                    FeeBreakdown expected = schedule.Charge(new FeeRequest(symbol, day, side, PriceUnits.ToYuan(amount), shares));
                    FeeUnits actual = table.Charge(symbol, day, side, shares, amount);
                    bool same = PriceUnits.ToYuan(actual.Commission) == expected.Commission && PriceUnits.ToYuan(actual.StampDuty) == expected.StampDuty
                        && PriceUnits.ToYuan(actual.TransferFee) == expected.TransferFee && PriceUnits.ToYuan(actual.Total) == expected.Total;
                    if (!same) differences++;
                }
            }
        }

        Claim.Exactly("fee_table_differences", differences, 0);
    }

    [Fact]
    public void A_schedule_that_charges_less_than_a_ten_thousandth_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new FeeTable(new Crumbs()).Charge(Rows.Pudong, new DateOnly(2024, 1, 8), TradeSide.Buy, 100, 1_000_000));

    [Fact]
    public void Shares_of_a_weight_are_those_of_decimals() => Properties.Holds(
        Gen.Choose(0, 1_000_000_000),
        seed =>
        {
            RandomStream random = RandomStream.Create((ulong)seed, "shares");
            double weight = random.NextInt32(3) == 0 ? 1.0 / (1 + random.NextInt32(500)) : random.NextDouble();
            long value = (1L + random.NextInt32(1_000_000_000)) * 10_000, price = (1L + random.NextInt32(100_000)) * 100;
            return Sizing.SharesFor(weight, value, price) == (long)((decimal)weight * PriceUnits.ToYuan(value) * 10_000 / price);
        },
        cases: 20_000);

    [Fact]
    public void Parts_of_a_cost_are_those_of_decimals() => Properties.Holds(
        Gen.Choose(0, 1_000_000_000),
        seed =>
        {
            RandomStream random = RandomStream.Create((ulong)seed, "parts");
            long whole = (long)(random.NextDouble() * 1e13), of = 1 + random.NextInt32(100_000_000), part = random.NextInt32((int)of + 1);
            return PriceUnits.Part(whole, part, of) == PriceUnits.FromYuan(Math.Round(PriceUnits.ToYuan(whole) * part / of, 4, MidpointRounding.AwayFromZero));
        },
        cases: 5_000);

    [Fact]
    public void Slippage_in_whole_numbers_is_that_of_decimals()
    {
        RandomStream random = RandomStream.Create(1, "slip");
        for (int i = 0; i < 20_000; i++)
        {
            FixedBps model = FixedBps.PerSide(random.NextInt32(10_000_000) / 10_000m);
            long price = 1 + random.NextInt32(5_000_000);
            Assert.True(model.TryUnits(price, out long units));
            SlippageRequest order = new(Rows.Pudong, new DateOnly(2024, 1, 8), TradeSide.Buy, 100, PriceUnits.ToYuan(price), 0, 0);
            Assert.Equal(PriceUnits.FromYuan(model.PerShare(order)), units);
        }
    }

    [Fact]
    public async Task No_price_at_a_limit_is_taken_for_one_inside()
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            FakeMarket market = RandomMarket.Create(seed);
            BacktestOptions options = market.Daily();
            MarketFrame frame = await MarketFrame.ReadAsync(market, FrontDoor.Of(new Script()), options, CancellationToken.None);
            MarketRules rules = new(frame, options);
            for (int row = 0; row < frame.Calendar.Count; row++)
            {
                for (int column = 0; column < frame.Symbols.Length; column++)
                {
                    (long up, long down) = rules.Limits(row, column);
                    if (up == 0) continue;
                    for (long cents = -2; cents <= 2; cents++)
                    {
                        Assert.True(up + (cents * 100) < up || rules.MayBeAtLimit(row, column, TradeSide.Buy, up + (cents * 100)));
                        Assert.True(down + (cents * 100) > down || rules.MayBeAtLimit(row, column, TradeSide.Sell, down + (cents * 100)));
                    }

                    long reference = frame.PreCloseOf(row, column);
                    Assert.False(reference > 10_000 && rules.MayBeAtLimit(row, column, TradeSide.Buy, reference));
                }
            }
        }
    }

    [Fact]
    public void Ticks_cost_a_cent_each()
    {
        SlippageRequest order = new(Rows.Pudong, new DateOnly(2024, 1, 8), TradeSide.Buy, 100, 10m, 0, 0);
        Assert.Equal(0.03m, FixedTicks.PerSide(3).PerShare(order));
        Assert.Throws<ArgumentOutOfRangeException>(() => FixedTicks.PerSide(-1));
    }

    private sealed class Crumbs : IFeeSchedule
    {
        public FeeBreakdown Charge(in FeeRequest trade) => new(0.00001m, 0, 0, 0, 0, 0);

        public double EstimateRate(Symbol symbol, DateOnly date, TradeSide side) => 0;
    }
}
