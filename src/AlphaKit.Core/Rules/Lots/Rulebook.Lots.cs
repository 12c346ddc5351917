namespace AlphaKit;

public sealed partial class Rulebook
{
    private readonly DatedRules<OrderSizeRule> _orderSizes;

    /// <summary>The order sizes of a share on a day.</summary>
    /// <param name="symbol">An A share.</param>
    /// <param name="date">The day.</param>
    /// <exception cref="ArgumentException">The symbol is no share.</exception>
    /// <exception cref="RuleNotAvailableException">The rulebook has no row for this board and day.</exception>
    public OrderSizeRule OrderSizeOn(Symbol symbol, DateOnly date) => OrderSizeOn(RequireShare(symbol), date);

    /// <summary>The order sizes of a board on a day.</summary>
    /// <param name="board">The board.</param>
    /// <param name="date">The day.</param>
    /// <exception cref="RuleNotAvailableException">The rulebook has no row for this board and day.</exception>
    public OrderSizeRule OrderSizeOn(Board board, DateOnly date) =>
        _orderSizes.FindOrNull((int)board, date) ?? throw _orderSizes.NotAvailable((int)board, board.ToString(), date);

    private static DatedRules<OrderSizeRule> ReadOrderSizes(RuleTable table) => DatedRules<OrderSizeRule>.Read(
        table,
        "board,first_date,last_date,min_buy,step,odd_lot_below,max_limit,max_market,mark,note",
        row => (int)row.Enum<Board>("board"),
        (row, source) =>
        {
            long minimum = row.Count("min_buy", 1, 1_000_000), step = row.Count("step", 1, 1_000_000);
            if (minimum % step != 0) throw row.Fail("min_buy", $"{minimum} is not a whole number of steps of {step}.");
            return new OrderSizeRule(
                minimum,
                step,
                row.Count("odd_lot_below", 1, 1_000_000),
                row.Count("max_limit", minimum, long.MaxValue),
                row.Count("max_market", minimum, long.MaxValue),
                source);
        });
}
