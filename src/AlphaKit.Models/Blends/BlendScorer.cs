namespace AlphaKit.Models;

/// <summary>
/// Several models, each trained by itself; the score is the mean of their z-scores within the day. A share that one of them has no opinion on has no
/// score. Three networks of one frequency each, blended, are the yardstick of one network that reads all three.
/// </summary>
public sealed record BlendScorer : ModelSpec
{
    /// <summary>The models.</summary>
    /// <value>Two or more.</value>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public required IReadOnlyList<ModelSpec> Models
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Count < 2) throw new ArgumentException($"A blend needs two models or more, there are {value.Count}.", nameof(Models));
            field = [.. value];
        }
    }

    /// <inheritdoc/>
    public override string Name => $"blend({string.Join(", ", Models.Select(m => m.Name))})";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Parameters =>
        [.. Models.SelectMany((m, i) => m.Parameters.Select(p => new KeyValuePair<string, string>(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{i}.{p.Key}"), p.Value)))];

    /// <inheritdoc/>
    public override ITrainedModel Fit(TrainingSet set, TrainingContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Model([.. Models.Select((m, i) => m.Fit(set, context with { Random = context.Random.Fork($"model/{i}") }, cancellationToken))]);
    }

    private sealed class Model(ITrainedModel[] models) : ITrainedModel
    {
        public IReadOnlyList<string> Notes => [.. models.SelectMany(m => m.Notes)];

        public void Predict(FeatureDay day, Span<float> scores)
        {
            double[] sum = new double[scores.Length];
            foreach (ITrainedModel model in models)
            {
                scores.Fill(float.NaN);
                model.Predict(day, scores);
                (double mean, double factor) = ScaledDay.Moments(scores, day.Members);
                for (int i = 0; i < sum.Length; i++) sum[i] += (scores[i] - mean) * factor;
            }

            for (int i = 0; i < sum.Length; i++) scores[i] = day.Members[i] ? (float)(sum[i] / models.Length) : float.NaN;
        }
    }
}
