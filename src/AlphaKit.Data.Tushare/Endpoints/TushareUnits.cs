namespace AlphaKit.Data.Tushare;

/// <summary>What the units of Tushare are worth in AlphaKit's: yuan, shares, fractions.</summary>
public static class TushareUnits
{
    /// <summary>AlphaKit value = vendor value × factor: 100 for lots, 1,000 for thousand yuan, 0.01 for percent, 1 where nothing changes.</summary>
    /// <param name="unit">The unit.</param>
    public static double FactorOf(TushareUnit unit) => unit switch
    {
        TushareUnit.Percent => 0.01,
        TushareUnit.Lots => 100,
        TushareUnit.ThousandYuan => 1_000,
        TushareUnit.TenThousandYuan or TushareUnit.TenThousandShares => 10_000,
        TushareUnit.MillionYuan => 1_000_000,
        _ => 1,
    };

    /// <summary>The unit in words, for documents; empty where there is none.</summary>
    /// <param name="unit">The unit.</param>
    public static string Describe(TushareUnit unit) => unit switch
    {
        TushareUnit.None => "",
        TushareUnit.Percent => "%",
        TushareUnit.Yuan => "CNY",
        TushareUnit.ThousandYuan => "thousand CNY (千元)",
        TushareUnit.TenThousandYuan => "ten thousand CNY (万元)",
        TushareUnit.MillionYuan => "million CNY (百万元)",
        TushareUnit.Lots => "lots of 100 shares (手)",
        TushareUnit.Shares => "shares",
        TushareUnit.TenThousandShares => "ten thousand shares (万股)",
        TushareUnit.Points => "index points",
        TushareUnit.Count => "count",
        TushareUnit.Contracts => "contracts (张)",
        TushareUnit.Days => "days",
        TushareUnit.Flag => "code number",
        TushareUnit.PerShare => "shares per share held",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "There is no such unit."),
    };
}
