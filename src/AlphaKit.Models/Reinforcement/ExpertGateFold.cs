namespace AlphaKit.Models;

/// <summary>One training of an <see cref="ExpertGate"/>: its days, and the mean IC (Pearson) over the decided days whose labels are known.</summary>
public sealed record ExpertGateFold
{
    /// <summary>Number, 1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>First day trained on.</summary>
    public required DateOnly TrainFrom { get; init; }

    /// <summary>Last day trained on.</summary>
    public required DateOnly TrainTo { get; init; }

    /// <summary>The last day whose data was used; all rewards are known at its close.</summary>
    public required DateOnly Cut { get; init; }

    /// <summary>First day decided.</summary>
    public required DateOnly DecideFrom { get; init; }

    /// <summary>Last day decided.</summary>
    public required DateOnly DecideTo { get; init; }

    /// <summary>Decided days whose labels are known.</summary>
    public required int Days { get; init; }

    /// <summary>Mean IC of the gate; NaN without such days.</summary>
    public required double GateIc { get; init; }

    /// <summary>Mean IC of equal weights.</summary>
    public required double EqualIc { get; init; }

    /// <summary>Mean IC of the fixed gate: the constant weights with the highest mean IC on the training days.</summary>
    public required double FixedIc { get; init; }

    /// <summary>The weights of the fixed gate.</summary>
    public required IReadOnlyList<double> FixedWeights { get; init; }

    /// <summary>Mean of half the sum of the daily changes of the gate's weights.</summary>
    public required double Turnover { get; init; }
}
