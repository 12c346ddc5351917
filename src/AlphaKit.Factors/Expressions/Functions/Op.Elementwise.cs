namespace AlphaKit.Factors;

// Element by element: the result of a cell depends on the same cell of the operands.
public static partial class Op
{
    /// <summary><paramref name="x"/> to the power <paramref name="y"/>; 0 to the power 0 is 1. Missing where a side is, for a negative base with an exponent that is not whole, and for 0 with a negative one.</summary>
    /// <param name="x">Base.</param>
    /// <param name="y">Exponent.</param>
    public static Factor Power(Factor x, Factor y) =>
        OperatorFactor.Apply(Operators.Power, [x, y]);

    /// <summary>sign(x)·|x|ᵃ; 0 where x is 0 and the exponent is not negative. Missing where a side is, and for 0 with a negative exponent.</summary>
    /// <param name="x">Base.</param>
    /// <param name="a">Exponent.</param>
    public static Factor SignedPower(Factor x, Factor a) =>
        OperatorFactor.Apply(Operators.SignedPower, [x, a]);

    /// <summary>1 where left &lt; right, else 0, compared as the 32-bit numbers that values are kept in. Missing where a side is.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor Less(Factor left, Factor right) =>
        OperatorFactor.Apply(Operators.Less, [left, right]);

    /// <summary>1 where left ≤ right, else 0. Missing where a side is.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor LessOrEqual(Factor left, Factor right) =>
        OperatorFactor.Apply(Operators.LessOrEqual, [left, right]);

    /// <summary>1 where left &gt; right, else 0. Missing where a side is.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor Greater(Factor left, Factor right) =>
        OperatorFactor.Apply(Operators.Greater, [left, right]);

    /// <summary>1 where left ≥ right, else 0. Missing where a side is.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor GreaterOrEqual(Factor left, Factor right) =>
        OperatorFactor.Apply(Operators.GreaterOrEqual, [left, right]);

    /// <summary>1 where both are the same 32-bit number, else 0. Missing where a side is.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor Equal(Factor left, Factor right) =>
        OperatorFactor.Apply(Operators.Equal, [left, right]);

    /// <summary>0 where both are the same 32-bit number, else 1. Missing where a side is.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor NotEqual(Factor left, Factor right) =>
        OperatorFactor.Apply(Operators.NotEqual, [left, right]);

    /// <summary>1 where neither side is 0, else 0. Missing where a side is.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor And(Factor left, Factor right) =>
        OperatorFactor.Apply(Operators.And, [left, right]);

    /// <summary>0 where both sides are 0, else 1. Missing where a side is.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor Or(Factor left, Factor right) =>
        OperatorFactor.Apply(Operators.Or, [left, right]);

    /// <summary>1 where the value is 0, else 0. Missing where it is.</summary>
    /// <param name="x">The operand.</param>
    public static Factor Not(Factor x) =>
        OperatorFactor.Apply(Operators.Not, [x]);

    /// <summary><paramref name="then"/> where the condition is not 0, <paramref name="otherwise"/> where it is 0. Missing where the condition or the side chosen is; the other side may be missing.</summary>
    /// <param name="condition">The condition, for example a comparison.</param>
    /// <param name="then">Where it is not 0.</param>
    /// <param name="otherwise">Where it is 0.</param>
    public static Factor Where(Factor condition, Factor then, Factor otherwise) =>
        OperatorFactor.Apply(Operators.Where, [condition, then, otherwise]);

    /// <summary>Absolute value. Missing where the operand is.</summary>
    /// <param name="x">The operand.</param>
    public static Factor Abs(Factor x) =>
        OperatorFactor.Apply(Operators.Abs, [x]);

    /// <summary>Natural logarithm. Missing for values that are not positive.</summary>
    /// <param name="x">The operand.</param>
    public static Factor Log(Factor x) =>
        OperatorFactor.Apply(Operators.Log, [x]);

    /// <summary>e to the power of the value. Missing where the result is too large for a 32-bit number.</summary>
    /// <param name="x">The operand.</param>
    public static Factor Exp(Factor x) =>
        OperatorFactor.Apply(Operators.Exp, [x]);

    /// <summary>Square root. Missing for negative values.</summary>
    /// <param name="x">The operand.</param>
    public static Factor Sqrt(Factor x) =>
        OperatorFactor.Apply(Operators.Sqrt, [x]);

    /// <summary>−1, 0 or 1, the sign of the value. Missing where the operand is.</summary>
    /// <param name="x">The operand.</param>
    public static Factor Sign(Factor x) =>
        OperatorFactor.Apply(Operators.Sign, [x]);

    /// <summary>The larger of the two, element by element. Missing where a side is.</summary>
    /// <param name="left">One operand.</param>
    /// <param name="right">The other operand.</param>
    public static Factor Larger(Factor left, Factor right) =>
        OperatorFactor.Apply(Operators.Larger, [left, right]);

    /// <summary>The smaller of the two, element by element. Missing where a side is.</summary>
    /// <param name="left">One operand.</param>
    /// <param name="right">The other operand.</param>
    public static Factor Smaller(Factor left, Factor right) =>
        OperatorFactor.Apply(Operators.Smaller, [left, right]);

    /// <summary>The value, or the nearer bound where it lies outside. Missing where the operand is.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="low">Lower bound, finite.</param>
    /// <param name="high">Upper bound, finite, not below the lower one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not finite or the upper one lies below the lower one.</exception>
    public static Factor Clip(Factor x, double low, double high) =>
        OperatorFactor.Apply(Operators.Clip, [x], [low, high]);

    /// <summary>1 where the operand is missing, else 0; never missing itself.</summary>
    /// <param name="x">The operand.</param>
    public static Factor IsMissing(Factor x) =>
        OperatorFactor.Apply(Operators.IsMissing, [x]);

    /// <summary>The operand, and <paramref name="value"/> where it is missing.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public static Factor FillMissing(Factor x, double value) =>
        OperatorFactor.Apply(Operators.FillMissing, [x], [value]);
}
