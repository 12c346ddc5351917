using AlphaKit.TestSupport;
using FsCheck.Fluent;
using static AlphaKit.Backtest.Tests.Rows;

namespace AlphaKit.Backtest.Tests;

public sealed class OrderSplitTests
{
    private static readonly DateOnly[] Week = [Day(2024, 1, 8), Day(2024, 1, 9), Day(2024, 1, 10), Day(2024, 1, 11)];

    private static BacktestOptions Rich(FakeMarket market) => market.Daily() with { InitialCash = 100_000_000m, MaxParticipation = 1 };

    [Fact]
    public async Task Quantities_above_the_largest_order_go_out_as_several_each_with_its_own_fees()
    {
        // ChiNext takes 300,000 shares per order: 700,000 are 300,000 + 300,000 + 100,000.
        // At 0.10 an order of 30,000 costs 7.50 commission, one of 10,000 the minimum of 5.00; transfer 0.001 %: 0.30 and 0.10.
        FakeMarket market = new FakeMarket(Week).Flat(ChiNext, 0.10);
        OrderScript script = new OrderScript().On(Week[0], bar => bar.OrderShares(ChiNext, 700_000)).On(Week[1], bar => bar.OrderShares(ChiNext, -700_000));
        BacktestResult result = await Backtester.RunAsync(market, script, Rich(market));
        Assert.Equal(
            [
                "1 Buy 300000 30000.00 7.50 0.00 0.30", "1 Buy 300000 30000.00 7.50 0.00 0.30", "1 Buy 100000 10000.00 5.00 0.00 0.10",
                "2 Sell 300000 30000.00 7.50 15.00 0.30", "2 Sell 300000 30000.00 7.50 15.00 0.30", "2 Sell 100000 10000.00 5.00 5.00 0.10",
            ],
            result.Trades.Lines("order", "side", "shares", "amount", "commission", "stamp_duty", "transfer_fee"));

        // 70,000 bought and sold: 20.00 + 0.70 and 20.00 + 35.00 + 0.70 are gone.
        Assert.Equal(100_000_000m - 20.70m - 55.70m, result.Daily.Money("nav", result.Daily.RowCount - 1));
        Assert.Equal((700_000L, OrderStatus.Filled), (script.Done[0].Filled, script.Done[0].Status));
    }

    [Fact]
    public async Task A_rest_too_small_for_an_order_of_its_own_takes_shares_from_the_one_before()
    {
        // STAR: at most 100,000, at least 200: 100,150 are 99,950 + 200.
        FakeMarket market = new FakeMarket(Week).Flat(Star, 1);
        OrderScript script = new OrderScript().On(Week[0], bar => bar.OrderShares(Star, 100_150)).On(Week[1], bar => bar.OrderShares(Star, -100_150));
        BacktestResult result = await Backtester.RunAsync(market, script, Rich(market));
        Assert.Equal(["99950", "200", "100000", "150"], result.Trades.Lines("shares"));   // sold out: the odd 150 may leave in one order
    }

    [Fact]
    public void Every_part_of_every_quantity_is_a_valid_order() => Properties.Holds(
        Gen.Choose(0, 1_000_000_000),
        seed =>
        {
            RandomStream random = RandomStream.Create((ulong)seed, "parts");
            Board board = new[] { Board.Main, Board.ChiNext, Board.Star, Board.Beijing }[random.NextInt32(4)];
            OrderSizeRule size = Rulebook.AShare.OrderSizeOn(board, Week[0]);

            // Near whole multiples of the largest order, where the rest is small.
            long Near() => Math.Max(1, ((1 + random.NextInt32(4)) * size.MaxLimitOrder) + random.NextInt32(1_000) - 500);
            long buy = size.FloorBuy(Near()), held = Near(), sale = size.FloorSell(Near(), held);
            long sum = 0;
            for (long left = buy; left > 0;)
            {
                long part = Sizing.NextPart(left, size, size.MinimumBuy);
                if (!size.IsValidBuy(part) || part > size.MaxLimitOrder) return false;
                sum += part;
                left -= part;
            }

            for (long left = sale, own = held; left > 0;)
            {
                long part = Sizing.NextPart(left, size, sale == held ? 0 : size.OddLotThreshold);
                if (!size.IsValidSell(part, own) || part > size.MaxLimitOrder) return false;
                own -= part;
                left -= part;
            }

            return sum == buy;
        });
}
