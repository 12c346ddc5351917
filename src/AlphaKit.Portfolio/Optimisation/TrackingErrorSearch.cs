namespace AlphaKit.Portfolio;

/// <summary>
/// Meets a tracking error by its price: with θ/2 · active variance in the objective, the variance falls in θ, and the θ at which it meets the limit is
/// the multiplier of the constraint. Found in log θ by regula falsi (Illinois) inside a bracket.
/// </summary>
internal static class TrackingErrorSearch
{
    private const int MostSolves = 60;
    private const double Widest = 1e14;
    private const double Met = 1e-11;

    /// <summary>Searches until a solution is good or nothing is left to try; gives the last solution.</summary>
    public static T Solve<T>(
        RiskTerm risk,
        double[] benchmark,
        TrackingErrorConstraint limit,
        Func<double, StructuredProgram> programAt,
        InteriorPointTuning tuning,
        Func<InteriorPointResult, double, int, T> finish,
        Func<T, bool> isGood,
        CancellationToken cancellation)
    {
        double[] active = new double[benchmark.Length], gradient = new double[benchmark.Length];
        int iterations = 0;
        InteriorPointResult result = Run(0, out double excess);
        T answer = finish(result, 0, 0);
        if (excess <= 0 || isGood(answer)) return answer;

        double guess = Guess(programAt(0), result.Weights), low = double.NaN, lowExcess = 0, high = double.NaN, highExcess = 0;
        double at = Math.Log(guess), start = at, step = Math.Max(excess / 2, 1);
        int side = 0;
        for (int solve = 1; solve < MostSolves; solve++)
        {
            cancellation.ThrowIfCancellationRequested();
            int before = iterations;
            result = Run(Math.Exp(at), out excess);
            if (Math.Abs(excess) < 1e-6 || !double.IsNaN(low + high))
            {
                answer = finish(result, Math.Exp(at), before);
                if (isGood(answer)) return answer;
            }

            if (Math.Abs(excess) < Met) break;
            if (excess > 0)
            {
                if (side == 1) highExcess /= 2;
                (low, lowExcess, side) = (at, excess, 1);
            }
            else
            {
                if (side == -1) lowExcess /= 2;
                (high, highExcess, side) = (at, excess, -1);
            }

            if (double.IsNaN(low) || double.IsNaN(high))
            {
                at += excess > 0 ? step : -step;
                step *= 2;
                if (Math.Abs(at - start) > Math.Log(Widest)) break;
                continue;
            }

            if (high - low < 1e-15 * Math.Max(1, Math.Abs(low))) break;
            at = ((low * highExcess) - (high * lowExcess)) / (highExcess - lowExcess);
            if (!(at > low && at < high)) at = 0.5 * (low + high);
        }

        return finish(result, Math.Exp(at), iterations - result.Iterations);

        // Excess: log of variance over its limit.
        InteriorPointResult Run(double price, out double excess)
        {
            InteriorPointResult found = InteriorPoint.Solve(programAt(price), tuning);
            iterations += found.Iterations;
            for (int i = 0; i < active.Length; i++) active[i] = found.Weights[i] - benchmark[i];
            double variance = risk.Variance(active, gradient);
            excess = variance > 0 ? Math.Log(variance / limit.DailyVariance) : double.NegativeInfinity;
            return found;
        }

        double Guess(StructuredProgram program, double[] w)
        {
            double gain = 0, variance = 0;
            for (int i = 0; i < w.Length; i++)
            {
                gain += Math.Abs(program.Linear[i] * (w[i] - benchmark[i]));
                variance += gradient[i] * active[i];
            }

            double guess = gain / Math.Max(variance, double.Epsilon) * Math.Exp(excess / 2);
            return guess > 0 && double.IsFinite(guess) ? guess : 1;
        }
    }
}
