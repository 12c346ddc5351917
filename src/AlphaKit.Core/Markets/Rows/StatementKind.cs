namespace AlphaKit;

/// <summary>The kinds of financial statement.</summary>
public enum StatementKind
{
    /// <summary>Income statement 利润表.</summary>
    Income = 0,

    /// <summary>Balance sheet 资产负债表.</summary>
    BalanceSheet = 1,

    /// <summary>Cash-flow statement 现金流量表.</summary>
    CashFlow = 2,

    /// <summary>Financial indicators 财务指标.</summary>
    Indicators = 3,
}
