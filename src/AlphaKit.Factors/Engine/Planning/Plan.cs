namespace AlphaKit.Factors;

/// <summary>How a set of expressions is computed: stages of tile kernels cut at the cross-sections.</summary>
internal sealed class Plan
{
    public required IReadOnlyList<Stage> Stages { get; init; }

    /// <summary>True if there is no cross-section, so that every tile of columns is a computation of its own.</summary>
    public bool IsOneStage => Stages.Count == 1 && Stages[0].Crosses.Count == 0;

    /// <summary>Panels of a chunk that carry values from stage to stage.</summary>
    public required int Panels { get; init; }

    public required int Outputs { get; init; }

    /// <summary>Rows before the first one wanted that must be run through; −1 if all of them.</summary>
    public required int LookBack { get; init; }

    /// <summary>Longest history of a slot.</summary>
    public required int LongestHistory { get; init; }
}
