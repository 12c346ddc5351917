using AlphaKit.Factors;

namespace AlphaKit.Reports;

/// <summary>How factors go together 因子相关性: a square table of correlations, shown as a heat map.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record CorrelationMatrix
{
    /// <summary>Fewest names that two factors must share on a day for that day to count.</summary>
    public const int FewestNames = 10;

    /// <summary>How far the two halves may differ.</summary>
    public const double Tolerance = 1e-9;

    private readonly double[] _values;

    /// <summary>Makes a matrix.</summary>
    /// <param name="names">The factors, each once.</param>
    /// <param name="values">Correlations, row after row; symmetric, within −1 and 1, NaN for unknown.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, a name comes twice, or a value is not a correlation.</exception>
    public CorrelationMatrix(IReadOnlyList<string> names, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(values);
        int n = names.Count;
        if (values.Count != n * n) throw new ArgumentException($"{n} factors need {n * n} correlations, {values.Count} were given.", nameof(values));
        if (names.Distinct(StringComparer.Ordinal).Count() != n) throw new ArgumentException("A factor comes twice.", nameof(names));
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double value = values[(i * n) + j];
                if (Math.Abs(value) > 1 + Tolerance || Math.Abs(value - values[(j * n) + i]) > Tolerance)
                    throw new ArgumentException(FormattableString.Invariant($"The correlation of '{names[i]}' and '{names[j]}' is {value} one way and {values[(j * n) + i]} the other: it must be the same and within −1 and 1."), nameof(values));
            }
        }

        Names = [.. names];
        _values = [.. values];
    }

    /// <summary>The factors.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>One correlation.</summary>
    /// <param name="row">Position of one factor.</param>
    /// <param name="column">Position of the other.</param>
    public double this[int row, int column] => _values[(row * Names.Count) + column];

    /// <summary>
    /// Mean over the days of the cross-sectional rank correlation (Spearman's, average ranks) of every pair, over the names that both know; days with
    /// fewer than <see cref="FewestNames"/> such names, or on which one of the two does not vary, are left out. NaN where no day is left.
    /// </summary>
    /// <param name="factors">The factors, over the same days and symbols.</param>
    /// <param name="every">Uses one of so many days, beginning with the first; 1 for all.</param>
    /// <param name="cancellationToken">Stops the calculation.</param>
    /// <exception cref="ArgumentException">The axes differ, or a name comes twice.</exception>
    public static CorrelationMatrix Of(IReadOnlyList<FactorValues> factors, int every = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        int n = factors.Count;
        foreach (FactorValues factor in factors)
        {
            if (!factor.Axes.Matches(factors[0].Axes)) throw new ArgumentException($"'{factor.Name}' and '{factors[0].Name}' stand on different days or symbols.", nameof(factors));
        }

        double[] values = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            values[(i * n) + i] = 1;
            for (int j = 0; j < i; j++) values[(i * n) + j] = values[(j * n) + i] = Mean(factors[i], factors[j], every, cancellationToken);
        }

        return new CorrelationMatrix([.. factors.Select(f => f.Name)], values);
    }

    private static double Mean(FactorValues one, FactorValues other, int every, CancellationToken cancellationToken)
    {
        double sum = 0;
        int days = 0;
        List<double> x = [], y = [];
        for (int t = 0; t < one.Axes.Days; t += every)
        {
            cancellationToken.ThrowIfCancellationRequested();
            x.Clear();
            y.Clear();
            ReadOnlySpan<float> a = one.Values.Row(t), b = other.Values.Row(t);
            for (int i = 0; i < a.Length; i++)
            {
                if (float.IsNaN(a[i]) || float.IsNaN(b[i])) continue;
                x.Add(a[i]);
                y.Add(b[i]);
            }

            double rho = x.Count < FewestNames ? double.NaN : Correlation.Spearman([.. x], [.. y]);
            if (double.IsNaN(rho)) continue;
            sum += rho;
            days++;
        }

        return days == 0 ? double.NaN : sum / days;
    }
}
