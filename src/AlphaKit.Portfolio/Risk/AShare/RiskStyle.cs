namespace AlphaKit.Portfolio;

/// <summary>The style factors (风格因子) of <see cref="AShareRiskModel"/>; the descriptors of each stand in docs/risk-model.md.</summary>
public enum RiskStyle
{
    /// <summary>市值: logarithm of market capitalisation.</summary>
    Size = 0,

    /// <summary>贝塔: slope on the cap-weighted market.</summary>
    Beta = 1,

    /// <summary>动量: weighted log return of two years without the last month.</summary>
    Momentum = 2,

    /// <summary>残差波动率: volatility that beta and size do not explain.</summary>
    ResidualVolatility = 3,

    /// <summary>非线性市值: cube of size, orthogonal to size.</summary>
    NonLinearSize = 4,

    /// <summary>账面市值比: book equity / market capitalisation.</summary>
    BookToPrice = 5,

    /// <summary>流动性: turnover of a month, a quarter and a year, orthogonal to size.</summary>
    Liquidity = 6,

    /// <summary>盈利: earnings and cash earnings / market capitalisation.</summary>
    EarningsYield = 7,

    /// <summary>成长: trend of annual sales and earnings.</summary>
    Growth = 8,

    /// <summary>杠杆: market, asset and book leverage.</summary>
    Leverage = 9,
}
