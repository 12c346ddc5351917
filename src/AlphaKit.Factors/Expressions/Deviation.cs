namespace AlphaKit.Factors;

/// <summary>By what the sum of squared deviations is divided.</summary>
public enum Deviation
{
    /// <summary>By n − 1 (ddof 1); missing for fewer than two values.</summary>
    Sample = 0,

    /// <summary>By n (ddof 0).</summary>
    Population = 1,
}
