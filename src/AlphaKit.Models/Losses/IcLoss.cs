namespace AlphaKit.Models;

/// <summary>
/// Minus the correlation of scores and labels over the names of a day (−IC). With x and y centred, r = x·y / (|x| |y|) and
/// ∂r/∂x = (y/|y| − r · x/|x|) / |x|. It does not see scale and level of the scores.
/// </summary>
public sealed record IcLoss : CrossSectionLoss
{
    /// <inheritdoc/>
    public override string Name => "ic";

    /// <inheritdoc/>
    protected override double Differentiate(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels, Span<double> gradient) => -AddCorrelation(scores, labels, -1, gradient, []);

    /// <summary>The correlation; adds weight · its derivatives to the gradients (empty: not wanted). 0 without variation.</summary>
    internal static double AddCorrelation(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double weight, Span<double> xGradient, Span<double> yGradient)
    {
        double meanX = 0, meanY = 0, xx = 0, yy = 0, xy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            meanX += x[i];
            meanY += y[i];
        }

        meanX /= x.Length;
        meanY /= x.Length;
        for (int i = 0; i < x.Length; i++)
        {
            double a = x[i] - meanX, b = y[i] - meanY;
            xx += a * a;
            yy += b * b;
            xy += a * b;
        }

        // Rounding leaves about 1e-16 of the level: less variation than that is none.
        if (!(xx > 1e-28 * x.Length * ((meanX * meanX) + 1e-30)) || !(yy > 1e-28 * x.Length * ((meanY * meanY) + 1e-30))) return 0;
        double normX = Math.Sqrt(xx), normY = Math.Sqrt(yy), r = xy / (normX * normY);
        for (int i = 0; i < x.Length; i++)
        {
            double a = (x[i] - meanX) / normX, b = (y[i] - meanY) / normY;
            if (!xGradient.IsEmpty) xGradient[i] += weight * (b - (r * a)) / normX;
            if (!yGradient.IsEmpty) yGradient[i] += weight * (a - (r * b)) / normY;
        }

        return r;
    }
}
