namespace AlphaKit.Portfolio;

/// <summary>The intensities of Ledoit and Wolf, from sums over days, without any N × N matrix.</summary>
internal static class LinearShrinkage
{
    /// <summary>δ = min(β, d²)/d² with d² = ‖S − μI‖² and β = Σ_t ‖x_t x_tᵀ − S‖²/T².</summary>
    /// <param name="window">Returns less their means.</param>
    /// <param name="mean">μ, the mean variance.</param>
    public static double ScaledIdentity(ReturnWindow window, out double mean)
    {
        int n = window.Count;
        double[] gram = window.Gram();
        double trace = window.Variances.Sum(), norm = Norm(gram, window.Days);
        mean = trace / n;
        double distance = norm - (mean * trace), noise = Noise(gram, window.Days, norm) / window.Days;
        return distance > 0 ? Math.Clamp(noise / distance, 0, 1) : 1;
    }

    /// <summary>δ = clip((π − ρ)/γ/T, 0, 1), see the paper's appendix B; sums over pairs are taken day by day.</summary>
    /// <param name="window">Returns less their means.</param>
    /// <param name="correlation">r̄, the mean of the sample correlations.</param>
    public static double ConstantCorrelation(ReturnWindow window, out double correlation)
    {
        int n = window.Count, days = window.Days;
        double[] v = window.Variances, gram = window.Gram();
        double norm = Norm(gram, days), pi = Noise(gram, days, norm);
        double allCorrelations = 0, weighted = 0, cubes = 0, own = 0, quartic = 0, sumVariance = 0, sumSquares = 0;
        for (int i = 0; i < n; i++)
        {
            sumVariance += v[i];
            sumSquares += v[i] * v[i];
        }

        for (int t = 0; t < days; t++)
        {
            ReadOnlySpan<double> x = window.Day(t);
            double scaled = 0, weightedSum = 0, cubeSum = 0;
            for (int i = 0; i < n; i++)
            {
                double deviation = Math.Sqrt(v[i]), square = x[i] * x[i];
                scaled += x[i] / deviation;
                weightedSum += x[i] * deviation;
                cubeSum += square * x[i] / deviation;
                own += square * square / days;
            }

            allCorrelations += scaled * scaled / days;
            weighted += weightedSum * weightedSum / days;
            cubes += cubeSum * weightedSum / days;
        }

        quartic = own - sumSquares; // Σ_i π_ii
        correlation = n > 1 ? (allCorrelations - n) / ((double)n * (n - 1)) : 0;

        // Σ_{i≠j} √(s_jj/s_ii) θ_ii,ij with θ_ii,ij = mean(x_i³ x_j) − s_ii s_ij; √(s_jj/s_ii)·s_ii·s_ij = σ_i σ_j s_ij.
        double offDiagonal = weighted - sumSquares;
        double rho = quartic + (correlation * (cubes - own - offDiagonal));
        double gamma = norm - (2 * (sumSquares + (correlation * offDiagonal))) + sumSquares + (correlation * correlation * ((sumVariance * sumVariance) - sumSquares));
        return gamma > 0 ? Math.Clamp((pi - rho) / gamma / days, 0, 1) : 1;
    }

    /// <summary>‖S‖² = Σ G²/T².</summary>
    private static double Norm(double[] gram, int days) => Vectors.Dot(gram, gram) / ((double)days * days);

    /// <summary>Σ_t ‖x_t x_tᵀ − S‖²/T = Σ_t G_tt²/T − ‖S‖².</summary>
    private static double Noise(double[] gram, int days, double norm)
    {
        double sum = 0;
        for (int t = 0; t < days; t++) sum += gram[(t * days) + t] * gram[(t * days) + t];
        return (sum / days) - norm;
    }
}
