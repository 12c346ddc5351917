namespace AlphaKit.Portfolio;

/// <summary>The shape of a column of loadings, which decides how the solver stores it.</summary>
internal enum LoadingsKind
{
    /// <summary>Any numbers.</summary>
    General = 0,

    /// <summary>All zero.</summary>
    Zero = 1,

    /// <summary>One number for all names.</summary>
    Constant = 2,

    /// <summary>One number for some names, zero for the others: an industry, a set of members.</summary>
    Indicator = 3,
}
