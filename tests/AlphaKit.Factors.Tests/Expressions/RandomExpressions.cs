namespace AlphaKit.Factors.Tests.Expressions;

/// <summary>
/// Random well-typed expressions, drawn from the catalogue so that a new operator is covered at once: groups are industries or buckets,
/// conditions comparisons, parameters within their bounds. The operators take turns at the root.
/// </summary>
internal sealed class RandomExpressions
{
    private static readonly double[] Numbers = [-2, -1, -0.5, 0, 0.25, 0.5, 1, 2, 3, 10, 1e-3, 1e4];

    private readonly RandomStream _random;
    private readonly Factor[] _fields;
    private readonly int _longest;
    private readonly Operator[] _operators;
    private int _turn;

    /// <summary>Prepares the draw.</summary>
    /// <param name="seed">Equal seeds give equal expressions.</param>
    /// <param name="fields">What the leaves are drawn from; <see cref="Field.Industry"/> serves as group as well, whether named or not.</param>
    /// <param name="longest">Longest window.</param>
    /// <param name="except">Operators to leave out.</param>
    public RandomExpressions(ulong seed, IEnumerable<Field> fields, int longest = 12, Func<Operator, bool>? except = null)
    {
        _random = RandomStream.Create(seed, "random expressions");
        _fields = [.. fields.Select(f => (Factor)f)];
        _longest = longest;
        _operators = [.. Operators.All.Where(o => except?.Invoke(o) != true)];
    }

    /// <summary>The fields that <see cref="TestPanels.Random"/> has and that make good leaves.</summary>
    public static IReadOnlyList<Field> Leaves { get; } =
    [
        Field.AdjustedOpen, Field.AdjustedHigh, Field.AdjustedLow, Field.AdjustedClose, Field.AdjustedVwap, Field.Volume, Field.Amount,
        Field.TurnoverRate, Field.MarketCap, Field.Industry,
    ];

    /// <summary>The next expressions.</summary>
    public IEnumerable<Factor> Take(int count, int depth) => Enumerable.Range(0, count).Select(_ => Next(depth));

    /// <summary>The next expression.</summary>
    /// <param name="depth">Most operators inside each other, at least 1.</param>
    public Factor Next(int depth) => Node(_operators[_turn++ % _operators.Length], depth);

    private Factor Any(int depth)
    {
        if (depth == 0 || _random.NextInt32(6) == 0) return Leaf();
        return Node(_operators[_random.NextInt32(_operators.Length)], depth);
    }

    private Factor Leaf() => _random.NextInt32(8) == 0 ? Numbers[_random.NextInt32(Numbers.Length)] : _fields[_random.NextInt32(_fields.Length)];

    private OperatorFactor Node(Operator @operator, int depth)
    {
        while (true)
        {
            List<Factor> inputs = [];
            foreach (string name in @operator.Inputs)
            {
                int times = @operator.Variadic && name == @operator.Inputs[^1] ? _random.NextInt32(3) : 1;
                for (; times > 0; times--) inputs.Add(Input(name, depth - 1));
            }

            double[] parameters = [.. @operator.Parameters.Select(Parameter)];
            MinPeriods minPeriods = default;
            if (@operator.HasMinPeriods)
            {
                parameters[0] = Math.Max(parameters[0], @operator.LeastValues(parameters));
                if (_random.NextInt32(5) < 2) minPeriods = MinPeriods.AtLeast(1 + _random.NextInt32((int)parameters[0]));
            }

            // A division by the constant 0, bounds in the wrong order and the like: draw again.
            if (OperatorFactor.Misfit(@operator, [.. inputs], parameters, minPeriods) is null)
                return OperatorFactor.Apply(@operator, [.. inputs], parameters, minPeriods);
        }
    }

    private Factor Input(string name, int depth) => name switch
    {
        "group" => _random.NextInt32(4) switch
        {
            0 => Op.QuantileBucket(Any(Math.Max(0, depth - 1)), 2 + _random.NextInt32(4)),
            1 => 1,
            _ => Field.Industry,
        },
        "condition" => Comparison(depth),
        "alpha" => Op.Clip(Any(depth), 0, 1),
        "a" => _random.NextInt32(2) == 0 ? Numbers[_random.NextInt32(Numbers.Length)] : Op.Rank(Any(depth)),
        _ => Any(depth),
    };

    private Factor Comparison(int depth)
    {
        Operator[] comparisons = [Operators.Less, Operators.GreaterOrEqual, Operators.NotEqual];
        return depth == 0 ? _fields[0] > _fields[^1] : Node(comparisons[_random.NextInt32(comparisons.Length)], depth);
    }

    private double Parameter(OperatorParameter parameter)
    {
        if (parameter.Default is double value && _random.NextInt32(2) == 0) return value;
        switch (parameter.Kind)
        {
            case ParameterKind.Days:
                return parameter.Least + _random.NextInt32(_longest + 1 - (int)parameter.Least);
            case ParameterKind.Integer:
                return parameter.Least + _random.NextInt32((int)Math.Min(20, parameter.Most - parameter.Least));
            case ParameterKind.Choice:
                return _random.NextInt32(parameter.Words.Count);
            default:
                double least = Math.Max(parameter.Least, -3), most = Math.Min(parameter.Most, 5);
                double drawn = Math.Round(_random.NextDouble(least, most), 3);
                return parameter.Problem(drawn) is null ? drawn : most;
        }
    }
}
