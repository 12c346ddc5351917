namespace AlphaKit.Models;

/// <summary>One fold of a <see cref="WalkForwardResult"/>: a trained model and the days it scored.</summary>
public sealed record WalkForwardFold
{
    /// <summary>Number of the fold, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>First day trained on.</summary>
    public required DateOnly TrainFrom { get; init; }

    /// <summary>Last day trained on.</summary>
    public required DateOnly TrainTo { get; init; }

    /// <summary>The last day whose data was used, features or labels.</summary>
    public required DateOnly Cut { get; init; }

    /// <summary>First day scored.</summary>
    public required DateOnly PredictFrom { get; init; }

    /// <summary>Last day scored.</summary>
    public required DateOnly PredictTo { get; init; }

    /// <summary>Days trained on.</summary>
    public required int TrainDays { get; init; }

    /// <summary>Names with label and features over all those days.</summary>
    public required long Samples { get; init; }

    /// <summary>Mean over the training days of the correlation of score and label.</summary>
    public required double InSampleIc { get; init; }

    /// <summary>Mean over the training days of the rank correlation of score and label.</summary>
    public required double InSampleRankIc { get; init; }

    /// <summary>Mean over the scored days with known labels of the correlation of score and label; NaN where there is no such day.</summary>
    public required double OutOfSampleIc { get; init; }

    /// <summary>Mean over the scored days with known labels of the rank correlation of score and label; NaN where there is no such day.</summary>
    public required double OutOfSampleRankIc { get; init; }

    /// <summary>Scored days with known labels.</summary>
    public required int OutOfSampleDays { get; init; }

    /// <summary>The model.</summary>
    public required ITrainedModel Model { get; init; }
}
