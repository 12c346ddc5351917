namespace AlphaKit.Portfolio;

/// <summary>Turns proportions into weights between bounds.</summary>
internal static class Proportions
{
    /// <summary>Scales to a sum of one.</summary>
    public static void Normalise(Span<double> weights)
    {
        double sum = 0;
        foreach (double weight in weights) sum += weight;
        for (int i = 0; i < weights.Length; i++) weights[i] /= sum;
    }

    /// <summary>
    /// w_i = clamp(L · share_i, lower_i, max(cap, lower_i)) with the level L at which Σ w is the budget, or as near as the bounds let it come.
    /// Σ w is piecewise linear in L with breaks at lower/share and cap/share: the piece is found by bisection over the sorted breaks, then solved.
    /// </summary>
    /// <param name="shares">Proportions, not negative.</param>
    /// <param name="lower">What each name has at least.</param>
    /// <param name="cap">What each name has at most.</param>
    /// <param name="budget">The sum wanted.</param>
    public static double[] Fill(ReadOnlySpan<double> shares, ReadOnlySpan<double> lower, double cap, double budget)
    {
        int n = shares.Length;
        double[] breaks = new double[(2 * n) + 1];
        for (int i = 0; i < n; i++)
        {
            breaks[2 * i] = shares[i] > 0 ? lower[i] / shares[i] : 0;
            breaks[(2 * i) + 1] = shares[i] > 0 ? Math.Max(cap, lower[i]) / shares[i] : 0;
        }

        Array.Sort(breaks);
        int low = 0, high = breaks.Length - 1;
        double[] weights = new double[n];
        if (At(breaks[high], shares, lower, cap, weights, out _) <= budget) return weights;
        if (At(breaks[low], shares, lower, cap, weights, out _) >= budget) return weights;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (At(breaks[middle], shares, lower, cap, weights, out _) <= budget) low = middle;
            else high = middle;
        }

        // The slope of the piece is that of the names inside their bounds in the middle of it.
        double sum = At(breaks[low], shares, lower, cap, weights, out _);
        _ = At((breaks[low] + breaks[high]) / 2, shares, lower, cap, weights, out double slope);
        double level = slope > 0 ? Math.Min(breaks[high], breaks[low] + ((budget - sum) / slope)) : breaks[low];
        _ = At(level, shares, lower, cap, weights, out _);
        return weights;
    }

    private static double At(double level, ReadOnlySpan<double> shares, ReadOnlySpan<double> lower, double cap, double[] weights, out double slope)
    {
        double sum = 0;
        slope = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            double free = level * shares[i], most = Math.Max(cap, lower[i]);
            weights[i] = Math.Clamp(free, lower[i], most);
            if (free > lower[i] && free < most) slope += shares[i];
            sum += weights[i];
        }

        return sum;
    }
}
