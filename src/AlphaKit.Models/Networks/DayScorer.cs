namespace AlphaKit.Models;

/// <summary>Scores the samples of a batch.</summary>
internal delegate void ScoreBatch(NetworkBatch batch, Span<float> scores);

/// <summary>Scores days with an ensemble: windows are cut from the panels, each network's scores are z-scored within the day and averaged.</summary>
internal sealed class DayScorer(IReadOnlyList<SequenceInput> inputs, IReadOnlyList<string> features, IReadOnlyList<ScoreBatch> networks)
{
    private readonly Lock _lock = new();
    private readonly string[] _features = [.. features];
    private BatchBuilder? _builder;

    public IReadOnlyList<string> Features => _features;

    public void Score(FeatureDay day, Span<float> scores)
    {
        if (!day.FeatureNames.SequenceEqual(_features, StringComparer.Ordinal))
            throw new ArgumentException($"The model uses {string.Join(", ", _features)}; the day has {string.Join(", ", day.FeatureNames)}.", nameof(day));
        if (scores.Length != day.Symbols.Count) throw new ArgumentException($"{day.Symbols.Count} symbols need as many scores, there is room for {scores.Length}.", nameof(scores));
        lock (_lock)
        {
            if (_builder is null || !ReferenceEquals(_builder.Features, day.Tensor)) _builder = new BatchBuilder(day.Tensor, inputs);
            _builder.ForgetBefore(day.Row);
            int[] columns = _builder.Usable(day.Row);
            scores.Fill(float.NaN);
            if (columns.Length == 0) return;
            NetworkBatch batch = _builder.Build([new DaySamples(day.Row, columns, [])]);
            double[] sum = new double[columns.Length];
            float[] own = new float[columns.Length];
            foreach (ScoreBatch network in networks)
            {
                network(batch, own);
                AddZScores(own, sum);
            }

            for (int i = 0; i < columns.Length; i++) scores[columns[i]] = (float)(sum[i] / networks.Count);
        }
    }

    private static void AddZScores(float[] own, double[] sum)
    {
        double mean = 0, squares = 0;
        foreach (float v in own) mean += v;
        mean /= own.Length;
        foreach (float v in own) squares += (v - mean) * (v - mean);
        double deviation = Math.Sqrt(squares / own.Length);
        for (int i = 0; i < own.Length; i++) sum[i] += deviation > 0 ? (own[i] - mean) / deviation : 0;
    }
}
