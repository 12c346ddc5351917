namespace AlphaKit;

/// <summary>The states of a share that its board's price limit knows. The second column of the table <c>price_limits</c>.</summary>
public enum PriceLimitState
{
    /// <summary>Neither ST nor unreformed.</summary>
    Normal = 0,

    /// <summary>Special treatment: ST or *ST 风险警示.</summary>
    St = 1,

    /// <summary>Share reform not done: S shares 未股改.</summary>
    Unreformed = 2,
}
