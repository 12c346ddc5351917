namespace AlphaKit.Backtest;

/// <summary>What one order cost, in <see cref="PriceUnits"/>.</summary>
internal readonly record struct FeeUnits(long Commission, long StampDuty, long TransferFee, long Other)
{
    public long Total => Commission + StampDuty + TransferFee + Other;

    public static FeeUnits operator +(in FeeUnits a, in FeeUnits b) =>
        new(a.Commission + b.Commission, a.StampDuty + b.StampDuty, a.TransferFee + b.TransferFee, a.Other + b.Other);

    /// <summary>What a schedule charges, which must be whole units.</summary>
    public static FeeUnits Of(in FeeBreakdown fees, IFeeSchedule schedule)
    {
        return new FeeUnits(Exact(fees.Commission), Exact(fees.StampDuty), Exact(fees.TransferFee), Exact(fees.HandlingFee + fees.RegulatoryFee + fees.Other));

        long Exact(decimal yuan)
        {
            long units = PriceUnits.FromYuan(yuan);
            return PriceUnits.ToYuan(units) == yuan
                ? units
                : throw new InvalidOperationException($"The fee schedule '{schedule}' charged {yuan} CNY: every part must be rounded, to the cent or at least to 0.0001.");
        }
    }
}
