using AlphaKit.Factors.Tests.Reference;

namespace AlphaKit.Factors.Tests.Libraries.Technical;

/// <summary>An expression over one share in double precision from the first input on: the reference operators on series that no panel has rounded.</summary>
internal sealed class DoubleEvaluator(Panel shape, SlowBars bars)
{
    private readonly ReferenceEvaluator _operators = new(shape);
    private readonly Dictionary<Factor, double[,]> _known = [];

    public double[] Compute(Factor factor)
    {
        double[,] values = Evaluate(factor);
        return [.. Enumerable.Range(0, bars.Days).Select(t => values[t, 0])];
    }

    private double[,] Evaluate(Factor factor)
    {
        if (_known.TryGetValue(factor, out double[,]? values)) return values;
        values = factor switch
        {
            FieldFactor leaf => Column(Series(leaf.Field)),
            ConstantFactor constant => Column([.. Enumerable.Repeat(constant.Value, bars.Days)]),
            OperatorFactor node => _operators.Apply(node, [.. node.Inputs.Select(Evaluate)]),
            _ => throw new InvalidOperationException($"Unknown node {factor.GetType()}."),
        };
        _known.Add(factor, values);
        return values;
    }

    private double[] Series(Field field) =>
        field == Field.Open ? bars.Open : field == Field.High ? bars.High : field == Field.Low ? bars.Low : field == Field.Close ? bars.Close
        : field == Field.Volume ? bars.Volume : throw new InvalidOperationException($"The bars have no {field.Name}.");

    private static double[,] Column(double[] series)
    {
        double[,] values = new double[series.Length, 1];
        for (int t = 0; t < series.Length; t++) values[t, 0] = series[t];
        return values;
    }
}
