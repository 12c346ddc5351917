namespace AlphaKit;

/// <summary>Ratios of margin trading 融资融券.</summary>
public enum MarginMeasure
{
    /// <summary>Margin for buying on credit 融资保证金比例, of the amount borrowed; new contracts only.</summary>
    FinancingMargin = 0,

    /// <summary>Margin for selling short 融券保证金比例, of the value sold; new contracts only.</summary>
    ShortMargin = 1,

    /// <summary>Margin for selling short, private securities funds.</summary>
    ShortMarginPrivateFund = 2,

    /// <summary>Maintenance ratio 维持担保比例 at which the broker warns.</summary>
    MaintenanceWarning = 3,

    /// <summary>Maintenance ratio at which the broker closes out 平仓线.</summary>
    MaintenanceCloseOut = 4,

    /// <summary>Maintenance ratio above which collateral can be withdrawn.</summary>
    WithdrawalAbove = 5,
}
