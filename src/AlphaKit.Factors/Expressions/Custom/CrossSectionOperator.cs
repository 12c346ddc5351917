namespace AlphaKit.Factors;

/// <summary>A custom operator across the universe members of one day.</summary>
public abstract class CrossSectionOperator : CustomOperator
{
    /// <summary>Names the operator.</summary>
    /// <param name="name">The name in formulas, in lower_snake_case; not one of the language.</param>
    /// <param name="inputs">The names of the inputs, at least one.</param>
    /// <param name="definition">What it computes, in one line.</param>
    protected CrossSectionOperator(string name, IReadOnlyList<string> inputs, string definition)
        : base(OperatorKind.CrossSection, name, inputs, definition)
    {
    }

    /// <summary>Computes one day: <c>result[i]</c> belongs to the member whose inputs are <c>inputs[k][i]</c>. Non-members are missing.</summary>
    /// <param name="members">The inputs of the members of the day, in the order of the panel; NaN for missing. Their number may be 0.</param>
    /// <param name="result">Takes the results, NaN for missing.</param>
    public abstract void Evaluate(OperatorInputs members, Span<float> result);
}
