namespace AlphaKit;

/// <summary>One day of an index.</summary>
/// <param name="Index">The index.</param>
/// <param name="Date">Trading day.</param>
/// <param name="Open">Opening points.</param>
/// <param name="High">Highest points.</param>
/// <param name="Low">Lowest points.</param>
/// <param name="Close">Closing points.</param>
/// <param name="Volume">Shares traded; NaN where unknown.</param>
/// <param name="Amount">Turnover in CNY; NaN where unknown.</param>
public sealed record IndexBar(Symbol Index, DateOnly Date, double Open, double High, double Low, double Close, double Volume, double Amount);
