namespace AlphaKit.Factors;

/// <summary>How tightly the signs of the formula language bind, loosest first.</summary>
internal enum Precedence
{
    /// <summary><c>a ? b : c</c>, from the right.</summary>
    Conditional,

    /// <summary><c>||</c>.</summary>
    Or,

    /// <summary><c>&amp;&amp;</c>.</summary>
    And,

    /// <summary><c>&lt; &lt;= &gt; &gt;= == !=</c>, which do not chain.</summary>
    Comparison,

    /// <summary><c>+ -</c>, from the left.</summary>
    Sum,

    /// <summary><c>* /</c>, from the left.</summary>
    Product,

    /// <summary><c>-a !a</c>.</summary>
    Prefix,

    /// <summary><c>a^b</c>, from the right.</summary>
    Power,

    /// <summary>Names, numbers, calls and parentheses.</summary>
    Primary,
}
