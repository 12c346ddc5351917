using System.Globalization;

namespace AlphaKit.Factors;

/// <summary>
/// A factor as an expression: what is to be computed from the fields of a panel, not the computing itself. Expressions are values: they
/// combine by operators and by the functions of <see cref="Op"/>, print canonically, compare by content, and can only look back.
/// <code>
/// Factor momentum = Op.Close / Op.Delay(Op.Close, 20) - 1;
/// FactorValues values = momentum.Compute(panel);
/// </code>
/// </summary>
/// <remarks>
/// Missing values: a result is NaN as soon as an argument of an elementwise operation is NaN; rolling windows follow their
/// <see cref="MinPeriods"/>. Whatever is not finite (a division by zero, the logarithm of a number that is not positive, an infinite input)
/// is missing too. Computed in double precision, returned as <see cref="float"/>.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public abstract class Factor : IEquatable<Factor>
{
    private readonly Lazy<string> _text;
    private readonly Lazy<IReadOnlyList<Field>> _fields;

    private protected Factor(int lookBack, Clock knownAt, params Factor[] inputs)
    {
        LookBack = lookBack;
        KnownAt = knownAt;
        Inputs = inputs;
        _text = new Lazy<string>(Print);
        _fields = new Lazy<IReadOnlyList<Field>>(CollectFields);
    }

    /// <summary>
    /// Trading days before T that the value of T needs: with complete data the first value stands in row <see cref="LookBack"/> (from 0).
    /// Windows with <see cref="MinPeriods.AtLeast"/> may have values earlier; <see cref="Op.Ema"/> and <see cref="Op.Wilder"/> go on
    /// remembering older days with fading weight.
    /// </summary>
    public int LookBack { get; }

    /// <summary>When row T is known: the latest clock of the parts. What is delayed by a day or more is known before the open.</summary>
    public Clock KnownAt { get; }

    /// <summary>The fields that a panel must hold, ordered by name.</summary>
    public IReadOnlyList<Field> RequiredFields => _fields.Value;

    /// <summary>The arguments.</summary>
    internal Factor[] Inputs { get; }

    /// <summary>Computes the factor for every symbol and day of a panel, whether in the universe or not.</summary>
    /// <param name="panel">The data; must hold <see cref="RequiredFields"/>.</param>
    /// <param name="options">How to compute; changes the time it takes, never the result.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <exception cref="FieldNotAvailableException">The panel lacks a field.</exception>
    public FactorValues Compute(Panel panel, EngineOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(panel);
        FieldMatrix values = FactorEngine.Compute(panel, [this], options ?? EngineOptions.Default, cancellationToken)[0];
        return new FactorValues(ToString(), panel.Axes, values, KnownAt);
    }

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
    public static Factor operator +(Factor left, Factor right) => new BinaryFactor(BinaryKind.Add, left, right);

    /// <summary>Difference, element by element; NaN where a side is NaN.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor operator -(Factor left, Factor right) => new BinaryFactor(BinaryKind.Subtract, left, right);

    /// <summary>Product, element by element; NaN where a side is NaN.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor operator *(Factor left, Factor right) => new BinaryFactor(BinaryKind.Multiply, left, right);

    /// <summary>Quotient, element by element; NaN where a side is NaN or the divisor is zero.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static Factor operator /(Factor left, Factor right) => new BinaryFactor(BinaryKind.Divide, left, right);

    /// <summary>Changes the sign.</summary>
    /// <param name="value">The operand.</param>
    public static Factor operator -(Factor value) => new UnaryFactor(UnaryKind.Negate, value);

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
    /// <param name="right">Right side.</param>
    public static Factor Divide(Factor left, Factor right) => left / right;

    /// <summary><see cref="op_UnaryNegation"/> as a method.</summary>
    /// <param name="value">The operand.</param>
    public static Factor Negate(Factor value) => -value;

    /// <summary>Expressions are equal when they print the same and read the same fields.</summary>
    /// <param name="other">The other expression.</param>
    public bool Equals(Factor? other) =>
        ReferenceEquals(this, other) || (other is not null && _text.Value == other._text.Value && RequiredFields.SequenceEqual(other.RequiredFields));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Factor);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text.Value);

    /// <summary>
    /// The expression in canonical form: field names in lower_snake_case, every infix operation in parentheses, functions as in
    /// <see cref="Op"/>, policies only where they are not the default: <c>((adjusted_close / Delay(adjusted_close, 20)) - 1)</c>.
    /// </summary>
    public sealed override string ToString() => _text.Value;

    private protected abstract string Print();

    private protected static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private protected static Factor NotNull(Factor factor) => factor ?? throw new ArgumentNullException(nameof(factor));

    private IReadOnlyList<Field> CollectFields()
    {
        if (this is FieldFactor leaf) return [leaf.Field];
        return [.. Inputs.SelectMany(i => i.RequiredFields).Distinct().OrderBy(f => f.Name, StringComparer.Ordinal)];
    }
}
