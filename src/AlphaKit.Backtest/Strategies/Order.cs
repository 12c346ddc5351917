using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>An order of an <see cref="IStrategy"/>, and after its dealing day what became of it.</summary>
public sealed class Order
{
    internal Order(int number, Symbol symbol, int column, OrderKind kind, decimal amount, decimal? limit, DateOnly sent)
    {
        Number = number;
        Symbol = symbol;
        Column = column;
        Kind = kind;
        Amount = amount;
        Limit = limit;
        Sent = sent;
    }

    /// <summary>Number within the run, from 1 on, in the order of sending.</summary>
    public int Number { get; }

    /// <summary>The share.</summary>
    public Symbol Symbol { get; }

    /// <summary>What <see cref="Amount"/> means.</summary>
    public OrderKind Kind { get; }

    /// <summary>Shares, CNY or a fraction of net asset value, by <see cref="Kind"/>.</summary>
    public decimal Amount { get; }

    /// <summary>Worst price accepted, CNY; null for an order at the market.</summary>
    public decimal? Limit { get; }

    /// <summary>Day of the decision.</summary>
    public DateOnly Sent { get; }

    /// <summary>What became of it.</summary>
    public OrderStatus Status { get; private set; }

    /// <summary>The dealing day; null before it.</summary>
    public DateOnly? Dealt { get; private set; }

    /// <summary>Bought or sold; null before dealing and when there was nothing to do.</summary>
    public TradeSide? Side { get; private set; }

    /// <summary>Shares that should have been dealt, rounded to the board's order sizes.</summary>
    public long Wanted { get; private set; }

    /// <summary>Shares dealt.</summary>
    public long Filled { get; private set; }

    /// <summary>Turnover, CNY.</summary>
    public decimal Turnover { get; private set; }

    /// <summary>Fees, CNY.</summary>
    public decimal Fees { get; private set; }

    /// <summary>Turnover / shares, CNY; 0 when nothing was dealt.</summary>
    public decimal AveragePrice => Filled == 0 ? 0m : Turnover / Filled;

    /// <summary>Why it was not filled in full; null if it was.</summary>
    public UnfilledReason? Reason { get; private set; }

    /// <summary>That reason with its numbers; empty if there is none.</summary>
    public string Detail { get; private set; } = "";

    internal int Column { get; }

    internal bool IsTarget => Kind >= OrderKind.TargetShares;

    /// <summary>Number, share and what became of it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"#{Number} {Symbol} {Kind} {Amount}: {Status} {Filled} of {Wanted}{(Reason is { } why ? $" ({why}: {Detail})" : "")}");

    internal void Begin(DateOnly day, TradeSide? side, long wanted)
    {
        Dealt = day;
        Side = side;
        Wanted = wanted;
        Status = side is null ? OrderStatus.NothingToDo : OrderStatus.Rejected;
    }

    internal void Fill(long shares, decimal amount, decimal fees)
    {
        Filled += shares;
        Turnover += amount;
        Fees += fees;
        Status = Filled >= Wanted ? OrderStatus.Filled : OrderStatus.PartlyFilled;
    }

    internal void Refuse(UnfilledReason reason, string detail)
    {
        Reason = reason;
        Detail = detail;
    }
}
