namespace AlphaKit.Portfolio;

/// <summary>
/// Weighted least squares of one cross-section on country, styles and industries (Menchero, Orr and Wang 2011):
/// <code>y_n = f_c + Σ X_ns f_s + f_i(n) + u_n,   minimise Σ w_n u_n²   subject to   Σ_i s_i f_i = 0,</code>
/// s_i being the share of industry i in the capitalisation of the sample. The constraint makes country and industries distinct; it is solved by
/// substituting the largest industry. Order of the factors: country, styles, industries. Holds its own scratch memory: one per thread.
/// </summary>
internal sealed class CrossSectionFit
{
    private const double SingularAt = 1e-10;

    private readonly int _styles;
    private readonly int _industries;
    private readonly double[] _normal;
    private readonly double[] _right;
    private readonly double[] _reduced;
    private readonly double[] _inverse;
    private readonly double[] _solution;
    private readonly double[] _shares;
    private readonly double[] _x;
    private readonly int[] _columns;

    public CrossSectionFit(int styles, int industries)
    {
        _styles = styles;
        _industries = industries;
        Factors = 1 + styles + industries;
        _normal = new double[Factors * Factors];
        _right = new double[Factors];
        _reduced = new double[Factors * Factors];
        _inverse = new double[Factors * Factors];
        _solution = new double[Factors];
        _shares = new double[industries];
        _x = new double[styles];
        _columns = new int[Factors];
        Coefficients = new double[Factors];
        TStatistics = new double[Factors];
        VarianceInflation = new double[styles];
    }

    /// <summary>K.</summary>
    public int Factors { get; }

    /// <summary>Free coefficients of the last fit.</summary>
    public int Parameters { get; private set; }

    /// <summary>Instruments of the last fit.</summary>
    public int Sample { get; private set; }

    /// <summary>f of the last fit; NaN for a factor that had no instrument.</summary>
    public double[] Coefficients { get; }

    /// <summary>f over its standard error when the variance of u is proportional to 1/w; NaN for a factor that had no instrument.</summary>
    public double[] TStatistics { get; }

    /// <summary>1/(1 − R²) of each style on all other factors.</summary>
    public double[] VarianceInflation { get; }

    /// <summary>1 − Σ w u²/Σ w y².</summary>
    public double RSquared { get; private set; }

    /// <summary>1 − (Σ w u²/(n − p))/(Σ w y²/n).</summary>
    public double AdjustedRSquared { get; private set; }

    /// <summary>Fits. All spans run over the same instruments; those with sample[i] false do not count.</summary>
    /// <param name="sample">Who counts.</param>
    /// <param name="y">What is explained; finite where it counts.</param>
    /// <param name="weight">w.</param>
    /// <param name="cap">Capitalisation, for the industry shares.</param>
    /// <param name="industry">Industry of each; ignored without industries.</param>
    /// <param name="styles">Exposures, instrument i, style s at i·S + s.</param>
    /// <param name="active">Styles that exist that day.</param>
    /// <returns>The factor that the others make redundant, −1 if there is none, −2 if there are not more instruments than coefficients.</returns>
    public int Fit(
        ReadOnlySpan<bool> sample, ReadOnlySpan<double> y, ReadOnlySpan<double> weight, ReadOnlySpan<double> cap, ReadOnlySpan<int> industry, ReadOnlySpan<float> styles, ReadOnlySpan<bool> active)
    {
        Accumulate(sample, y, weight, cap, industry, styles);
        int replaced = Choose(active, out int p);
        Parameters = p;
        if (Sample <= p) return -2;
        Reduce(p, replaced);
        _reduced.AsSpan(0, p * p).CopyTo(_inverse);
        int singular = Cholesky.Factor(_inverse.AsSpan(0, p * p), p, SingularAt);
        if (singular >= 0) return _columns[singular];
        Cholesky.Solve(_inverse.AsSpan(0, p * p), p, _solution.AsSpan(0, p));
        Coefficients.AsSpan().Fill(double.NaN);
        double last = 0;
        for (int k = 0; k < p; k++)
        {
            Coefficients[_columns[k]] = _solution[k];
            last -= Ratio(_columns[k], replaced) * _solution[k];
        }

        if (replaced >= 0) Coefficients[replaced] = last;
        Cholesky.Invert(_inverse.AsSpan(0, p * p).ToArray(), p, _inverse);
        Measure(sample, y, weight, industry, styles, p, replaced);
        return -1;
    }

    /// <summary>What the last fit gives an instrument.</summary>
    public double Explained(int industry, ReadOnlySpan<float> styles)
    {
        double sum = Coefficients[0];
        for (int s = 0; s < styles.Length; s++)
        {
            if (!double.IsNaN(Coefficients[1 + s])) sum += styles[s] * Coefficients[1 + s];
        }

        if (_industries > 0 && !double.IsNaN(Coefficients[1 + _styles + industry])) sum += Coefficients[1 + _styles + industry];
        return sum;
    }

    private void Accumulate(
        ReadOnlySpan<bool> sample, ReadOnlySpan<double> y, ReadOnlySpan<double> weight, ReadOnlySpan<double> cap, ReadOnlySpan<int> industry, ReadOnlySpan<float> styles)
    {
        Array.Clear(_normal);
        Array.Clear(_right);
        Array.Clear(_shares);
        Sample = 0;
        int k = Factors, s = _styles;
        double[] x = _x;
        for (int i = 0; i < y.Length; i++)
        {
            if (!sample[i]) continue;
            Sample++;
            double w = weight[i], wy = w * y[i];
            ReadOnlySpan<float> row = styles.Slice(i * s, s);
            _normal[0] += w;
            _right[0] += wy;
            for (int a = 0; a < x.Length; a++)
            {
                double value = row[a], wx = w * value;
                x[a] = value;
                Span<double> normal = _normal.AsSpan((1 + a) * k, a + 2);
                normal[0] += wx;
                _right[1 + a] += wx * y[i];
                for (int b = 0; b <= a; b++) normal[1 + b] += wx * x[b];
            }

            if (_industries == 0) continue;
            int at = 1 + s + industry[i];
            _shares[industry[i]] += cap[i];
            Span<double> own = _normal.AsSpan(at * k, s + 1);
            own[0] += w;
            _right[at] += wy;
            for (int a = 0; a < x.Length; a++) own[1 + a] += w * x[a];
        }

        // An instrument has one industry: the industry block is diagonal and equals its country column.
        for (int i = 0; i < _industries; i++) _normal[((1 + s + i) * k) + 1 + s + i] = _normal[(1 + s + i) * k];
        for (int a = 0; a < k; a++)
        {
            for (int b = 0; b < a; b++) _normal[(b * k) + a] = _normal[(a * k) + b];
        }
    }

    /// <summary>Lists the columns that are solved for; the largest industry is expressed by the others.</summary>
    private int Choose(ReadOnlySpan<bool> active, out int count)
    {
        int largest = -1;
        for (int i = 0; i < _industries; i++)
        {
            if (_shares[i] > 0 && (largest < 0 || _shares[i] > _shares[largest])) largest = i;
        }

        count = 0;
        _columns[count++] = 0;
        for (int i = 0; i < _industries; i++)
        {
            if (_shares[i] > 0 && i != largest) _columns[count++] = 1 + _styles + i;
        }

        // Styles come last, so that of a dependence the style is named.
        for (int s = 0; s < _styles; s++)
        {
            if (active[s]) _columns[count++] = 1 + s;
        }

        return largest < 0 ? -1 : 1 + _styles + largest;
    }

    /// <summary>c of f_replaced = −Σ c_p f_p.</summary>
    private double Ratio(int factor, int replaced) =>
        factor <= _styles || replaced < 0 ? 0 : _shares[factor - 1 - _styles] / _shares[replaced - 1 - _styles];

    private void Reduce(int p, int replaced)
    {
        int k = Factors;
        for (int i = 0; i < p; i++)
        {
            int a = _columns[i];
            double ca = Ratio(a, replaced);
            for (int j = 0; j <= i; j++)
            {
                int b = _columns[j];
                double cb = Ratio(b, replaced), value = _normal[(a * k) + b];
                if (ca != 0) value -= ca * _normal[(replaced * k) + b];
                if (cb != 0) value -= cb * _normal[(a * k) + replaced];
                if (ca != 0 && cb != 0) value += ca * cb * _normal[(replaced * k) + replaced];
                _reduced[(i * p) + j] = value;
                _reduced[(j * p) + i] = value;
            }

            _solution[i] = _right[a] - (ca != 0 ? ca * _right[replaced] : 0);
        }
    }

    private void Measure(ReadOnlySpan<bool> sample, ReadOnlySpan<double> y, ReadOnlySpan<double> weight, ReadOnlySpan<int> industry, ReadOnlySpan<float> styles, int p, int replaced)
    {
        double total = 0, left = 0;
        for (int i = 0; i < y.Length; i++)
        {
            if (!sample[i]) continue;
            double u = y[i] - Explained(_industries > 0 ? industry[i] : -1, styles.Slice(i * _styles, _styles));
            total += weight[i] * y[i] * y[i];
            left += weight[i] * u * u;
        }

        RSquared = total > 0 ? 1 - (left / total) : double.NaN;
        AdjustedRSquared = total > 0 ? 1 - (left / (Sample - p) / (total / Sample)) : double.NaN;
        double variance = left / (Sample - p), lastVariance = 0;
        TStatistics.AsSpan().Fill(double.NaN);
        VarianceInflation.AsSpan().Fill(double.NaN);
        for (int i = 0; i < p; i++)
        {
            int a = _columns[i];
            TStatistics[a] = Coefficients[a] / Math.Sqrt(variance * _inverse[(i * p) + i]);
            if (a >= 1 && a <= _styles)
            {
                double cross = _normal[a], centred = _normal[(a * Factors) + a] - (cross * cross / _normal[0]);
                VarianceInflation[a - 1] = centred * _inverse[(i * p) + i];
            }

            double ca = Ratio(a, replaced);
            if (ca == 0) continue;
            for (int j = 0; j < p; j++) lastVariance += ca * Ratio(_columns[j], replaced) * _inverse[(i * p) + j];
        }

        if (replaced >= 0) TStatistics[replaced] = lastVariance > 0 ? Coefficients[replaced] / Math.Sqrt(variance * lastVariance) : double.NaN;
    }
}
