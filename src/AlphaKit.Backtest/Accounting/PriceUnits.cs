namespace AlphaKit.Backtest;

/// <summary>
/// Prices and money inside the engine: whole numbers of 0.0001 CNY, so that all bookkeeping is exact integer arithmetic. Market prices arrive
/// as float32 and are brought back to the tick that the exchange quotes; a float32 carries every cent up to 131,072 CNY. The results show
/// the same numbers as <see cref="decimal"/>.
/// </summary>
internal static class PriceUnits
{
    public const long PerYuan = 10_000;

    public const long PerCent = 100;

    /// <summary>A quoted price: to the cent, half up. 0 where there is none.</summary>
    // A float times a hundred is exact in double, and so is the half added to it: the cut rounds half up.
    public static long FromQuote(float price) => price > 0 && price <= float.MaxValue ? (long)((price * 100.0) + 0.5) * PerCent : 0;

    /// <summary>An average or adjusted price: to 0.0001, half up. 0 where there is none.</summary>
    public static long FromAverage(float price) => price > 0 && price <= float.MaxValue ? (long)((price * 10_000.0) + 0.5) : 0;

    /// <summary>Units as CNY.</summary>
    public static decimal ToYuan(long units) => units / (decimal)PerYuan;

    /// <summary>CNY as units, half up.</summary>
    public static long FromYuan(decimal yuan) => (long)Math.Round(yuan * PerYuan, MidpointRounding.AwayFromZero);

    /// <summary>CNY as whole cents half up, in units.</summary>
    public static long CentsOf(decimal yuan) => FromYuan(Math.Round(yuan, 2, MidpointRounding.AwayFromZero));

    /// <summary>Shares × price as an amount that is paid, in units: whole cents, half up.</summary>
    public static long Amount(long shares, long price) => (checked(shares * price) + (PerCent / 2)) / PerCent * PerCent;

    /// <summary>whole × part / of, to the unit, half up; all of them not negative.</summary>
    public static long Part(long whole, long part, long of)
    {
        long high = Math.BigMul(whole, part, out long low);
        return high == 0 && low >= 0 && low <= long.MaxValue - of
            ? (low + (of / 2)) / of
            : (long)((((Int128)whole * part) + (of / 2)) / of);
    }
}
