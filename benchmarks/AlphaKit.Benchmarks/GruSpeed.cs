using AlphaKit.Models;

namespace AlphaKit.Benchmarks;

/// <summary>A GRU of 27 features × 40 days → 30 units: scoring a cross-section of 5,500 shares, and the gradient of a batch of 5,000, on one thread.</summary>
internal sealed class GruSpeed
{
    private const int Features = 27;
    private const int Steps = 40;
    private const int Hidden = 30;

    private readonly SequenceBatch _shares = Sequences(5500);
    private readonly SequenceBatch _batch = Sequences(5000);
    private readonly float[] _last = new float[5500 * Hidden];
    private readonly float[] _gradient;
    private readonly RecurrentLayer _layer = new(RecurrentCell.Gru, Features, Hidden);

    public GruSpeed()
    {
        RandomStream random = RandomStream.Create(2, "benchmarks/gru-weights");
        _layer.SetWeights([.. Enumerable.Range(0, _layer.WeightCount).Select(_ => (float)random.NextDouble(-0.18, 0.18))]);
        _gradient = new float[_layer.WeightCount];
    }

    public static Action<Action<string>?> Score() => new GruSpeed().Forward;

    public static Action<Action<string>?> TrainingStep() => new GruSpeed().Step;

    /// <summary>2.26 GFLOP: 5,500 · 40 · 2 · 90 · 57.</summary>
    private void Forward(Action<string>? profile) => _layer.Forward(_shares, _last);

    /// <summary>5.2 GFLOP and the forward again: forward, recomputed forward and backward.</summary>
    private void Step(Action<string>? profile)
    {
        Span<float> last = _last.AsSpan(0, _batch.Count * Hidden);
        _layer.Forward(_batch, last);
        _layer.Backward(_batch, last, _gradient);
    }

    private static SequenceBatch Sequences(int shares)
    {
        RandomStream random = RandomStream.Create(1, "benchmarks/gru");
        return SequenceBatch.Dense([.. Enumerable.Range(0, shares * Steps * Features).Select(_ => (float)random.NextNormal())], Steps, Features);
    }
}
