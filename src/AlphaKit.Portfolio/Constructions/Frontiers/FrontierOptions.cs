namespace AlphaKit.Portfolio;

/// <summary>Bounds of a <see cref="MeanVarianceFrontier"/>.</summary>
public sealed record FrontierOptions
{
    /// <summary>The lowest weight of each name.</summary>
    /// <value>−1 to 1. The default is 0: no short positions.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double MinWeight
    {
        get;
        init => field = value is >= -1 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MinWeight), value, "Must be -1 to 1.");
    }

    /// <summary>The highest weight of each name.</summary>
    /// <value>Above 0, at most 1. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double MaxWeight
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MaxWeight), value, "Must be above 0 and at most 1.");
    } = 1;

    /// <summary>The sum of the weights.</summary>
    /// <value>Above 0, at most 1. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Invested
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Invested), value, "Must be above 0 and at most 1.");
    } = 1;
}
