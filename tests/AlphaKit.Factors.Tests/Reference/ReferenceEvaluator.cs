namespace AlphaKit.Factors.Tests.Reference;

/// <summary>
/// The operators a second time: slow, in double precision, one straight loop each, written from the definitions. Matrices are days × shares,
/// NaN for missing. <see cref="Compute"/> evaluates a whole expression; <see cref="Apply"/> a single node on given inputs, which lets a test
/// hold every node of an expression against the engine's own inputs, so that rounding does not add up along the way.
/// </summary>
internal sealed class ReferenceEvaluator(Panel panel)
{
    private readonly Dictionary<Factor, double[,]> _known = [];

    /// <summary>The values of an expression.</summary>
    public double[,] Compute(Factor factor)
    {
        if (_known.TryGetValue(factor, out double[,]? values)) return values;
        values = factor switch
        {
            FieldFactor leaf => Load(panel[leaf.Field]),
            ConstantFactor constant => Constant(constant.Value),
            OperatorFactor node => Apply(node, [.. node.Inputs.Select(Compute)]),
            _ => throw new InvalidOperationException($"Unknown node {factor.GetType()}."),
        };
        _known.Add(factor, values);
        return values;
    }

    /// <summary>The values of one operator on given inputs.</summary>
    public double[,] Apply(OperatorFactor node, double[][,] inputs)
    {
        double[,] result = node.Operator.CustomKind switch
        {
            OperatorKind.Elementwise => ReferenceElementwise.Apply(node, inputs),
            OperatorKind.Window => ReferenceWindows.Apply(node, inputs),
            OperatorKind.Recursive => ReferenceRecursions.Apply(node, inputs),
            _ => ReferenceCrossSections.Apply(node, inputs, panel.Members),
        };
        for (int t = 0; t < result.GetLength(0); t++)
        {
            for (int i = 0; i < result.GetLength(1); i++)
            {
                // What a 32-bit number cannot hold is missing.
                if (!float.IsFinite((float)result[t, i])) result[t, i] = double.NaN;
            }
        }

        return result;
    }

    /// <summary>A matrix of 32-bit numbers; what is not finite is missing.</summary>
    public static double[,] Load(FieldMatrix matrix)
    {
        double[,] values = new double[matrix.Rows, matrix.Columns];
        for (int t = 0; t < matrix.Rows; t++)
        {
            for (int i = 0; i < matrix.Columns; i++) values[t, i] = float.IsFinite(matrix[t, i]) ? matrix[t, i] : double.NaN;
        }

        return values;
    }

    private double[,] Constant(double value)
    {
        double[,] values = new double[panel.Axes.Days, panel.Axes.Count];
        for (int t = 0; t < panel.Axes.Days; t++)
        {
            for (int i = 0; i < panel.Axes.Count; i++) values[t, i] = float.IsFinite((float)value) ? value : double.NaN;
        }

        return values;
    }
}
