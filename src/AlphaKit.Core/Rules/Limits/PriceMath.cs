namespace AlphaKit;

/// <summary>Rounding to the tick in decimal arithmetic.</summary>
internal static class PriceMath
{
    public static decimal HalfUp(decimal price, decimal tick) =>
        tick == 0.01m ? Math.Round(price, 2, MidpointRounding.AwayFromZero) : Math.Round(price / tick, 0, MidpointRounding.AwayFromZero) * tick;

    public static decimal Floor(decimal price, decimal tick) => Math.Floor(price / tick) * tick;

    public static decimal Ceiling(decimal price, decimal tick) => Math.Ceiling(price / tick) * tick;
}
