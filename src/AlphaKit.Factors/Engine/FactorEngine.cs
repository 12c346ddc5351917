namespace AlphaKit.Factors;

/// <summary>
/// Computes expressions over a panel. Cross-sectional nodes need whole rows, everything else whole columns, so the work goes in stages:
/// each cross-sectional node is computed for the full matrix first and is a leaf from then on; the rest runs in tiles of
/// <see cref="TileWidth"/> columns over all days, in double precision. No sum crosses a tile, therefore neither the width of a tile nor
/// the number of threads can change a bit of the result.
/// </summary>
internal static class FactorEngine
{
    internal const int TileWidth = 32;

    public static FieldMatrix[] Compute(Panel panel, IReadOnlyList<Factor> factors, EngineOptions options, CancellationToken cancellationToken)
    {
        foreach (Field field in factors.SelectMany(f => f.RequiredFields).Distinct()) _ = panel[field];
        Dictionary<Factor, double[]> staged = [];
        foreach (Factor factor in factors) StageCrossSections(factor, panel, staged, options, cancellationToken);

        FieldMatrixBuilder[] builders = [.. factors.Select(_ => new FieldMatrixBuilder(panel.Axes.Days, panel.Axes.Count))];
        ForTiles(panel, options, (start, width) =>
        {
            TileEvaluator tile = new(panel, staged, start, width, factors);
            for (int k = 0; k < factors.Count; k++)
            {
                TileBuffer values = tile.Evaluate(factors[k]);
                for (int t = 0; t < panel.Axes.Days; t++)
                {
                    Span<float> target = builders[k].Row(t).Slice(start, width);
                    ReadOnlySpan<double> source = values.Row(t);
                    for (int i = 0; i < width; i++)
                    {
                        float value = (float)source[i];
                        target[i] = float.IsFinite(value) ? value : float.NaN;
                    }
                }

                tile.Release(factors[k]);
            }
        }, cancellationToken);
        return [.. builders.Select(b => b.Build())];
    }

    private static void StageCrossSections(
        Factor factor, Panel panel, Dictionary<Factor, double[]> staged, EngineOptions options, CancellationToken cancellationToken)
    {
        if (staged.ContainsKey(factor)) return;
        foreach (Factor input in factor.Inputs) StageCrossSections(input, panel, staged, options, cancellationToken);
        if (factor is not OperatorFactor { Operator.Kind: OperatorKind.CrossSection } node) return;
        if (!Enum.TryParse(node.Operator.Name, out CrossSectionKind kind)) throw new NotSupportedException($"The engine has no kernel for {node.Operator}.");

        int days = panel.Axes.Days, count = panel.Axes.Count;
        double[] values = new double[checked(days * count)];
        ForTiles(panel, options, (start, width) =>
        {
            TileBuffer tile = new TileEvaluator(panel, staged, start, width, node.Inputs).Evaluate(node.Inputs[0]);
            for (int t = 0; t < days; t++) tile.Row(t).CopyTo(values.AsSpan((t * count) + start, width));
        }, cancellationToken);
        Parallel.For(0, days, Settings(options, cancellationToken), t =>
            CrossSectionKernels.Apply(kind, values.AsSpan(t * count, count), panel.Members.Row(t)));
        staged.Add(factor, values);
    }

    private static void ForTiles(Panel panel, EngineOptions options, Action<int, int> body, CancellationToken cancellationToken)
    {
        int count = panel.Axes.Count, tiles = (count + TileWidth - 1) / TileWidth;
        Parallel.For(0, tiles, Settings(options, cancellationToken), k => body(k * TileWidth, Math.Min(TileWidth, count - (k * TileWidth))));
    }

    private static ParallelOptions Settings(EngineOptions options, CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
}
