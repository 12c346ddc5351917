namespace AlphaKit.Portfolio;

/// <summary>
/// One day's cross-section: the instruments that have a capitalisation and an industry, those of them that the estimation looks at, and the
/// operations of standardisation over these.
/// </summary>
internal sealed class Section(int capacity)
{
    private readonly double[] _industrySum = new double[AlphaKit.Industry.All.Count];
    private readonly int[] _industryCount = new int[AlphaKit.Industry.All.Count];

    /// <summary>How many instruments there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them are estimated on.</summary>
    public int Estimated { get; private set; }

    /// <summary>Column of each instrument.</summary>
    public int[] Columns { get; } = new int[capacity];

    public bool[] Estimation { get; } = new bool[capacity];

    public double[] Cap { get; } = new double[capacity];

    /// <summary>Square root of capitalisation: the regression weight.</summary>
    public double[] Root { get; } = new double[capacity];

    /// <summary>−1 without industries.</summary>
    public int[] Industry { get; } = new int[capacity];

    /// <summary>Gathers the instruments of day t.</summary>
    public void Load(RiskInputs inputs, int t)
    {
        ReadOnlySpan<float> caps = inputs.Cap.Row(t), industries = inputs.Industry is { } m ? m.Row(t) : default;
        ReadOnlySpan<bool> estimation = inputs.Estimation.Row(t), coverage = inputs.Coverage.Row(t);
        Count = Estimated = 0;
        for (int i = 0; i < caps.Length; i++)
        {
            if (float.IsNaN(caps[i]) || !(estimation[i] || coverage[i])) continue;
            int industry = -1;
            if (!industries.IsEmpty)
            {
                if (float.IsNaN(industries[i])) continue;
                industry = (int)industries[i];
                if (industry < 0 || industry >= inputs.Industries)
                    throw new InvalidRiskException(inputs.Axes.Calendar[t], FormattableString.Invariant($"the industry is {industries[i]}, it must be an ordinal from 0 to {inputs.Industries - 1}"), symbol: inputs.Axes.Symbols[i]);
            }

            Columns[Count] = i;
            Cap[Count] = caps[i];
            Root[Count] = Math.Sqrt(caps[i]);
            Industry[Count] = industry;
            Estimation[Count] = estimation[i];
            if (estimation[i]) Estimated++;
            Count++;
        }
    }

    /// <summary>How many estimated instruments have a value.</summary>
    public int Present(ReadOnlySpan<double> x)
    {
        int present = 0;
        for (int i = 0; i < Count; i++)
        {
            if (Estimation[i] && !double.IsNaN(x[i])) present++;
        }

        return present;
    }

    /// <summary>Pulls values in to the mean ± so many standard deviations (equal weights, divisor n) of the estimated.</summary>
    public void Winsorise(Span<double> x, double deviations)
    {
        (double mean, double deviation) = Moments(x);
        if (!(deviation > 0)) return;
        double low = mean - (deviations * deviation), high = mean + (deviations * deviation);
        for (int i = 0; i < Count; i++)
        {
            // NaN stays: both comparisons are false.
            if (x[i] < low) x[i] = low;
            else if (x[i] > high) x[i] = high;
        }
    }

    /// <summary>Shifts and scales to cap-weighted mean zero and equal-weighted standard deviation one over the estimated; false if they are all equal.</summary>
    public bool Standardise(Span<double> x)
    {
        (double mean, double deviation) = Moments(x);
        if (!(deviation > 1e-10 * Math.Abs(mean)) || !(deviation > 0)) return false;
        double weight = 0, sum = 0;
        for (int i = 0; i < Count; i++)
        {
            if (!Estimation[i] || double.IsNaN(x[i])) continue;
            weight += Cap[i];
            sum += Cap[i] * (x[i] - mean);
        }

        double centre = mean + (sum / weight);
        for (int i = 0; i < Count; i++) x[i] = (x[i] - centre) / deviation;
        return true;
    }

    /// <summary>Gives what is missing the mean of its industry's estimated instruments; zero where there is none.</summary>
    public void Fill(Span<double> x)
    {
        Array.Clear(_industrySum);
        Array.Clear(_industryCount);
        bool missing = false;
        for (int i = 0; i < Count; i++)
        {
            missing |= double.IsNaN(x[i]);
            if (!Estimation[i] || double.IsNaN(x[i]) || Industry[i] < 0) continue;
            _industrySum[Industry[i]] += x[i];
            _industryCount[Industry[i]]++;
        }

        if (!missing) return;
        for (int i = 0; i < Count; i++)
        {
            if (double.IsNaN(x[i])) x[i] = Industry[i] >= 0 && _industryCount[Industry[i]] > 0 ? _industrySum[Industry[i]] / _industryCount[Industry[i]] : 0;
        }
    }

    /// <summary>Replaces y by the residuals of its regression on a constant and one or two others, weights √cap, over the estimated.</summary>
    public void Orthogonalise(Span<double> y, ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        int k = second.IsEmpty ? 2 : 3;
        Span<double> a = stackalloc double[9], b = stackalloc double[3], x = stackalloc double[3];
        a.Clear();
        b.Clear();
        x[0] = 1;
        for (int i = 0; i < Count; i++)
        {
            if (!Estimation[i]) continue;
            x[1] = first[i];
            if (k == 3) x[2] = second[i];
            for (int p = 0; p < k; p++)
            {
                double wx = Root[i] * x[p];
                b[p] += wx * y[i];
                for (int q = 0; q <= p; q++) a[(p * k) + q] += wx * x[q];
            }
        }

        if (Cholesky.Factor(a, k, 1e-10) >= 0) return;
        Cholesky.Solve(a, k, b);
        for (int i = 0; i < Count; i++) y[i] -= b[0] + (b[1] * first[i]) + (k == 3 ? b[2] * second[i] : 0);
    }

    private (double Mean, double Deviation) Moments(ReadOnlySpan<double> x)
    {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < Count; i++)
        {
            if (!Estimation[i] || double.IsNaN(x[i])) continue;
            sum += x[i];
            n++;
        }

        if (n == 0) return (double.NaN, double.NaN);
        double mean = sum / n, squares = 0;
        for (int i = 0; i < Count; i++)
        {
            if (Estimation[i] && !double.IsNaN(x[i])) squares += (x[i] - mean) * (x[i] - mean);
        }

        return (mean, Math.Sqrt(squares / n));
    }
}
