namespace AlphaKit.Backtest;

/// <summary>Something that a monitor has to tell.</summary>
/// <param name="Date">The day at whose close it was known.</param>
/// <param name="Subject">The factor, model or input that it is about.</param>
public abstract record MonitorAlert(DateOnly Date, string Subject)
{
    /// <summary>Name of the kind of alert.</summary>
    public string Kind => GetType().Name;

    /// <summary>One sentence for people.</summary>
    public abstract string Text { get; }

    /// <summary>Date, subject and text.</summary>
    public sealed override string ToString() => FormattableString.Invariant($"{Date:yyyy-MM-dd} {Subject}: {Text}");
}
