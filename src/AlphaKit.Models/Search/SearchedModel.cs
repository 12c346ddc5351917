namespace AlphaKit.Models;

/// <summary>What a <see cref="SearchedScorer"/> trained: the model with the best parameters, and the search that found them.</summary>
public sealed class SearchedModel : ITrainedModel
{
    internal SearchedModel(ITrainedModel model, SearchResult search, SearchTrial best)
    {
        Model = model;
        Search = search;
        Notes = [$"Parameters chosen inside the training days, validation score too good as the best of {search.Trials.Count}: {best}.", .. model.Notes];
    }

    /// <summary>The model, trained on all training days.</summary>
    public ITrainedModel Model { get; }

    /// <summary>All trials.</summary>
    public SearchResult Search { get; }

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, double>> Coefficients => Model.Coefficients;

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; }

    /// <inheritdoc/>
    public void Predict(FeatureDay day, Span<float> scores) => Model.Predict(day, scores);
}
