namespace AlphaKit.Backtest;

/// <summary>A way into the engine: who decides, on which days, and what the decision is.</summary>
internal abstract class FrontDoor
{
    public abstract string Name { get; }

    public abstract IReadOnlyList<Field> RequiredFields { get; }

    public abstract Universe Universe { get; }

    /// <summary>The days on which this door deals, for the benchmark that is rebalanced with it.</summary>
    public virtual Schedule ScheduleOf(BacktestOptions options) => options.Schedule;

    /// <summary>Called before the run, with the data; refuses what can be known to be wrong.</summary>
    public virtual void Prepare(MarketFrame frame)
    {
    }

    /// <summary>The decision after a row's close for the day after it; null for none.</summary>
    public abstract Decision? Decide(Simulation run, int row);

    /// <summary>Called after the dealing day of a decision.</summary>
    public virtual void Dealt(Decision decision)
    {
    }

    /// <summary>The door for a target source.</summary>
    public static FrontDoor Of(ITargetSource source) => source is WeightsByDate weights ? new WeightsDoor(weights) : new TargetDoor(source);

    /// <summary>Columns of symbols that can be held.</summary>
    /// <exception cref="InvalidTargetException">One cannot.</exception>
    protected static int ColumnOf(MarketFrame frame, Symbol symbol, DateOnly today)
    {
        int column = frame.Axes.ColumnOf(symbol);
        if (column < 0) throw new InvalidTargetException(symbol, today, "the market data does not hold it.");
        if (frame.Boards[column] is Board.None or Board.BShare) throw new InvalidTargetException(symbol, today, "only A shares can be dealt here.");
        return column;
    }
}
