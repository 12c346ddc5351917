namespace AlphaKit.Portfolio;

/// <summary>Which constraint decides the weight of a name in a <see cref="CappedSolution"/>.</summary>
public enum NameState
{
    /// <summary>No constraint of its own: its score decides.</summary>
    Free = 0,

    /// <summary>It cannot be traded: lower and upper bound are the drifted weight.</summary>
    Frozen = 1,

    /// <summary>At its lower bound, zero unless a part cannot be sold.</summary>
    AtLower = 2,

    /// <summary>At its upper bound, the cap.</summary>
    AtUpper = 3,

    /// <summary>Left at its drifted weight because trading it is not worth its share of the turnover cap.</summary>
    Unmoved = 4,
}
