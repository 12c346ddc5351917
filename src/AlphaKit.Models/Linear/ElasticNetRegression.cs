using System.Globalization;

namespace AlphaKit.Models;

/// <summary>Fits an <see cref="ElasticNetScorer"/> by cyclic coordinate descent on moments.</summary>
internal static class ElasticNetRegression
{
    private const int MostRounds = 100_000;
    private const double Tolerance = 1e-12;

    /// <summary>With a smaller share on absolute values the largest penalty of the path is that of this share; it would be infinite at 0.</summary>
    private const double LeastShareOfPath = 1e-3;

    public static LinearModel Fit(ElasticNetScorer spec, TrainingSet set, int threads, CancellationToken cancellationToken)
    {
        LinearMoments moments = spec.Moments(set, threads, cancellationToken);
        if (spec.Penalty is { } given)
        {
            Descent single = new(moments, spec.AbsoluteShare);
            single.Run(given, cancellationToken);
            return spec.Model(set, moments, single.Coefficients, moments.Notes(set));
        }

        (double penalty, string note) = Choose(spec, set, threads, cancellationToken);
        Descent descent = new(moments, spec.AbsoluteShare);
        foreach (double step in Penalties(descent.Largest, spec).TakeWhile(p => p > penalty)) descent.Run(step, cancellationToken);
        descent.Run(penalty, cancellationToken);
        return spec.Model(set, moments, descent.Coefficients, [.. moments.Notes(set), note]);
    }

    public static IReadOnlyList<ElasticNetPoint> Path(ElasticNetScorer spec, TrainingSet set, int threads, CancellationToken cancellationToken)
    {
        LinearMoments moments = spec.Moments(set, threads, cancellationToken);
        Descent descent = new(moments, spec.AbsoluteShare);
        if (!(descent.Largest > 0)) throw new InsufficientDataException("features that vary together with the labels", 1, 0);
        List<ElasticNetPoint> points = [];
        foreach (double penalty in Penalties(descent.Largest, spec))
        {
            descent.Run(penalty, cancellationToken);
            points.Add(new ElasticNetPoint(penalty, spec.Model(set, moments, descent.Coefficients, moments.Notes(set))));
        }

        return points;
    }

    private static IEnumerable<double> Penalties(double largest, ElasticNetScorer spec) => largest > 0
        ? Enumerable.Range(0, spec.PathLength).Select(i => largest * Math.Pow(spec.LeastPenalty, i / (double)(spec.PathLength - 1)))
        : [];

    /// <summary>The penalty whose model has the highest mean rank IC on the newest days; the larger one of equals.</summary>
    private static (double Penalty, string Note) Choose(ElasticNetScorer spec, TrainingSet set, int threads, CancellationToken cancellationToken)
    {
        int held = Math.Clamp((int)Math.Round(set.Count * spec.ValidationShare, MidpointRounding.ToEven), 1, Math.Max(1, set.Count - 1));
        (TrainingSet training, TrainingSet validation) = set.HoldOutLast(held);
        double best = double.NegativeInfinity, chosen = double.NaN;
        float[] scores = new float[set.Symbols.Count];
        foreach (ElasticNetPoint point in Path(spec, training, threads, cancellationToken))
        {
            double ic = ValidationScore.MeanRankIc(point.Model, validation, scores, cancellationToken);
            if (!(ic > best)) continue;
            (best, chosen) = (ic, point.Penalty);
        }

        return double.IsNaN(chosen)
            ? throw new InsufficientDataException("validation days on which a model of the path has a rank IC", 1, 0)
            : (chosen, string.Create(CultureInfo.InvariantCulture, $"The penalty {chosen:G4} was chosen: mean rank IC {best:F4} on the newest {held} of {set.Count} training days."));
    }

    /// <summary>
    /// b_k ← S(c_k − Σ_{j ≠ k} G_kj b_j, penalty · s) / (G_kk + penalty (1 − s)), S(z, w) = sign(z) max(|z| − w, 0), G and c the moments per day. Goes on
    /// from the coefficients before.
    /// </summary>
    private sealed class Descent
    {
        private readonly int _count;
        private readonly double _share;
        private readonly double[] _gram;
        private readonly double[] _label;

        public Descent(LinearMoments moments, double share)
        {
            _count = moments.Features;
            _share = share;
            Coefficients = new double[_count];
            _gram = new double[_count * _count];
            _label = new double[_count];
            for (int i = 0; i < _count; i++)
            {
                _label[i] = moments.WithLabel(i) / moments.Days;
                for (int j = 0; j < _count; j++) _gram[(i * _count) + j] = moments.Covariance(i, j) / moments.Days;
            }
        }

        public double[] Coefficients { get; }

        /// <summary>The least penalty that leaves no feature.</summary>
        public double Largest => _label.Max(Math.Abs) / Math.Max(_share, LeastShareOfPath);

        public void Run(double penalty, CancellationToken cancellationToken)
        {
            double absolute = penalty * _share, square = penalty * (1 - _share), violation = double.PositiveInfinity;
            double unit = Math.Max(_label.Max(Math.Abs), double.Epsilon);
            for (int round = 0; round < MostRounds; round++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (int k = 0; k < _count; k++)
                {
                    double own = _gram[(k * _count) + k];
                    if (own <= 0)
                    {
                        Coefficients[k] = 0;
                        continue;
                    }

                    double z = Slope(k) + (own * Coefficients[k]);
                    Coefficients[k] = Math.Abs(z) <= absolute ? 0 : (z - (Math.Sign(z) * absolute)) / (own + square);
                }

                violation = Violation(absolute, square) / unit;
                if (violation <= Tolerance) return;
            }

            throw new ElasticNetException(penalty, MostRounds, violation);
        }

        /// <summary>c_k − Σ_j G_kj b_j.</summary>
        private double Slope(int k)
        {
            double z = _label[k];
            for (int j = 0; j < _count; j++) z -= _gram[(k * _count) + j] * Coefficients[j];
            return z;
        }

        /// <summary>How far the conditions of the optimum are missed: slope = absolute · sign(b) + square · b, or |slope| ≤ absolute where b = 0.</summary>
        private double Violation(double absolute, double square)
        {
            double worst = 0;
            for (int k = 0; k < _count; k++)
            {
                if (_gram[(k * _count) + k] <= 0) continue;
                double slope = Slope(k), b = Coefficients[k];
                worst = Math.Max(worst, b == 0 ? Math.Abs(slope) - absolute : Math.Abs(slope - (Math.Sign(b) * absolute) - (square * b)));
            }

            return worst;
        }
    }
}
