namespace AlphaKit.Backtest;

/// <summary>Deals at the market's price.</summary>
public sealed class NoSlippage : ISlippage
{
    private NoSlippage()
    {
    }

    /// <summary>The one instance.</summary>
    public static NoSlippage Instance { get; } = new();

    /// <inheritdoc/>
    public string Name => "none";

    /// <inheritdoc/>
    public decimal PerShare(in SlippageRequest order) => 0m;
}
