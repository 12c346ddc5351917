namespace AlphaKit.Portfolio;

/// <summary>A limit of <see cref="IndexEnhancement"/> that may be loosened when no portfolio meets all of them.</summary>
public enum EnhancementConstraint
{
    /// <summary>The two-sided turnover cap.</summary>
    Turnover = 0,

    /// <summary>The band of industry weights around those of the index.</summary>
    Industry = 1,

    /// <summary>The band of the size exposure.</summary>
    Size = 2,

    /// <summary>The share of index members.</summary>
    ConstituentShare = 3,

    /// <summary>The band of single weights around those of the index.</summary>
    ActiveWeight = 4,
}
