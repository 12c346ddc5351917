namespace AlphaKit.Backtest;

/// <summary>Weights by date hold nothing that could be dealt within the dates of the backtest.</summary>
public sealed class EmptyTargetsException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="name">Name of the weights.</param>
    /// <param name="from">First day of the backtest.</param>
    /// <param name="to">Last day of the backtest.</param>
    public EmptyTargetsException(string name, DateOnly from, DateOnly to)
        : base($"'{name}' decides on no day from the day before {from:yyyy-MM-dd} to the day before {to:yyyy-MM-dd}: there is nothing to backtest. A target of nothing but cash is an entry without weights.")
    {
        Name = name;
        From = from;
        To = to;
    }

    /// <summary>Name of the weights.</summary>
    public string Name { get; }

    /// <summary>First day of the backtest.</summary>
    public DateOnly From { get; }

    /// <summary>Last day of the backtest.</summary>
    public DateOnly To { get; }
}
