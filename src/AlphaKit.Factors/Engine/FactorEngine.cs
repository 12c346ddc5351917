using System.Runtime.InteropServices;

namespace AlphaKit.Factors;

/// <summary>
/// Computes expressions over a panel: equal parts once, windows over one series together, in single precision with double precision inside
/// the kernels. The value of a row depends on the bits of its window alone (recursive operators: of all rows up to it), never on threads,
/// tiles, other expressions of the call or the rows asked for.
/// </summary>
internal static class FactorEngine
{
    public static FieldMatrix[] Compute(Panel panel, IReadOnlyList<Factor> factors, EngineOptions options, CancellationToken cancellationToken) =>
        Compute(panel, factors, 0, panel.Axes.Days, options, Shape.Default, null, cancellationToken);

    /// <summary>Rows first to first + count − 1 only; bit for bit what the whole has there.</summary>
    public static FieldMatrix[] Compute(
        Panel panel,
        IReadOnlyList<Factor> factors,
        int first,
        int count,
        EngineOptions options,
        Shape shape,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (Field field in factors.SelectMany(f => f.RequiredFields).Distinct()) _ = panel[field];
        Plan plan = MakePlan(factors, shape);
        FieldMatrixBuilder[] builders = new FieldMatrixBuilder[factors.Count];
        OutputPlane[] planes = new OutputPlane[factors.Count];
        Parallel.For(0, factors.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, k =>
        {
            builders[k] = new FieldMatrixBuilder(count, panel.Axes.Count);
            planes[k] = Plane(builders[k], count, panel.Axes.Count);
        });
        new Executor(plan, panel, planes, first, first + count, shape, options.Threads).Run(progress, cancellationToken);
        return [.. builders.Select(b => b.Build())];
    }

    public static Plan MakePlan(IReadOnlyList<Factor> factors, Shape shape)
    {
        FactorGraph graph = new(factors);
        int lookBack = factors.Count == 0 ? 0 : factors.Max(f => f.LookBack);
        return shape.Bits == 512 ? Planner<Floats16, Doubles8>.Make(graph, lookBack) : Planner<Floats8, Doubles4>.Make(graph, lookBack);
    }

    /// <summary>The builder's rows are pinned for life; the engine writes whole vectors, the padding behind the last symbol included.</summary>
    private static unsafe OutputPlane Plane(FieldMatrixBuilder builder, int rows, int columns)
    {
        if (rows == 0 || columns == 0) return default;
        fixed (float* start = builder.Row(0)) return new OutputPlane((nint)start, (columns + 15) & ~15);
    }
}
