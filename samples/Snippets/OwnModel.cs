using AlphaKit.Models;

namespace AlphaKit.Snippets;

#region own-model
/// <summary>Scores every share by the negative of the first feature.</summary>
public sealed record Reversal : ModelSpec
{
    public override string Name => "reversal";

    public override ITrainedModel Fit(TrainingSet set, TrainingContext context, CancellationToken cancellationToken) => new Model();

    private sealed class Model : ITrainedModel
    {
        public void Predict(FeatureDay day, Span<float> scores)
        {
            for (int i = 0; i < scores.Length; i++) scores[i] = -day[0][i]; // NaN stays NaN: no opinion
        }
    }
}
#endregion

internal static class OwnModel
{
    public static void Run() => Console.WriteLine(new Reversal().Name);
}
