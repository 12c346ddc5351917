namespace AlphaKit.Models;

/// <summary>Fits a <see cref="RidgeScorer"/>: normal equations from <see cref="LinearMoments"/>, solved by Cholesky.</summary>
internal static class RidgeRegression
{
    public static LinearModel Fit(RidgeScorer spec, TrainingSet set, int threads, CancellationToken cancellationToken)
    {
        LinearMoments moments = spec.Moments(set, threads, cancellationToken);
        double[] coefficients = Solve(moments, set.FeatureNames, spec.Penalty);
        return spec.Model(set, moments, coefficients, moments.Notes(set));
    }

    /// <summary>Cholesky of (centred moments + λ I), lower triangle, then forward and backward substitution.</summary>
    private static double[] Solve(LinearMoments moments, IReadOnlyList<string> names, double penalty)
    {
        int k = names.Count;
        double[] l = new double[k * k], b = new double[k];
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = moments.Covariance(j, i) + (i == j ? penalty : 0);
                for (int m = 0; m < j; m++) sum -= l[(i * k) + m] * l[(j * k) + m];
                if (i != j)
                {
                    l[(i * k) + j] = sum / l[(j * k) + j];
                    continue;
                }

                if (!(sum > 0)) throw new SingularFeaturesException(names[i], penalty);
                l[(i * k) + i] = Math.Sqrt(sum);
            }

            b[i] = moments.WithLabel(i);
        }

        for (int i = 0; i < k; i++)
        {
            for (int m = 0; m < i; m++) b[i] -= l[(i * k) + m] * b[m];
            b[i] /= l[(i * k) + i];
        }

        for (int i = k - 1; i >= 0; i--)
        {
            for (int m = i + 1; m < k; m++) b[i] -= l[(m * k) + i] * b[m];
            b[i] /= l[(i * k) + i];
        }

        return b;
    }
}
