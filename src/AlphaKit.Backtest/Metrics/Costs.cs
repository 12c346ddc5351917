namespace AlphaKit.Backtest;

/// <summary>What trading and dividends cost over a whole backtest, CNY.</summary>
/// <param name="Commission">Commissions 佣金.</param>
/// <param name="StampDuty">Stamp duty 印花税.</param>
/// <param name="TransferFee">Transfer fees 过户费.</param>
/// <param name="OtherFees">Handling and regulatory fees where they come on top, and anything else.</param>
/// <param name="Slippage">Shares × the difference between deal price and the market's price; already inside the trades' amounts.</param>
/// <param name="DividendTax">Dividend tax paid 红利税.</param>
public readonly record struct Costs(decimal Commission, decimal StampDuty, decimal TransferFee, decimal OtherFees, decimal Slippage, decimal DividendTax)
{
    /// <summary>Everything, slippage included.</summary>
    public decimal Total => Commission + StampDuty + TransferFee + OtherFees + Slippage + DividendTax;
}
