namespace AlphaKit.Portfolio;

/// <summary>A weighting that gave no proportions: a weight that is negative or not finite, or all of them 0.</summary>
public sealed class WeightingException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="weighting">Name of the weighting.</param>
    /// <param name="fault">What is wrong and what would be right, as one clause.</param>
    /// <param name="symbol">The instrument at fault; null when it is not one instrument.</param>
    public WeightingException(string weighting, string fault, Symbol? symbol = null)
        : base(symbol is { } s ? $"Weighting '{weighting}', {s}: {fault}." : $"Weighting '{weighting}': {fault}.")
    {
        Weighting = weighting;
        Symbol = symbol;
    }

    /// <summary>Name of the weighting.</summary>
    public string Weighting { get; }

    /// <summary>The instrument at fault, or null.</summary>
    public Symbol? Symbol { get; }
}
