namespace AlphaKit.Factors;

/// <summary>Element by element; a result that is not finite becomes NaN.</summary>
internal static class ElementKernels
{
    public static void Unary(UnaryKind kind, ReadOnlySpan<double> x, Span<double> y)
    {
        switch (kind)
        {
            case UnaryKind.Negate:
                for (int i = 0; i < y.Length; i++) y[i] = -x[i];
                break;
            case UnaryKind.Abs:
                for (int i = 0; i < y.Length; i++) y[i] = Math.Abs(x[i]);
                break;
            case UnaryKind.Log:
                for (int i = 0; i < y.Length; i++) y[i] = x[i] > 0 ? Math.Log(x[i]) : double.NaN;
                break;
            case UnaryKind.Sqrt:
                for (int i = 0; i < y.Length; i++) y[i] = Math.Sqrt(x[i]);
                break;
            default:
                for (int i = 0; i < y.Length; i++) y[i] = x[i] > 0 ? 1 : x[i] < 0 ? -1 : x[i] == 0 ? 0 : double.NaN;
                break;
        }
    }

    public static void Binary(BinaryKind kind, ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> y)
    {
        switch (kind)
        {
            case BinaryKind.Add:
                for (int i = 0; i < y.Length; i++) y[i] = Finite(a[i] + b[i]);
                break;
            case BinaryKind.Subtract:
                for (int i = 0; i < y.Length; i++) y[i] = Finite(a[i] - b[i]);
                break;
            case BinaryKind.Multiply:
                for (int i = 0; i < y.Length; i++) y[i] = Finite(a[i] * b[i]);
                break;
            case BinaryKind.Divide:
                for (int i = 0; i < y.Length; i++) y[i] = Finite(a[i] / b[i]);
                break;
            case BinaryKind.Larger:
                for (int i = 0; i < y.Length; i++) y[i] = Math.Max(a[i], b[i]);
                break;
            default:
                for (int i = 0; i < y.Length; i++) y[i] = Math.Min(a[i], b[i]);
                break;
        }
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;
}
