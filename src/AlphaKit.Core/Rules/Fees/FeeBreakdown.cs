namespace AlphaKit;

/// <summary>What one fill costs, in CNY; every part is rounded half up to the cent.</summary>
/// <param name="Commission">The broker's commission 佣金, with the exchange's fees where the schedule says that it includes them.</param>
/// <param name="StampDuty">Stamp duty 印花税.</param>
/// <param name="TransferFee">Transfer fee 过户费.</param>
/// <param name="HandlingFee">Exchange handling fee 经手费, where it is charged on top of the commission.</param>
/// <param name="RegulatoryFee">Regulatory fee 证管费, where it is charged on top of the commission.</param>
/// <param name="Other">Anything else.</param>
public readonly record struct FeeBreakdown(
    decimal Commission, decimal StampDuty, decimal TransferFee, decimal HandlingFee, decimal RegulatoryFee, decimal Other)
{
    /// <summary>The sum of all parts.</summary>
    public decimal Total => Commission + StampDuty + TransferFee + HandlingFee + RegulatoryFee + Other;

    /// <summary>Adds part by part.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static FeeBreakdown operator +(FeeBreakdown left, FeeBreakdown right) => left.Add(right);

    /// <summary>Adds part by part.</summary>
    /// <param name="other">The other breakdown.</param>
    public FeeBreakdown Add(FeeBreakdown other) => new(
        Commission + other.Commission,
        StampDuty + other.StampDuty,
        TransferFee + other.TransferFee,
        HandlingFee + other.HandlingFee,
        RegulatoryFee + other.RegulatoryFee,
        Other + other.Other);
}
