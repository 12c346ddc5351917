using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Core.Tests;

public sealed class OrderSizeTests
{
    private static readonly DateOnly Today = new(2024, 6, 3);

    private static OrderSizeRule RuleOf(Board board) => Rulebook.AShare.OrderSizeOn(board, Today);

    [Theory]
    [InlineData(Board.Main, 100, 100, 100, 1_000_000, 1_000_000)]
    [InlineData(Board.ChiNext, 100, 100, 100, 300_000, 150_000)]
    [InlineData(Board.Star, 200, 1, 200, 100_000, 50_000)]
    [InlineData(Board.Beijing, 100, 1, 100, 1_000_000, 1_000_000)]
    public void Order_sizes_differ_by_board(Board board, long minimum, long step, long odd, long limit, long market)
    {
        OrderSizeRule rule = RuleOf(board);
        Assert.Equal((minimum, step, odd, limit, market), (rule.MinimumBuy, rule.Step, rule.OddLotThreshold, rule.MaxLimitOrder, rule.MaxMarketOrder));
    }

    [Theory]
    [InlineData(2020, 8, 21, 1_000_000)]
    [InlineData(2020, 8, 24, 300_000)]
    public void The_largest_ChiNext_order_shrank_with_the_registration_reform(int year, int month, int day, long limit) =>
        Assert.Equal(limit, Rulebook.AShare.OrderSizeOn(Symbol.Parse("300750.SZ"), new DateOnly(year, month, day)).MaxLimitOrder);

    [Theory]
    [InlineData(Board.Main, 99, 0)]
    [InlineData(Board.Main, 100, 100)]
    [InlineData(Board.Main, 199, 100)]
    [InlineData(Board.Main, 1_234_567, 1_234_500)]
    [InlineData(Board.Star, 199, 0)]
    [InlineData(Board.Star, 200, 200)]
    [InlineData(Board.Star, 201, 201)]
    [InlineData(Board.Beijing, 99, 0)]
    [InlineData(Board.Beijing, 101, 101)]
    public void Purchases_are_floored_to_the_lot(Board board, long shares, long expected) => Assert.Equal(expected, RuleOf(board).FloorBuy(shares));

    [Theory]
    [InlineData(Board.Main, 250, 250, 250)] // everything, the odd 50 included
    [InlineData(Board.Main, 249, 250, 200)]
    [InlineData(Board.Main, 50, 250, 0)]
    [InlineData(Board.Main, 50, 50, 50)]
    [InlineData(Board.Main, 49, 50, 0)]
    [InlineData(Board.Main, 900, 250, 250)]
    [InlineData(Board.Star, 199, 500, 0)]
    [InlineData(Board.Star, 201, 500, 201)]
    [InlineData(Board.Star, 150, 150, 150)]
    [InlineData(Board.Star, 149, 150, 0)]
    [InlineData(Board.Beijing, 101, 500, 101)]
    [InlineData(Board.Beijing, 99, 500, 0)]
    [InlineData(Board.Beijing, 99, 99, 99)]
    [InlineData(Board.Main, 0, 0, 0)]
    public void Sales_are_floored_unless_they_take_everything(Board board, long shares, long held, long expected) =>
        Assert.Equal(expected, RuleOf(board).FloorSell(shares, held));

    // Validity written from the rule texts: a table per board instead of minimum, step and threshold.
    private static bool MayBuy(Board board, long q) => board switch
    {
        Board.Main or Board.ChiNext => q > 0 && q % 100 == 0,
        Board.Star => q >= 200,
        _ => q >= 100,
    };

    private static bool MaySell(Board board, long q, long held) => q > 0 && q <= held && (q == held || MayBuy(board, q));

    [Fact]
    public void Floored_quantities_are_valid_and_the_largest_by_trying_all() => Properties.Holds(
        Gen.Zip(Gen.Elements(Board.Main, Board.ChiNext, Board.Star, Board.Beijing), Gen.Zip(Gen.Choose(0, 700), Gen.Choose(0, 700))),
        x =>
        {
            (Board board, (int shares, int held)) = x;
            OrderSizeRule rule = RuleOf(board);
            long buy = 0, sell = 0;
            for (int q = 1; q <= shares; q++)
            {
                if (MayBuy(board, q)) buy = q;
                if (MaySell(board, q, held)) sell = q;
                if (rule.IsValidBuy(q) != MayBuy(board, q) || rule.IsValidSell(q, held) != MaySell(board, q, held)) return false;
            }

            return rule.FloorBuy(shares) == buy && rule.FloorSell(shares, held) == sell && !rule.IsValidBuy(0) && !rule.IsValidSell(0, held);
        });

    [Fact]
    public void Boards_without_rows_and_negative_shares_are_refused()
    {
        Assert.Throws<RuleNotAvailableException>(() => Rulebook.AShare.OrderSizeOn(Board.BShare, Today));
        Assert.Throws<RuleNotAvailableException>(() => Rulebook.AShare.OrderSizeOn(Board.Star, new DateOnly(2019, 7, 19)));
        Assert.Throws<ArgumentException>(() => Rulebook.AShare.OrderSizeOn(Symbol.Parse("000300.SH"), Today));
        Assert.Throws<ArgumentOutOfRangeException>(() => RuleOf(Board.Main).FloorBuy(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RuleOf(Board.Main).FloorSell(1, -1));
    }
}
