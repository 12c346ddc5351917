namespace AlphaKit.Factors;

/// <summary>
/// An operator of the user's own, a full member of the language: applied by <see cref="Op.Custom"/> in C#, called by its name in formulas
/// (<see cref="FormulaScope.Operators"/>), computed by the engine beside the built-in ones. Derive from one of the four kinds, by what a
/// result needs to see: <see cref="ElementwiseOperator"/>, <see cref="WindowOperator"/>, <see cref="RecursiveOperator"/>,
/// <see cref="CrossSectionOperator"/>. None of them is ever shown a value later than the one it computes.
/// </summary>
/// <remarks>
/// Two expressions with custom operators are equal when they use the same instance. Missing inputs come as NaN, infinite ones never; a
/// result that is not finite counts as missing.
/// </remarks>
/// <threadsafety>Called from several threads at once: an operator must not change fields of its own.</threadsafety>
public abstract class CustomOperator
{
    private protected CustomOperator(OperatorKind kind, string name, IReadOnlyList<string> inputs, string definition, int lookBack = 0, int warmUp = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(definition);
        ArgumentNullException.ThrowIfNull(inputs);
        if (!IsName(name))
            throw new ArgumentException($"Operator name '{name}' must be lower snake case: letters, digits, underscores, a letter first.", nameof(name));
        if (Operators.Find(name) is not null || name == FormulaNames.FieldFunction)
            throw new ArgumentException($"Operator name '{name}' is taken by the language.", nameof(name));
        if (inputs.Count == 0 || inputs.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException($"Operator '{name}' needs at least one input, each with a name.", nameof(inputs));
        Name = name;
        Inputs = [.. inputs];
        Definition = definition;
        Entry = new Operator
        {
            Name = name, Kind = OperatorKind.Custom, Inputs = Inputs, Definition = definition, Missing = "the operator says so",
            LookBack = _ => lookBack, WarmUp = _ => warmUp, Custom = this, CustomKind = kind,
        };
    }

    /// <summary>The name in formulas, in lower_snake_case.</summary>
    public string Name { get; }

    /// <summary>The names of the inputs, at least one.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>What it computes, in one line.</summary>
    public string Definition { get; }

    /// <summary>Its entry among the operators.</summary>
    internal Operator Entry { get; }

    /// <summary>The name and the inputs.</summary>
    public sealed override string ToString() => $"{Name}({string.Join(", ", Inputs)})";

    private static bool IsName(string name) => char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}
