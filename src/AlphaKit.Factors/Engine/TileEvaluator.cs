namespace AlphaKit.Factors;

/// <summary>
/// Evaluates expressions over one tile of columns. Equal sub-expressions are computed once; their buffers are reused as soon as the last
/// use is over.
/// </summary>
internal sealed class TileEvaluator
{
    private readonly Panel _panel;
    private readonly Dictionary<Factor, double[]> _staged;
    private readonly int _start;
    private readonly int _width;
    private readonly Dictionary<Factor, int> _uses = [];
    private readonly Dictionary<Factor, TileBuffer> _done = [];
    private readonly Stack<TileBuffer> _free = new();

    public TileEvaluator(Panel panel, Dictionary<Factor, double[]> staged, int start, int width, IReadOnlyList<Factor> roots)
    {
        _panel = panel;
        _staged = staged;
        _start = start;
        _width = width;
        foreach (Factor root in roots) CountUse(root);
    }

    /// <summary>The values of an expression; valid until <see cref="Release"/>.</summary>
    public TileBuffer Evaluate(Factor factor)
    {
        if (_done.TryGetValue(factor, out TileBuffer? known)) return known;
        TileBuffer result;
        if (_staged.TryGetValue(factor, out double[]? matrix))
        {
            result = Rent();
            int count = _panel.Axes.Count;
            for (int t = 0; t < result.Rows; t++) matrix.AsSpan((t * count) + _start, _width).CopyTo(result.Row(t));
        }
        else
        {
            TileBuffer[] inputs = [.. factor.Inputs.Select(Evaluate)];
            result = Rent();
            Apply(factor, inputs, result);
            foreach (Factor input in factor.Inputs) Release(input);
        }

        _done.Add(factor, result);
        return result;
    }

    /// <summary>Ends one use of an expression.</summary>
    public void Release(Factor factor)
    {
        if (--_uses[factor] > 0) return;
        if (_done.Remove(factor, out TileBuffer? buffer)) _free.Push(buffer);
    }

    private void CountUse(Factor factor)
    {
        bool seen = _uses.TryGetValue(factor, out int uses);
        _uses[factor] = uses + 1;
        if (seen || _staged.ContainsKey(factor)) return;
        foreach (Factor input in factor.Inputs) CountUse(input);
    }

    private TileBuffer Rent() => _free.Count > 0 ? _free.Pop() : new TileBuffer(_panel.Axes.Days, _width);

    private void Apply(Factor factor, TileBuffer[] x, TileBuffer y)
    {
        switch (factor)
        {
            case FieldFactor f:
                FieldMatrix matrix = _panel[f.Field];
                for (int t = 0; t < y.Rows; t++) Load(matrix.Row(t).Slice(_start, _width), y.Row(t));
                break;
            case ConstantFactor f:
                y.All.Fill(f.Value);
                break;
            case OperatorFactor f:
                Apply(f, x, y);
                break;
        }
    }

    private static void Apply(OperatorFactor f, TileBuffer[] x, TileBuffer y)
    {
        string name = f.Operator.Name;
        if (f.Operator.Kind == OperatorKind.Elementwise && x.Length == 1 && Enum.TryParse(name, out UnaryKind unary)) ElementKernels.Unary(unary, x[0].All, y.All);
        else if (f.Operator.Kind == OperatorKind.Elementwise && x.Length == 2 && Enum.TryParse(name, out BinaryKind binary)) ElementKernels.Binary(binary, x[0].All, x[1].All, y.All);
        else if (f.Operator == Operators.Delay) WindowKernels.Delay(x[0], y, f.Days);
        else if (f.Operator == Operators.Delta)
        {
            WindowKernels.Delay(x[0], y, f.Days);
            ElementKernels.Binary(BinaryKind.Subtract, x[0].All, y.All, y.All);
        }
        else if (f.Operator.Kind == OperatorKind.Window && Enum.TryParse(name.Replace("Ts", "", StringComparison.Ordinal), out WindowKind window))
            WindowKernels.Roll(new WindowFactor(window, f.Days, f.MinPeriods, f.Parameters.Count > 1 ? (Deviation)f.Parameters[1] : default), x[0], y);
        else if ((f.Operator == Operators.Ema && f.Parameters[1] == (double)Seed.FirstValue) || (f.Operator == Operators.Wilder && f.Parameters[1] == (double)Seed.Average))
            RecursionKernels.Run(Enum.Parse<RecursionKind>(name), f.Days, f.LeastPresent, x[0], y);
        else throw new NotSupportedException($"The engine has no kernel for {f.Operator}.");
    }

    private static void Load(ReadOnlySpan<float> source, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++) target[i] = float.IsFinite(source[i]) ? source[i] : double.NaN;
    }
}
