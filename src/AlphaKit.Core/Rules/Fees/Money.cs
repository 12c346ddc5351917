namespace AlphaKit;

/// <summary>Rounding of money amounts.</summary>
internal static class Money
{
    public static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
