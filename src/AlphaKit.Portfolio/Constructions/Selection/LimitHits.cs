namespace AlphaKit.Portfolio;

/// <summary>Which names at their price limits a <see cref="SelectionFilter"/> leaves out.</summary>
public enum LimitHits
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Those that closed at their upper limit (涨停).</summary>
    Up = 1,

    /// <summary>Those that closed at their lower limit (跌停).</summary>
    Down = 2,

    /// <summary>Both.</summary>
    Both = 3,
}
