namespace AlphaKit.Portfolio;

/// <summary>One column x of N numbers, as constraints and factors use it in x'w, with its shape found once.</summary>
internal sealed class Loadings
{
    private Loadings(double[] values, LoadingsKind kind, int[] support, double scale, double fingerprint)
    {
        Values = values;
        Kind = kind;
        Support = support;
        Scale = scale;
        Fingerprint = fingerprint;
    }

    public double[] Values { get; }

    public LoadingsKind Kind { get; }

    /// <summary>The names with a loading, ascending; only of an <see cref="LoadingsKind.Indicator"/>.</summary>
    public int[] Support { get; }

    /// <summary>The common number of a constant or an indicator; the largest absolute value otherwise; 1 where all are zero.</summary>
    public double Scale { get; }

    /// <summary>Equal columns have equal fingerprints.</summary>
    public double Fingerprint { get; }

    /// <summary>Takes over <paramref name="values"/>, which must be finite.</summary>
    public static Loadings Of(double[] values)
    {
        double first = 0, largest = 0, print = 0;
        int count = 0;
        bool isConstant = true;
        for (int i = 0; i < values.Length; i++)
        {
            double x = values[i];
            if (x == 0) continue;
            if (count++ == 0) first = x;
            else isConstant &= x == first;
            largest = Math.Max(largest, Math.Abs(x));
            print += x * (1 + (i * 0.6180339887498949 % 1));
        }

        if (count == 0) return new Loadings(values, LoadingsKind.Zero, [], 1, 0);
        if (!isConstant) return new Loadings(values, LoadingsKind.General, [], largest, print);
        if (count == values.Length) return new Loadings(values, LoadingsKind.Constant, [], first, print);
        int[] support = new int[count];
        for (int i = 0, s = 0; i < values.Length; i++)
        {
            if (values[i] != 0) support[s++] = i;
        }

        return new Loadings(values, LoadingsKind.Indicator, support, first, print);
    }

    /// <summary>x'w.</summary>
    public double Dot(ReadOnlySpan<double> w)
    {
        double sum = 0;
        switch (Kind)
        {
            case LoadingsKind.Zero:
                return 0;
            case LoadingsKind.Indicator:
                foreach (int i in Support) sum += w[i];
                return sum * Scale;
            case LoadingsKind.Constant:
                return Sum(w) * Scale;
            default:
                return Vectors.Dot(Values, w);
        }
    }

    /// <summary>to += scale·x.</summary>
    public void AddTo(Span<double> to, double scale)
    {
        switch (Kind)
        {
            case LoadingsKind.Zero:
                return;
            case LoadingsKind.Indicator:
                foreach (int i in Support) to[i] += scale * Scale;
                return;
            default:
                Vectors.Add(scale, Values, to);
                return;
        }
    }

    public bool IsSameAs(Loadings other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (Kind != other.Kind || Fingerprint != other.Fingerprint || Values.Length != other.Values.Length) return false;
        return Kind == LoadingsKind.Indicator
            ? Scale == other.Scale && Support.AsSpan().SequenceEqual(other.Support)
            : Values.AsSpan().SequenceEqual(other.Values);
    }

    /// <summary>Σ w in four sums, so that no addition waits for the one before it.</summary>
    private static double Sum(ReadOnlySpan<double> w)
    {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int i = 0;
        for (; i + 4 <= w.Length; i += 4)
        {
            s0 += w[i];
            s1 += w[i + 1];
            s2 += w[i + 2];
            s3 += w[i + 3];
        }

        for (; i < w.Length; i++) s0 += w[i];
        return s0 + s1 + (s2 + s3);
    }
}
