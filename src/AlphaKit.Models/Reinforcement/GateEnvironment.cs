using AlphaKit.Factors;

namespace AlphaKit.Models;

/// <summary>
/// The history that a gate walks through. The IC of a mix of z-scored experts follows from moments of the day: with c_e the covariance of expert e and the
/// label, both of variance 1, and G the correlations of the experts, IC(w) = w·c / √(wᵀ G w), over the names that have all scores and a label.
/// </summary>
internal sealed class GateEnvironment
{
    private const int LeastNames = DayCorrelation.LeastNames;

    private readonly int _experts;
    private readonly double[]?[] _withLabel;
    private readonly double[]?[] _between;
    private readonly double[][] _states;

    public GateEnvironment(FeatureTensor scores, LabelValues labels, IReadOnlyList<GateSeries> series, IReadOnlyList<int> windows, int lag)
    {
        _experts = scores.Count;
        int days = scores.Axes.Days;
        _withLabel = new double[]?[days];
        _between = new double[]?[days];
        for (int t = 0; t < days; t++) Load(scores, labels, t);
        _states = [.. Enumerable.Range(0, days).Select(t => State(t, series, windows, lag))];
    }

    public int Experts => _experts;

    /// <summary>Numbers of a state, without the weights of the day before.</summary>
    public int StateLength => _states[0].Length;

    /// <summary>True if the day has a reward.</summary>
    public bool HasReward(int day) => _withLabel[day] is not null;

    /// <summary>What is known of the day when it is decided upon: past ICs per expert and window, 0 where there is none, then the series.</summary>
    public ReadOnlySpan<double> StateAt(int day) => _states[day];

    /// <summary>The IC of a mix; 0 if its scores cancel out.</summary>
    public double Ic(int day, ReadOnlySpan<double> weights)
    {
        double[] c = _withLabel[day]!, g = _between[day]!;
        double top = 0, square = 0;
        for (int e = 0; e < _experts; e++)
        {
            top += weights[e] * c[e];
            for (int f = 0; f < _experts; f++) square += weights[e] * weights[f] * g[(e * _experts) + f];
        }

        return square > 1e-12 ? top / Math.Sqrt(square) : 0;
    }

    /// <summary>Mean IC of a mix that never changes, over the days that have a reward.</summary>
    public double MeanIc(IEnumerable<int> days, double[] weights)
    {
        double sum = 0;
        int count = 0;
        foreach (int t in days.Where(HasReward))
        {
            sum += Ic(t, weights);
            count++;
        }

        return count > 0 ? sum / count : double.NaN;
    }

    private void Load(FeatureTensor scores, LabelValues labels, int t)
    {
        ReadOnlySpan<float> y = labels.Values.Row(t);
        ReadOnlySpan<bool> members = scores.Members.Row(t);
        List<int> names = [];
        for (int i = 0; i < y.Length; i++)
        {
            bool isThere = members[i] && float.IsFinite(y[i]);
            for (int e = 0; e < _experts && isThere; e++) isThere = float.IsFinite(scores[e].Values.Row(t)[i]);
            if (isThere) names.Add(i);
        }

        if (names.Count < LeastNames || !TryScale(y, names, out double[] label)) return;
        double[][] z = new double[_experts][];
        for (int e = 0; e < _experts; e++)
        {
            if (!TryScale(scores[e].Values.Row(t), names, out z[e])) return;
        }

        double[] c = new double[_experts], g = new double[_experts * _experts];
        for (int e = 0; e < _experts; e++)
        {
            c[e] = Mean(z[e], label);
            for (int f = 0; f < _experts; f++) g[(e * _experts) + f] = Mean(z[e], z[f]);
        }

        (_withLabel[t], _between[t]) = (c, g);
    }

    private static bool TryScale(ReadOnlySpan<float> values, List<int> names, out double[] scaled)
    {
        scaled = new double[names.Count];
        for (int i = 0; i < scaled.Length; i++) scaled[i] = values[names[i]];
        return LabelScaler.TryScale(scaled, LabelScale.ZScore);
    }

    private static double Mean(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum / a.Length;
    }

    /// <summary>Only ICs of days whose labels are known: <paramref name="lag"/> days before or earlier.</summary>
    private double[] State(int day, IReadOnlyList<GateSeries> series, IReadOnlyList<int> windows, int lag)
    {
        double[] state = new double[(windows.Count * _experts) + series.Count];
        for (int w = 0; w < windows.Count; w++)
        {
            int to = day - lag, from = Math.Max(0, to - windows[w] + 1), count = 0;
            for (int u = from; u <= to; u++)
            {
                if (_withLabel[u] is not { } c) continue;
                for (int e = 0; e < _experts; e++) state[(w * _experts) + e] += c[e];
                count++;
            }

            for (int e = 0; e < _experts && count > 0; e++) state[(w * _experts) + e] /= count;
        }

        for (int s = 0; s < series.Count; s++) state[(windows.Count * _experts) + s] = series[s].Values[day];
        return state;
    }
}
