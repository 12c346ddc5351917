namespace AlphaKit.Factors;

/// <summary>What a parameter of an operator may be.</summary>
internal enum ParameterKind
{
    /// <summary>A whole number of trading days.</summary>
    Days,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A finite number.</summary>
    Number,

    /// <summary>One of a few words; its value is the position of the word.</summary>
    Choice,
}
