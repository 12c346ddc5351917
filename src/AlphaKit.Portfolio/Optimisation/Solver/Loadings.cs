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
                foreach (double x in w) sum += x;
                return sum * Scale;
            default:
                for (int i = 0; i < w.Length; i++) sum += Values[i] * w[i];
                return sum;
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
                double[] values = Values;
                for (int i = 0; i < to.Length; i++) to[i] += scale * values[i];
                return;
        }
    }

    public bool IsSameAs(Loadings other) => ReferenceEquals(this, other)
        || (Kind == other.Kind && Fingerprint == other.Fingerprint && Values.AsSpan().SequenceEqual(other.Values));
}
