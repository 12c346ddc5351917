namespace AlphaKit.Backtest;

/// <summary>A fill.</summary>
internal readonly record struct Fill(
    int Day, int Column, TradeSide Side, long Shares, long MarketPrice, long Price, decimal Amount,
    FeeBreakdown Fees, decimal DividendTax, decimal Realised);

/// <summary>An order not filled in full.</summary>
internal readonly record struct Unfilled(int Day, int Column, TradeSide Side, long Wanted, long Filled, UnfilledReason Reason, string Detail);

/// <summary>Something that happened to a holding.</summary>
internal readonly record struct Happening(int Day, int Column, HoldingEvent Kind, long Shares, decimal Cash, decimal Receivable, decimal Tax, string Detail);

/// <summary>A dealing day.</summary>
internal readonly record struct Rebalance(
    int Decided, int Dealt, int Names, double Invested, double Planned, double Realised, int Orders, int Filled, int Unfilled, string Note);

/// <summary>A day at its close.</summary>
internal readonly record struct DayClose(
    decimal NetAssetValue, decimal Cash, decimal Positions, decimal Receivables, decimal Liabilities, int Holdings, decimal Traded, decimal Fees);

/// <summary>Everything that a run writes down, in the order in which it happens.</summary>
internal sealed class RunLog
{
    public List<Fill> Fills { get; } = [];

    public List<Unfilled> Unfilled { get; } = [];

    public List<Happening> Happenings { get; } = [];

    public List<Rebalance> Rebalances { get; } = [];

    public List<DayClose> Days { get; } = [];
}
