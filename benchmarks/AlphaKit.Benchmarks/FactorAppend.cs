using AlphaKit.Factors;

namespace AlphaKit.Benchmarks;

/// <summary>
/// One new day of 5,500 shares through the 158 features, two threads: a session that goes on, beside the engine that computes the same day from
/// the history that the features look back on. Both give the same bits.
/// </summary>
internal sealed class FactorAppend : IDisposable
{
    private const int Shares = 5500;
    private const int History = 70;
    private const int Days = 100;

    private static readonly EngineOptions s_options = new() { Threads = 2 };

    private readonly Lazy<Panel> _panel = new(() => FactorPanels.Make(History + Days, Shares, gaps: true));
    private FactorSession? _session;
    private int _day = History;

    public double Recompute()
    {
        DateOnly day = _panel.Value.Calendar[_day];
        Panel known = _panel.Value.Days(_day - FactorSet.Alpha158.LookBack, FactorSet.Alpha158.LookBack + 1);
        return Sum(FactorEngine.Compute([.. FactorSet.Alpha158.Select(f => f.Expression)], known, day, day, s_options).Select(v => v.Values));
    }

    public double Append()
    {
        _session ??= FactorSession.Open(FactorSet.Alpha158, _panel.Value.Days(0, History), s_options);
        FeatureTensor today = _session.Append(_panel.Value.Days(_day++, 1));
        return Sum(today.Features.Select(f => f.Values));
    }

    public void Dispose() => _session?.Dispose();

    /// <summary>Of a few columns, so that adding up takes no time worth mentioning.</summary>
    private static double Sum(IEnumerable<FieldMatrix> values)
    {
        double sum = 0;
        foreach (FieldMatrix matrix in values)
        {
            for (int i = 0; i < Shares; i += 500)
            {
                if (!float.IsNaN(matrix[0, i])) sum += matrix[0, i];
            }
        }

        return sum;
    }
}
