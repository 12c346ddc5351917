namespace AlphaKit.Factors;

/// <summary>What an operator needs to see for one result.</summary>
internal enum OperatorKind
{
    /// <summary>The same cell of its inputs.</summary>
    Elementwise,

    /// <summary>A bounded stretch of one series that ends at T.</summary>
    Window,

    /// <summary>One series from the first row of the panel to T, by way of a state.</summary>
    Recursive,

    /// <summary>The row T of all members of the universe.</summary>
    CrossSection,

    /// <summary>What the user's <see cref="CustomOperator"/> says.</summary>
    Custom,
}
