namespace AlphaKit.Factors;

/// <summary>
/// A custom operator that walks through one share from the panel's first row on, a row at a time, with a state of its own: trailing stops,
/// regimes, recursive filters. The state is plain numbers, so that the engine can keep it from one day to the next.
/// </summary>
public abstract class RecursiveOperator : CustomOperator
{
    /// <summary>The <c>warmUp</c> of an operator that never forgets where it started.</summary>
    public const int NeverForgets = int.MaxValue;

    /// <summary>Names the operator.</summary>
    /// <param name="name">The name in formulas, in lower_snake_case; not one of the language.</param>
    /// <param name="inputs">The names of the inputs, at least one.</param>
    /// <param name="stateSize">Numbers in the state, at least 1.</param>
    /// <param name="definition">What it computes, in one line.</param>
    /// <param name="warmUp">Days after which an earlier start no longer matters.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size or the warm-up is out of range.</exception>
    protected RecursiveOperator(string name, IReadOnlyList<string> inputs, int stateSize, string definition, int warmUp = NeverForgets)
        : base(OperatorKind.Recursive, name, inputs, definition, 0, warmUp)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stateSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(warmUp);
        StateSize = stateSize;
    }

    /// <summary>Numbers in the state.</summary>
    public int StateSize { get; }

    /// <summary>Prepares the state of a share before the panel's first row; the base leaves it all zero.</summary>
    /// <param name="state">The state, <see cref="StateSize"/> zeros.</param>
    public virtual void Start(Span<double> state)
    {
    }

    /// <summary>Takes in one day of one share.</summary>
    /// <param name="inputs">One value for each input; NaN for missing.</param>
    /// <param name="state">The state left by the day before; to be brought up to date.</param>
    /// <returns>The result of the day, NaN for missing.</returns>
    public abstract double Next(ReadOnlySpan<float> inputs, Span<double> state);
}
