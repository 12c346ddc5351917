namespace AlphaKit.Models;

/// <summary>What a <see cref="SearchDimension"/> holds.</summary>
public enum SearchKind
{
    /// <summary>A number, all equally likely at first.</summary>
    Uniform = 0,

    /// <summary>A number above 0 whose logarithm is equally likely at first.</summary>
    LogUniform = 1,

    /// <summary>A whole number, both bounds included.</summary>
    Integer = 2,

    /// <summary>One of a few texts.</summary>
    Choice = 3,
}
