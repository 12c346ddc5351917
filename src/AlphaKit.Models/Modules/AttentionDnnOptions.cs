namespace AlphaKit.Models;

/// <summary>Shape of an <see cref="AttentionDnn"/>.</summary>
public sealed record AttentionDnnOptions
{
    /// <summary>Inputs.</summary>
    /// <value>1 or more. The default is 9.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Features
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Features), value, "Must be 1 or more.");
    } = 9;

    /// <summary>Classes.</summary>
    /// <value>2 or more. The default is 3.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 2.</exception>
    public int Classes
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(Classes), value, "Must be 2 or more.");
    } = 3;

    /// <summary>What the attention weights, which add up to 1, are multiplied by; null for the number of features, so that equal attention changes no input.</summary>
    /// <value>Above 0, or null. The default is null.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public double? Scale
    {
        get;
        init => field = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Scale), value, "Must be above 0, or null.");
    }
}
