namespace AlphaKit.Models;

/// <summary>A model after training: scores one cross-section at a time.</summary>
public interface ITrainedModel
{
    /// <summary>What was learnt, by name, in a fixed order; empty where a list of numbers tells nothing (networks).</summary>
    IReadOnlyList<KeyValuePair<string, double>> Coefficients => [];

    /// <summary>What the user should know of the training: days skipped and why.</summary>
    IReadOnlyList<string> Notes => [];

    /// <summary>Scores the shares of one day.</summary>
    /// <param name="day">The features of the day, and of earlier days by <see cref="FeatureDay.Earlier"/>.</param>
    /// <param name="scores">One score per symbol, higher is better; comes as NaN, stays NaN where the model has no opinion. Must stay finite otherwise.</param>
    void Predict(FeatureDay day, Span<float> scores);
}
