namespace AlphaKit;

/// <summary>What a <see cref="Symbol"/> names, as far as its code tells.</summary>
public enum InstrumentKind
{
    /// <summary>Not known from the code.</summary>
    Other = 0,

    /// <summary>An A share.</summary>
    Stock = 1,

    /// <summary>A B share.</summary>
    BShare = 2,

    /// <summary>An index.</summary>
    Index = 3,

    /// <summary>A listed fund or ETF.</summary>
    Fund = 4,

    /// <summary>A convertible bond.</summary>
    ConvertibleBond = 5,
}
