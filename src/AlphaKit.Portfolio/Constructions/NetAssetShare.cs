namespace AlphaKit.Portfolio;

/// <summary>A part of net asset value that may be invested: above 0, at most 1.</summary>
internal static class NetAssetShare
{
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public static double Checked(double value, string property) => value is > 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(property, value, "Must be above 0 and at most 1 of net asset value.");
}
