namespace AlphaKit.Backtest;

/// <summary>A fill. Money is in <see cref="PriceUnits"/>.</summary>
internal readonly record struct Fill(
    int Day, int Column, int Order, TradeSide Side, long Shares, long MarketPrice, long Price, long Amount,
    FeeUnits Fees, long DividendTax, long Realised);

/// <summary>An order not filled in full.</summary>
internal readonly record struct Unfilled(int Day, int Column, TradeSide Side, long Wanted, long Filled, UnfilledReason Reason, Detail Detail);

/// <summary>Something that happened to a holding. Money is in <see cref="PriceUnits"/>.</summary>
internal readonly record struct Happening(int Day, int Column, HoldingEvent Kind, long Shares, long Cash, long Receivable, long Tax, string Detail);

/// <summary>A dealing day.</summary>
internal readonly record struct Rebalance(
    int Decided, int Dealt, int Names, double Invested, double Planned, double Realised, int Orders, int Filled, int Unfilled, string Note);

/// <summary>A day at its close. Money is in <see cref="PriceUnits"/>.</summary>
internal readonly record struct DayClose(
    long NetAssetValue, long Cash, long Positions, long Receivables, long Liabilities, int Holdings, long Traded, long Fees);

/// <summary>Everything that a run writes down, in the order in which it happens.</summary>
internal sealed class RunLog
{
    public Journal<Fill> Fills { get; } = new();

    public Journal<Unfilled> Unfilled { get; } = new();

    public List<Happening> Happenings { get; } = [];

    public List<Rebalance> Rebalances { get; } = [];

    public List<DayClose> Days { get; } = [];
}
