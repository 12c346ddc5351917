namespace AlphaKit.Factors.Tests.Libraries.Technical;

/// <summary>One column of Tushare's technical tables and how it is reproduced.</summary>
/// <param name="Name">Name without prefix.</param>
/// <param name="Decimals">Digits printed behind the point.</param>
/// <param name="Settled">First row of the table from which the rows before the table no longer matter to the printed digits.</param>
/// <param name="Factor">The indicator of the library.</param>
/// <param name="Definition">The same as plain loops in double precision.</param>
internal sealed record TushareColumn(string Name, int Decimals, int Settled, Factor Factor, Func<SlowBars, double[]> Definition)
{
    /// <summary>Allowed for the rounding of intermediate series, relative to the largest value of the column.</summary>
    public double Single { get; init; } = 5e-7;

    /// <summary>Allowed for the rounding of intermediate series that are prices and cancel, in roundings of the highest close.</summary>
    public double RoundedPrices { get; init; }
}
