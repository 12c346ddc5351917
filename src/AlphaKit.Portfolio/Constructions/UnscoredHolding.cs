namespace AlphaKit.Portfolio;

/// <summary>What happens to a share that is held but has no score today, or has left the universe.</summary>
public enum UnscoredHolding
{
    /// <summary>It is sold, as far as it can be.</summary>
    Sell = 0,

    /// <summary>It keeps its drifted weight.</summary>
    Hold = 1,
}
