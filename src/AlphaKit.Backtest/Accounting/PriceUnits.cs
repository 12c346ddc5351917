namespace AlphaKit.Backtest;

/// <summary>
/// Prices inside the engine: whole numbers of 0.0001 CNY, so that marking a portfolio is integer arithmetic. Market prices arrive as
/// float32 and are brought back to the tick that the exchange quotes; a float32 carries every cent up to 131,072 CNY.
/// </summary>
internal static class PriceUnits
{
    public const long PerYuan = 10_000;

    /// <summary>A quoted price: to the cent. 0 where there is none.</summary>
    public static long FromQuote(float price) => price > 0 && float.IsFinite(price) ? (long)Math.Round(price * 100.0, MidpointRounding.AwayFromZero) * 100 : 0;

    /// <summary>An average or adjusted price: to 0.0001. 0 where there is none.</summary>
    public static long FromAverage(float price) => price > 0 && float.IsFinite(price) ? (long)Math.Round(price * 10_000.0, MidpointRounding.AwayFromZero) : 0;

    /// <summary>Units as CNY.</summary>
    public static decimal ToYuan(long units) => units / (decimal)PerYuan;

    /// <summary>CNY as units, half up.</summary>
    public static long FromYuan(decimal yuan) => (long)Math.Round(yuan * PerYuan, MidpointRounding.AwayFromZero);

    /// <summary>Shares × price as an amount that is paid: whole cents, half up.</summary>
    public static decimal Amount(long shares, long price) => Cents(ToYuan(checked(shares * price)));

    /// <summary>Whole cents, half up.</summary>
    public static decimal Cents(decimal yuan) => Math.Round(yuan, 2, MidpointRounding.AwayFromZero);
}
