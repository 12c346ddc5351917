using System.Diagnostics.CodeAnalysis;

namespace AlphaKit.Factors;

// What C# writes as signs. Comparisons and logic give 1 or 0; == stays the comparison of expressions, so equality of values is Op.Equal.
public abstract partial class Factor
{
    private const string Named = "The named alternatives are in Op (Op.Less, Op.And, ...), where all functions are.";

    /// <summary>A field as it stands in the panel.</summary>
    /// <param name="field">The field.</param>
    public static implicit operator Factor(Field field) => FromField(field);

    /// <summary>A number, the same everywhere.</summary>
    /// <param name="value">A finite number.</param>
    public static implicit operator Factor(double value) => FromDouble(value);

    /// <summary>A field as it stands in the panel.</summary>
    /// <param name="field">The field.</param>
    public static Factor FromField(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new FieldFactor(field);
    }

    /// <summary>A number, the same everywhere.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public static Factor FromDouble(double value) => double.IsFinite(value)
        ? new ConstantFactor(value)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A constant must be a finite number.");

    /// <summary>Sum, element by element; NaN where a side is NaN.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor operator +(Factor left, Factor right) => OperatorFactor.Apply(Operators.Add, [left, right]);

    /// <summary>Difference, element by element; NaN where a side is NaN.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor operator -(Factor left, Factor right) => OperatorFactor.Apply(Operators.Subtract, [left, right]);

    /// <summary>Product, element by element; NaN where a side is NaN.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor operator *(Factor left, Factor right) => OperatorFactor.Apply(Operators.Multiply, [left, right]);

    /// <summary>Quotient, element by element; NaN where a side is NaN or the divisor is zero.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side; not the constant 0.</param>
    /// <exception cref="ArgumentException">The divisor is the constant 0.</exception>
    public static Factor operator /(Factor left, Factor right) => OperatorFactor.Apply(Operators.Divide, [left, right]);

    /// <summary>Changes the sign.</summary>
    /// <param name="value">The operand.</param>
    public static Factor operator -(Factor value) => OperatorFactor.Apply(Operators.Negate, [value]);

    /// <summary>1 where left &lt; right, else 0; NaN where a side is NaN.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    [SuppressMessage("Usage", "CA2225", Justification = Named)]
    public static Factor operator <(Factor left, Factor right) => Op.Less(left, right);

    /// <summary>1 where left ≤ right, else 0; NaN where a side is NaN.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    [SuppressMessage("Usage", "CA2225", Justification = Named)]
    public static Factor operator <=(Factor left, Factor right) => Op.LessOrEqual(left, right);

    /// <summary>1 where left &gt; right, else 0; NaN where a side is NaN.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    [SuppressMessage("Usage", "CA2225", Justification = Named)]
    public static Factor operator >(Factor left, Factor right) => Op.Greater(left, right);

    /// <summary>1 where left ≥ right, else 0; NaN where a side is NaN.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    [SuppressMessage("Usage", "CA2225", Justification = Named)]
    public static Factor operator >=(Factor left, Factor right) => Op.GreaterOrEqual(left, right);

    /// <summary>1 where neither side is 0, else 0; NaN where a side is NaN.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    [SuppressMessage("Usage", "CA2225", Justification = Named)]
    public static Factor operator &(Factor left, Factor right) => Op.And(left, right);

    /// <summary>0 where both sides are 0, else 1; NaN where a side is NaN.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    [SuppressMessage("Usage", "CA2225", Justification = Named)]
    public static Factor operator |(Factor left, Factor right) => Op.Or(left, right);

    /// <summary>1 where the value is 0, else 0; NaN where it is NaN.</summary>
    /// <param name="value">The operand.</param>
    [SuppressMessage("Usage", "CA2225", Justification = Named)]
    public static Factor operator !(Factor value) => Op.Not(value);

    /// <summary><see cref="op_Addition"/> as a method.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor Add(Factor left, Factor right) => left + right;

    /// <summary><see cref="op_Subtraction"/> as a method.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor Subtract(Factor left, Factor right) => left - right;

    /// <summary><see cref="op_Multiply"/> as a method.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor Multiply(Factor left, Factor right) => left * right;

    /// <summary><see cref="op_Division"/> as a method.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side; not the constant 0.</param>
    public static Factor Divide(Factor left, Factor right) => left / right;

    /// <summary><see cref="op_UnaryNegation"/> as a method.</summary>
    /// <param name="value">The operand.</param>
    public static Factor Negate(Factor value) => -value;
}
