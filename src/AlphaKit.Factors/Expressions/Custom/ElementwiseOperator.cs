namespace AlphaKit.Factors;

/// <summary>A custom operator whose result in a cell depends on the same cell of its inputs only.</summary>
public abstract class ElementwiseOperator : CustomOperator
{
    /// <summary>Names the operator.</summary>
    /// <param name="name">The name in formulas, in lower_snake_case; not one of the language.</param>
    /// <param name="inputs">The names of the inputs, at least one.</param>
    /// <param name="definition">What it computes, in one line.</param>
    protected ElementwiseOperator(string name, IReadOnlyList<string> inputs, string definition)
        : base(OperatorKind.Elementwise, name, inputs, definition)
    {
    }

    /// <summary>Computes some cells, in no particular order: <c>result[i]</c> from <c>inputs[k][i]</c>.</summary>
    /// <param name="inputs">The inputs; NaN for missing.</param>
    /// <param name="result">Takes the results, NaN for missing.</param>
    public abstract void Evaluate(OperatorInputs inputs, Span<float> result);
}
