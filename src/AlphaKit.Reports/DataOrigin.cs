namespace AlphaKit.Reports;

/// <summary>Where the market data of a report come from.</summary>
public enum DataOrigin
{
    /// <summary>A real market.</summary>
    Market = 0,

    /// <summary>A simulation; a banner says so.</summary>
    Simulated = 1,
}
