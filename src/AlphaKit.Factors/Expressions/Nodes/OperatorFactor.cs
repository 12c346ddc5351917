namespace AlphaKit.Factors;

/// <summary>An operator of the catalogue applied to expressions: data only. What it computes is in the folder Engine.</summary>
internal sealed class OperatorFactor : Factor
{
    private OperatorFactor(Operator @operator, Factor[] inputs, double[] parameters, MinPeriods minPeriods)
        : base(FactorFacts.Of(@operator, inputs, parameters, minPeriods), inputs)
    {
        if (Depth > MaxDepth)
            throw new ArgumentException($"The expression is nested deeper than {MaxDepth} operators; combine long chains in halves instead.", nameof(inputs));
        Operator = @operator;
        Parameters = parameters;
        MinPeriods = minPeriods;
    }

    /// <summary>The entry of the catalogue.</summary>
    public Operator Operator { get; }

    /// <summary>One value for each of <see cref="Operator.Parameters"/>.</summary>
    public double[] Parameters { get; }

    /// <summary>How many values the window must hold; <see cref="MinPeriods.Full"/> for operators that have no such policy.</summary>
    public MinPeriods MinPeriods { get; }

    /// <summary>The window: the first parameter, for operators that have one in days.</summary>
    public int Days => (int)Parameters[0];

    /// <summary><see cref="MinPeriods"/> as a number of values, with the least that the operator is defined for.</summary>
    public int LeastPresent => Math.Max(MinPeriods == MinPeriods.Full ? Days : MinPeriods.Count, Operator.LeastValues(Parameters));

    /// <summary>Applies an operator.</summary>
    /// <exception cref="ArgumentNullException">An input is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its bounds.</exception>
    /// <exception cref="ArgumentException">The parameters do not fit together, or the expression is too deep.</exception>
    public static OperatorFactor Apply(Operator @operator, Factor[] inputs, double[]? parameters = null, MinPeriods minPeriods = default)
    {
        parameters ??= [];
        for (int k = 0; k < inputs.Length; k++)
        {
            if (inputs[k] is null) throw new ArgumentNullException(InputName(@operator, k));
        }

        if (parameters.Length != @operator.Parameters.Count || inputs.Length < @operator.Inputs.Count - (@operator.Variadic ? 1 : 0)
            || (inputs.Length > @operator.Inputs.Count && !@operator.Variadic))
            throw new ArgumentException($"{@operator} does not take {inputs.Length} inputs and {parameters.Length} parameters.", nameof(inputs));
        for (int k = 0; k < parameters.Length; k++)
        {
            if (@operator.Parameters[k].Problem(parameters[k]) is string problem)
                throw new ArgumentOutOfRangeException(@operator.Parameters[k].Name, parameters[k], problem);
        }

        (int at, string problem)? misfit = Misfit(@operator, inputs, parameters, minPeriods);
        if (misfit is null) return new OperatorFactor(@operator, inputs, parameters, minPeriods);
        (int index, string text) = misfit.Value;
        if (index < inputs.Length) throw new ArgumentException(text, InputName(@operator, index));
        index -= inputs.Length;
        throw index < parameters.Length
            ? new ArgumentOutOfRangeException(@operator.Parameters[index].Name, parameters[index], text)
            : new ArgumentOutOfRangeException(nameof(minPeriods), minPeriods.Count, text);
    }

    /// <summary>
    /// What is wrong with arguments that are each within their bounds, and which argument it is: inputs come first, then parameters, the
    /// minimum last. Null when they fit together.
    /// </summary>
    public static (int At, string Problem)? Misfit(Operator @operator, Factor[] inputs, double[] parameters, MinPeriods minPeriods)
    {
        if (@operator == Operators.Divide && inputs[1] is ConstantFactor { Value: 0 }) return (1, "Division by zero: the divisor is the constant 0.");
        if (@operator == Operators.Clip && parameters[0] > parameters[1]) return (inputs.Length + 1, "The upper bound must not lie below the lower one.");
        if (@operator == Operators.Sma && parameters[1] > parameters[0]) return (inputs.Length + 1, "The weight must not exceed the days.");
        if (!@operator.HasMinPeriods) return null;
        int days = (int)parameters[0], least = @operator.LeastValues(parameters), min = inputs.Length + parameters.Length;
        if (days < least) return (inputs.Length, $"Must be {least} to {Op.MaxDays} trading days: {@operator} needs {least} values.");
        if (minPeriods.Count > days) return (min, $"Must not exceed the window of {days} trading days.");
        bool averaged = @operator.Kind == OperatorKind.Recursive && @operator != Operators.Sma && parameters[1] == (double)Seed.Average;
        return averaged && minPeriods != MinPeriods.Full && minPeriods.Count < days
            ? (min, $"Must be the full {days}: a mean that starts with an average has no value before.")
            : null;
    }

    private protected override bool SameNode(Factor other) =>
        other is OperatorFactor o && o.Operator == Operator && o.MinPeriods == MinPeriods && o.Parameters.AsSpan().SequenceEqual(Parameters);

    private static string InputName(Operator @operator, int index) => @operator.Inputs[Math.Min(index, @operator.Inputs.Count - 1)];
}
