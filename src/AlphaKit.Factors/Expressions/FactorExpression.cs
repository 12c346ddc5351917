namespace AlphaKit.Factors;

/// <summary>
/// Factors written as text, in the same language as <see cref="Op"/>:
/// <code>
/// Factor factor = FactorExpression.Parse("rank(correlation(close, volume, 10))");
/// </code>
/// Signs, loosest first: <c>a ? b : c</c>, <c>||</c>, <c>&amp;&amp;</c>, comparisons, <c>+ -</c>, <c>* /</c>, prefix <c>- !</c>, <c>^</c>.
/// Function names are those of <see cref="Op"/> in lower_snake_case (any case is read). Prices are the adjusted ones, <c>raw_close</c> and
/// its like the unadjusted.
/// </summary>
/// <threadsafety>Safe for concurrent use.</threadsafety>
public static class FactorExpression
{
    /// <summary>Reads a formula with the built-in names.</summary>
    /// <param name="formula">The text.</param>
    /// <exception cref="FormulaException">The formula is wrong; the exception names the column and what would be right.</exception>
    public static Factor Parse(string formula) => Parse(formula, FormulaScope.Default);

    /// <summary>Reads a formula with fields of one's own.</summary>
    /// <param name="formula">The text.</param>
    /// <param name="fields">The fields, by their exact names.</param>
    /// <exception cref="FormulaException">The formula is wrong; the exception names the column and what would be right.</exception>
    public static Factor Parse(string formula, params IReadOnlyList<Field> fields) => Parse(formula, new FormulaScope { Fields = fields });

    /// <summary>Reads a formula with fields, operators and definitions of one's own.</summary>
    /// <param name="formula">The text.</param>
    /// <param name="scope">The names beside the built-in ones.</param>
    /// <exception cref="FormulaException">The formula is wrong; the exception names the column and what would be right.</exception>
    public static Factor Parse(string formula, FormulaScope scope)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(scope);
        return FormulaParser.Parse(formula, scope, new(StringComparer.Ordinal));
    }
}
