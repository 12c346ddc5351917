namespace AlphaKit.Models;

/// <summary>What a <see cref="ForwardTarget"/> measures on the prices from the close of T + 1 to the close of T + 1 + days.</summary>
public enum TargetKind
{
    /// <summary>Standard deviation of the daily returns (divisor n − 1), not annualised.</summary>
    Volatility = 0,

    /// <summary>Mean ÷ standard deviation of the daily returns, not annualised; missing where the price does not move.</summary>
    Sharpe = 1,

    /// <summary>Largest fall from an earlier highest close, as a share of it: 0 or more.</summary>
    Drawdown = 2,
}
