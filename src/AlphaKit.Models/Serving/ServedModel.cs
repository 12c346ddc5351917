namespace AlphaKit.Models;

/// <summary>
/// A saved ensemble of networks, scored in C# alone: no libtorch, no training code. The score of a share is the mean over the networks of its z-score
/// within the day, as in <see cref="NetworkModel"/>; shares with too little history have none.
/// </summary>
/// <threadsafety>Safe for concurrent use; one day is scored at a time.</threadsafety>
public sealed class ServedModel : ITrainedModel
{
    private readonly DayScorer _scorer;

    internal ServedModel(IReadOnlyList<SequenceInput> inputs, IReadOnlyList<string> features, IReadOnlyList<ServedNetwork> networks, int threads)
    {
        Inputs = [.. inputs];
        Networks = [.. networks];
        _scorer = new DayScorer(inputs, features, [.. networks.Select(n => (ScoreBatch)((batch, scores) => n.Score(batch.Inputs, scores, threads)))]);
    }

    /// <summary>The names of the features of the days to score, in order.</summary>
    public IReadOnlyList<string> Features => _scorer.Features;

    /// <summary>The sequences that the networks read.</summary>
    public IReadOnlyList<SequenceInput> Inputs { get; }

    /// <summary>The networks of the ensemble.</summary>
    public IReadOnlyList<ServedNetwork> Networks { get; }

    /// <summary>A model that is served without being saved first.</summary>
    /// <param name="model">The model.</param>
    /// <param name="threads">Most threads to use; the scores do not depend on it.</param>
    /// <exception cref="NotSupportedException">The scorer is a user's own module on libtorch, which cannot be translated.</exception>
    public static ServedModel Of(NetworkModel model, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Make(model.Spec, model.Features, [.. Enumerable.Range(0, model.Count).Select(model.Tensors)], threads);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The day has other features than the model was made for, or the span is not one score per symbol.</exception>
    public void Predict(FeatureDay day, Span<float> scores) => _scorer.Score(day, scores);

    internal static ServedModel Make(NetworkScorer spec, IReadOnlyList<string> features, IReadOnlyList<IReadOnlyList<NamedTensor>> networks, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        int[] counts = [.. spec.Inputs.Select(i => i.Features.Count == 0 ? features.Count : i.Features.Count)];
        return new ServedModel(spec.Inputs, features, [.. networks.Select(t => spec.Serve(counts, t) ?? throw new NotSupportedException(NotServed(spec)))], threads);
    }

    internal static string NotServed(NetworkScorer spec) =>
        $"{spec.Name} is a module of your own on libtorch: only RecurrentScorer, MixtureScorer, AttentionDnnScorer and DecoderScorer can be served without it. Serve the NetworkModel itself.";
}
